package import Diagnostics
internal import Dossier
internal import Expressions
package import LocatedJSON
internal import Vocabulary

/// Reads a pack from bytes and reports everything that is wrong with it.
package enum PackReader {
  /// The pack that the bytes hold; `file` is the name that findings carry.
  package static func read(
    _ bytes: [UInt8], file: String, limits: JSONLimits = JSONLimits()
  ) -> Diagnosed<Pack> {
    let read = JSONReader.read(bytes, file: file, limits: limits)
    guard let document = read.value, !read.hasErrors else { return Diagnosed(nil, read.findings) }
    var reader = PackRows(document: document, findings: read.findings)
    let pack = reader.pack()
    return Diagnosed(reader.findings.hasErrors ? nil : pack, reader.findings)
  }
}

/// The walk over one pack; each method reads one kind of row.
private struct PackRows {
  let document: JSONDocument
  var findings: [Diagnostic]

  mutating func pack() -> Pack? {
    var row = PackRow(document.root, .root, of: document)
    let id = row.text("ma")
    let kind = row.optionalWord("loai", Pack.Kind.self) ?? .instrument
    let instrument = row.text("van_ban")
    let title = row.optionalText("ten")
    let issued = row.optionalDate("ngay")
    let force = row.required("hieu_luc").flatMap { row.force($0) }
    let checked = row.date("da_kiem_tra")
    let reference = force.flatMap { Self.reference(of: &row, packForce: $0) }
    let parameterRows = row.rows("tham_so")
    let ruleRows = row.rows("quy_tac")
    let unevaluatedRows = row.optional("khong_xet") == nil ? [] : row.rows("khong_xet")
    row.finish()
    findings += row.findings
    guard let force else { return nil }
    let parameters = parameterRows.compactMap { parameter($0, packForce: force) }
    let rules = ruleRows.compactMap { rule($0, packForce: force, kind: kind) }
    let unevaluated = unevaluatedRows.compactMap { unevaluatedRule($0) }
    checkUnique(parameters, rules)
    checkNames(parameters, rules)
    guard let id, let instrument, let checked else { return nil }
    return Pack(
      id: id, kind: kind, instrument: instrument, title: title, issued: issued, force: force,
      checked: checked, reference: reference, parameters: parameters, rules: rules,
      unevaluated: unevaluated, origin: row.place)
  }

  private mutating func unevaluatedRule(_ source: PackRow) -> Pack.Unevaluated? {
    var row = source
    let id = row.text("ma")
    let name = row.text("ten")
    let citations = row.citations()
    let gist = row.text("y")
    let why = row.text("vi")
    let certainty = row.word("do_tin_cay", Certainty.self)
    row.finish()
    findings += row.findings
    guard let id, let name, let citations, let gist, let why, let certainty else { return nil }
    return Pack.Unevaluated(
      id: id, name: name, citations: citations, gist: gist, why: why, certainty: certainty,
      origin: row.place)
  }

  private static func reference(of pack: inout PackRow, packForce: Force) -> Reference? {
    pack.row("vien_dan") { (row: inout PackRow) -> Reference? in
      let place = row.required("thu_tu").flatMap { row.count($0) }
      let sentence = row.text("cau")
      let certainty = row.word("do_tin_cay", Certainty.self)
      let remark = row.optionalText("ghi_chu")
      let force = row.optional("hieu_luc").map { row.force($0) } ?? packForce
      guard let place, let sentence, let certainty, let force else { return nil }
      return Reference(
        place: place, sentence: sentence, force: force, certainty: certainty, remark: remark)
    }
  }

  private mutating func parameter(_ source: PackRow, packForce: Force) -> Parameter? {
    var row = source
    let id = row.text("ma")
    let award = row.optionalWord("hinh_thuc", AwardForm.self)
    let subject = row.optionalWord("doi_tuong", SubjectKind.self)
    let citations = row.citations()
    let gist = row.text("y")
    let value = row.required("gia_tri")
    let certainty = row.word("do_tin_cay", Certainty.self)
    let force = row.optional("hieu_luc").map { row.force($0) } ?? packForce
    row.finish()
    findings += row.findings
    guard let id, let citations, let gist, let value, let certainty, let force else { return nil }
    return Parameter(
      id: id, name: Name(id), award: award, subject: subject, citations: citations, gist: gist,
      value: value.value, certainty: certainty, force: force, origin: row.place)
  }

