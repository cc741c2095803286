internal import Diagnostics
internal import LocatedJSON
internal import Publishing
package import Templating

extension Pipeline {
  /// `thidua inspect`: the tags of a template, the data it needs, and what given data lack.
  package static func inspect(_ request: InspectRequest, in world: World) -> RunResult {
    if let copy = request.annotate,
      let fault = Diagnostic.misplacedCopy(copy, of: request.template)
    {
      return RunResult([fault], status: .usage)
    }
    do throws(PublishingFailure) {
      let compiled = try compile(request.template, request.delimiters, world)
      var findings = compiled.findings
      if let template = compiled.value, let data = request.data {
        let root = try readData(data, world)
        findings += root.findings
        if let value = root.value {
          let rendered = template.render(value, pictures: .files(beside: data)).findings
          findings += rendered
          findings += differences(
            template.comparison(with: value), file: data, template: request.template,
            told: rendered)
        }
      }
      let written = try annotate(request, &findings, world)
      guard let template = compiled.value else { return RunResult(findings, tail: written ?? "") }
      let notes = template.tags.map { "\($0.text)\n  \($0.place.context ?? "")" }
      let output = String(
        decoding: JSONWriter.pretty(listing(of: template, request.template)), as: UTF8.self)
      let tail = ["\(template.tags.count) thẻ trong mẫu", written].compactMap(\.self)
      return RunResult(
        findings, output: output, notes: notes, tail: tail.joined(separator: "; "))
    } catch {
      return RunResult(error)
    }
  }

  /// The tags, the schema and a sample, for programs.
  private static func listing(of template: Template, _ path: String) -> JSONValue {
    [
      "template": .string(path),
      "tags": .array(
        template.tags.map {
          [
            "tag": .string($0.text), "part": .string($0.place.part),
            "context": .string($0.place.context),
          ]
        }), "schema": template.schema, "sample": template.sample,
    ]
  }

  /// Writes the copy with comments, when one is asked for; the words that say so.
  private static func annotate(
    _ request: InspectRequest, _ findings: inout [Diagnostic], _ world: World
  ) throws(PublishingFailure) -> String? {
    guard let path = request.annotate else { return nil }
    let copy = Template.annotated(try world.files.read(request.template), with: findings)
    findings += copy.findings
    guard let bytes = copy.value else { return nil }
    try FilePublisher.write(bytes, to: path, files: world.files)
    return "đã ghi \(path)"
  }

  /// What data lack and have too much, but for what filling the template has told already.
  private static func differences(
    _ comparison: DataComparison, file: String, template: String, told: [Diagnostic]
  ) -> [Diagnostic] {
    let lacking = comparison.missing.filter { missing in
      !told.contains { finding in
        finding.code == Code("TE030") && missing.tags.contains { $0.place == finding.place }
          && missing.spellings.contains { finding.message.hasSuffix("\($0)”") }
      }
    }
    return lacking.map { .unreached($0, file: file, template: template) }
      + comparison.unread.map { .unread($0, file: file) }
  }
}

/// What `thidua inspect` is asked for.
package struct InspectRequest: Sendable {
  /// The template.
  package var template: String
  /// The JSON file it is held against.
  package var data: String?
  /// The copy of the template to write, with a comment at each fault.
  package var annotate: String?
  /// The pairs of signs that are read as tags.
  package var delimiters: [Delimiters]

  /// Creates a request.
  package init(
    template: String, data: String? = nil, annotate: String? = nil,
    delimiters: [Delimiters] = Delimiters.families
  ) {
    self.template = template
    self.data = data
    self.annotate = annotate
    self.delimiters = delimiters
  }
}

extension Diagnostic {
  /// Why a copy cannot have this path; nil when it can.
  fileprivate static func misplacedCopy(
    _ path: String, of template: String
  ) -> Diagnostic? {
    let suffix = { (path: String) in PathText.name(path).split(separator: ".").last?.lowercased() }
    guard suffix(path) == suffix(template) else {
      return .error(
        Code("PL082"), "bản có chú thích “\(path)” phải có đuôi như mẫu “\(template)”",
        at: .file(path), help: "đổi đuôi tệp trong --annotate")
    }
    guard PathText.normalised(path) != PathText.normalised(template) else {
      return .error(
        Code("PL082"), "bản có chú thích “\(path)” sẽ ghi đè chính mẫu", at: .file(path),
        help: "ghi tên khác trong --annotate")
    }
    return nil
  }

  fileprivate static func unreached(
    _ missing: DataComparison.Missing, file: String, template: String
  ) -> Diagnostic {
    let place = missing.pointer.isEmpty ? "gốc của dữ liệu" : "“\(missing.pointer)”"
    let others = missing.count > 1 ? " và \(missing.count - 1) mục khác cùng loại" : ""
    let tag = missing.tags.first.map { "thẻ “\($0.text)” đọc" } ?? "mẫu đọc"
    return .warning(
      Code("PL080"),
      "\(tag) “\(missing.name)” ở phần mà lần này không in; \(place)\(others) không có khóa ấy",
      at: missing.tags.first?.place ?? .file(template),
      help: missing.nearest.map { "có phải là khóa “\($0)” của dữ liệu?" }
        ?? "thêm khóa ấy vào dữ liệu, hoặc viết “| mặc định …” trong thẻ")
  }

  fileprivate static func unread(
    _ unread: DataComparison.Unread, file: String
  ) -> Diagnostic {
    let place = Place(file: file, pointer: unread.pointer)
    if let nearest = unread.nearest {
      return .warning(
        Code("PL081"),
        "không thẻ nào đọc “\(unread.pointer)”, còn mẫu đọc “\(nearest)” mà dữ liệu"
          + " không có", at: place, help: "sửa khóa hoặc thẻ cho cùng một tên “\(nearest)”")
    }
    return .info(
      Code("PL005"), "không thẻ nào đọc “\(unread.pointer)”", at: place,
      help: "bỏ qua nếu cố ý; nếu không, kiểm tra tên trong mẫu")
  }
}
