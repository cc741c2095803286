package import Diagnostics
internal import Dossier
internal import Expressions
internal import LocatedJSON
internal import Vocabulary

// The catalogue of rules, made of what the packs say: for `explain` and for the reference.

extension RegulationsPages {
  /// A page for each rule, also for one that is not evaluated.
  package static func rules(of packs: [Pack]) -> [Page] {
    entries(of: packs).map { Page($0.id, $0.title, $0.bodies.joined(separator: "\n\n")) }
  }

  /// The reference of all rules as a Markdown page, in the order of their ids.
  package static func reference(of packs: [Pack]) -> String {
    let sections = entries(of: packs).map { entry in
      let bodies = entry.bodies.map { body in
        body.split(separator: "\n").map { "- \($0)" }.joined(separator: "\n")
      }
      return "## \(entry.id). \(entry.title)\n\n" + bodies.joined(separator: "\n\n---\n\n")
    }
    return """
      # Quy tắc xét khen thưởng

      Trang này sinh từ các gói quy định trong `Sources/Regulations/Packs`; không sửa tay mà chạy \
      `scripts/update-golden --filter RegulationsTests`. Dòng mức tin cậy nói chương trình biết quy \
      tắc từ đâu; quy tắc nào không phải “đã đối chiếu văn bản gốc” thì người thẩm định phải đối chiếu.


      """ + sections.joined(separator: "\n\n") + "\n"
  }

  /// What is said of one rule: one body for each text of it.
  private typealias Entry = (id: String, title: String, bodies: [String])

  private static func entries(of packs: [Pack]) -> [Entry] {
    let texts = packs.flatMap { pack in pack.rules.map { (rule: $0, pack: pack) } }
    let unevaluated = packs.flatMap { pack in pack.unevaluated.map { (rule: $0, pack: pack) } }
    let ids = Set(texts.map(\.rule.id) + unevaluated.map(\.rule.id)).sorted()
    return ids.map { id in
      let versions = texts.filter { $0.rule.id == id }
        .sorted { $0.rule.force.from < $1.rule.force.from }
      let others = unevaluated.filter { $0.rule.id == id }
      return (
        id, title(of: versions.map(\.rule.gist) + others.map(\.rule.gist)),
        versions.map { body(of: $0.rule, in: $0.pack) }
          + others.map { body(of: $0.rule, in: $0.pack) }
      )
    }
  }

  /// What the texts of a rule say, each once.
  private static func title(of gists: [String]) -> String {
    gists.enumerated().filter { !gists[..<$0.offset].contains($0.element) }
      .map(\.element).joined(separator: " ")
  }

  private static func body(of rule: Pack.Unevaluated, in pack: Pack) -> String {
    """
    Tên: \(rule.name)
    Căn cứ: \(pack.basis(rule.citations))
    Mức tin cậy: \(rule.certainty.label); kiểm tra ngày \(pack.checked.shortForm)
    Chương trình không xét: \(rule.why)
    """
  }

  private static func body(of rule: Rule, in pack: Pack) -> String {
    let force = rule.force
    var lines = ["Tên: \(rule.name)", "Nội dung: \(rule.gist)"]
    lines.append("Đối tượng: \(rule.subjects.map(\.label).joined(separator: ", "))")
    if let awards = rule.awards {
      lines.append("Hình thức: \(awards.map(\.label).joined(separator: ", "))")
    }
    lines += [
      "Căn cứ: \(basis(of: rule, in: pack))",
      "Áp dụng: từ \(force.from.shortForm)"
        + (force.until.map { ", trước \($0.shortForm)" } ?? "")
        + (force.endReason.map { " (\($0))" } ?? ""),
      "Mức tin cậy: \(rule.certainty.label); kiểm tra ngày \(pack.checked.shortForm)",
    ]
    if let scope = rule.scope { lines.append("Chỉ xét khi: \(scope.text)") }
    lines += [
      "Điều kiện: \(rule.condition.text)",
      rule.effect == .warns
        ? "Tác dụng: chỉ nhắc, không đổi kết quả" : "Tác dụng: quyết định kết quả",
      "Khi không đạt: \(rule.failureSentence)",
      "Để đạt: \(rule.remedy)",
    ]
    let values = pack.parameters.filter { value in
      rule.conditions.flatMap(\.expression.paths).contains(where: value.meets)
        && (value.award.map { rule.awards?.contains($0) ?? true } ?? true)
    }
    lines += values.map { "Giá trị “\($0.id)”: \($0.inWords) (\(pack.basis($0.citations)))" }
    lines += rule.requests.map { request in
      let facts = request.facts.map(\.label).joined(separator: ", ")
      return "Thiếu “\(facts)” thì đơn vị nộp: \(request.what). Vì: \(request.why)"
    }
    if let note = rule.note { lines.append("Lưu ý: \(note.sentence)") }
    if let remark = rule.remark { lines.append("Ghi chú: \(remark)") }
    return lines.joined(separator: "\n")
  }

  private static func basis(of rule: Rule, in pack: Pack) -> String {
    pack.kind == .office
      ? "quy định nội bộ, nêu ở can_cu của quy-dinh.json" : pack.basis(rule.citations)
  }
}

extension SubjectKind {
  /// What a rule is about, for the catalogue.
  fileprivate var label: String {
    switch self {
    case .person: "cá nhân"
    case .collective: "tập thể"
    case .award: "hình thức trong một quyết định"
    case .period: "cả đợt"
    case .group: "mọi đề nghị của một hình thức, riêng tập thể và cá nhân"
    case .session: "phiên họp Hội đồng"
    case .vote: "biểu quyết của Hội đồng về một đề nghị"
    }
  }
}

extension Parameter {
  /// The value, with the award it is for.
  fileprivate var inWords: String {
    let text: String =
      switch value.kind {
      case .number(let written): written
      case .string(let text): text
      case .array(let items): items.compactMap(\.string).joined(separator: ", ")
      default: ""
      }
    return award.map { "\(text), \($0.label)" } ?? text
  }
}