  private mutating func rule(_ source: PackRow, packForce: Force, kind: Pack.Kind) -> Rule? {
    var row = source
    let id = row.text("ma")
    let name = row.text("ten")
    // What is not law has no place in an instrument.
    let citations = kind == .instrument ? row.citations() : []
    let gist = row.text("y")
    let subjects = row.words("doi_tuong", SubjectKind.self)
    let awards = row.optional("hinh_thuc") == nil ? nil : row.words("hinh_thuc", AwardForm.self)
    let effect = row.optionalWord("tac_dung", Rule.Effect.self)
    let scope = row.optional("ap_dung_khi") == nil ? nil : row.condition("ap_dung_khi")
    let condition = row.condition("dieu_kien")
    let sentence = row.text("khi_khong_dat")
    let remedy = row.text("cach_dat")
    let note = note(&row)
    let requestRows = row.optional("don_vi_bo_sung") == nil ? [] : row.rows("don_vi_bo_sung")
    let certainty = row.word("do_tin_cay", Certainty.self)
    let remark = row.optionalText("ghi_chu")
    let force = row.optional("hieu_luc").map { row.force($0) } ?? packForce
    row.finish()
    findings += row.findings
    let requests = requestRows.compactMap { request($0, of: condition) }
    guard let id, let name, let citations, let gist, let subjects, let condition, let sentence,
      let remedy, let certainty, let force
    else { return nil }
    return Rule(
      id: id, name: name, citations: citations, gist: gist, subjects: subjects, awards: awards,
      effect: effect ?? (kind == .proposal ? .warns : .decides), scope: scope,
      condition: condition, failureSentence: sentence, remedy: remedy, note: note,
      requests: requests,
      certainty: certainty, remark: remark, force: force, origin: row.place)
  }

  /// What a unit is asked for; it settles facts that the condition reads.
  private mutating func request(_ source: PackRow, of condition: Rule.Condition?) -> Rule.Request? {
    var row = source
    let facts = row.words("du_kien", FactName.self)
    let what = row.text("can")
    let why = row.text("vi")
    let otherWords = row.optional("con_goi") == nil ? [] : row.texts("con_goi")
    row.finish()
    findings += row.findings
    guard let facts, let what, let why, let otherWords, let condition else { return nil }
    let read = condition.expression.paths.compactMap(FactName.named(by:))
    for fact in facts where !read.contains(fact) {
      findings.append(
        .wrongValue(needs: "dữ kiện mà dieu_kien đọc, không phải “\(fact.label)”", at: row.place))
    }
    return Rule.Request(facts: facts, what: what, why: why, otherWords: otherWords)
  }

  private func note(_ row: inout PackRow) -> Rule.Note? {
    guard row.optional("luu_y_khi") != nil else {
      _ = row.optional("luu_y")
      return nil
    }
    guard let condition = row.condition("luu_y_khi"), let sentence = row.text("luu_y") else {
      return nil
    }
    return Rule.Note(condition: condition, sentence: sentence)
  }

  private mutating func checkUnique(_ parameters: [Parameter], _ rules: [Rule]) {
    for (index, rule) in rules.enumerated() where rules[..<index].contains(where: rule.replaces) {
      findings.append(.duplicateID(rule.id, at: rule.origin))
    }
    for (index, parameter) in parameters.enumerated()
    where parameters[..<index].contains(where: parameter.replaces) {
      findings.append(.duplicateID(parameter.id, at: parameter.origin))
    }
  }

  /// Every name of a condition is a fact that its subjects have, or a parameter of the pack.
  private mutating func checkNames(_ parameters: [Parameter], _ rules: [Rule]) {
    for rule in rules {
      for condition in rule.conditions {
        for path in condition.expression.paths {
          let fact = FactName.named(by: path)
          let isFact = fact.map { Set(rule.subjects).isSubset(of: $0.subjects) } ?? false
          guard !isFact, !parameters.contains(where: { $0.meets(path) }) else { continue }
          findings.append(
            .unknownName(
              path.written, rule: rule.id, nearest: nearest(to: path, for: rule),
              at: condition.origin))
        }
      }
    }
  }

  private func nearest(to path: Path, for rule: Rule) -> String? {
    let known = FactName.allCases.filter { Set(rule.subjects).isSubset(of: $0.subjects) }
    return NearestName.nearest(to: path.written, among: known.map(\.label))
  }
}

extension Rule {
  /// True for the other text of one rule: same id, and somebody and an award both are about.
  func replaces(_ other: Rule) -> Bool {
    id == other.id && !Set(subjects).isDisjoint(with: other.subjects) && force.overlaps(other.force)
      && sharesAwards(with: other)
  }

  private func sharesAwards(with other: Rule) -> Bool {
    guard let awards, let others = other.awards else { return true }
    return !Set(awards).isDisjoint(with: others)
  }

  /// True when it is for that award; a subject without an award has only rules for all of them.
  func covers(_ award: AwardForm?) -> Bool {
    guard let awards else { return true }
    return award.map(awards.contains) ?? false
  }
}

extension Parameter {
  /// True for the other value of one parameter.
  func replaces(_ other: Parameter) -> Bool {
    id == other.id && award == other.award && subject == other.subject
      && force.overlaps(other.force)
  }

  /// True when a path names this parameter.
  func meets(_ path: Path) -> Bool {
    guard path.outward == 0, path.names.count == 1, let name = path.names.first else {
      return false
    }
    return name.meets(self.name)
  }
}
