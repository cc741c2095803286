internal import Diagnostics
internal import Dossier
internal import Expressions
internal import LocatedJSON
internal import Vocabulary

/// One object of a pack, whose keys are taken one by one; what is left over is unknown.
struct PackRow {
  /// What was wrong with the keys taken so far.
  private(set) var findings: [Diagnostic] = []
  /// Where the object stands.
  let place: Place

  private let value: JSONValue
  private let pointer: JSONPointer
  private let document: JSONDocument
  private var taken: Set<String> = []

  /// A value of the object, with the way to it.
  struct Field {
    let value: JSONValue
    let pointer: JSONPointer
  }

  init(_ value: JSONValue, _ pointer: JSONPointer, of document: JSONDocument) {
    self.value = value
    self.pointer = pointer
    self.document = document
    place = document.place(of: value, pointer: pointer)
  }

  /// Reports the keys that nothing asked for.
  mutating func finish() {
    guard case .object(let members) = value.kind else { return }
    for member in members where !taken.contains(member.name) {
      let at = document.source.place(
        of: member.nameRange, pointer: pointer.appending(member.name))
      findings.append(.unknownKey(member.name, at: at))
    }
  }

  /// A key that may be absent or null.
  mutating func optional(_ key: String) -> Field? {
    taken.insert(key)
    guard let found = value[key], !found.isNull else { return nil }
    return Field(value: found, pointer: pointer.appending(key))
  }

  /// A key that must be there.
  mutating func required(_ key: String) -> Field? {
    if let field = optional(key) { return field }
    findings.append(.missingKey(key, at: place))
    return nil
  }

  mutating func text(_ key: String) -> String? { required(key).flatMap { text($0) } }

  mutating func optionalText(_ key: String) -> String? { optional(key).flatMap { text($0) } }

  mutating func date(_ key: String) -> CivilDate? { required(key).flatMap { date($0) } }

  mutating func optionalDate(_ key: String) -> CivilDate? { optional(key).flatMap { date($0) } }

  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Word.Type
  ) -> Word? where Word.RawValue == String {
    required(key).flatMap { word($0, type) }
  }

  mutating func optionalWord<Word: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Word.Type
  ) -> Word? where Word.RawValue == String {
    optional(key).flatMap { word($0, type) }
  }

  /// A list of words, at least one.
  mutating func words<Word: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Word.Type
  ) -> [Word]? where Word.RawValue == String {
    guard let field = required(key) else { return nil }
    guard let items = items(field), !items.isEmpty else {
      return wrong(field, needs: "danh sách có ít nhất một từ")
    }
    let words = items.compactMap { word($0, type) }
    return words.count == items.count ? words : nil
  }

  /// An object that may be absent; every key it has must be read.
  mutating func row<Result>(_ key: String, read: (inout PackRow) -> Result?) -> Result? {
    guard let field = optional(key) else { return nil }
    var row = PackRow(field.value, field.pointer, of: document)
    let result = read(&row)
    row.finish()
    findings += row.findings
    return result
  }

  /// A list of texts, at least one.
  mutating func texts(_ key: String) -> [String]? {
    guard let field = required(key) else { return nil }
    guard let items = items(field), !items.isEmpty else {
      return wrong(field, needs: "danh sách có ít nhất một đoạn chữ")
    }
    let texts = items.compactMap { text($0) }
    return texts.count == items.count ? texts : nil
  }

  /// A list of objects.
  mutating func rows(_ key: String) -> [PackRow] {
    guard let field = required(key) else { return [] }
    guard let items = items(field) else {
      _ = wrong(field, needs: "danh sách") as Never?
      return []
    }
    return items.map { PackRow($0.value, $0.pointer, of: document) }
  }

  /// The days on which a text holds.
  mutating func force(_ field: Field) -> Force? {
    var row = PackRow(field.value, field.pointer, of: document)
    let from = row.date("tu")
    let until = row.optionalDate("den")
    let reason = row.optionalText("den_vi")
    row.finish()
    findings += row.findings
    guard let from else { return nil }
    if let until, until <= from { return wrong(field, needs: "“den” sau “tu”") }
    if until != nil, reason == nil {
      return wrong(field, needs: "“den_vi” nói vì sao hết hiệu lực")
    }
    return Force(from: from, until: until, endReason: reason)
  }

  /// The places in the instrument, at least one, each with an article or a section.
  mutating func citations() -> [Citation]? {
    guard let field = required("can_cu") else { return nil }
    guard let items = items(field), !items.isEmpty else {
      return wrong(field, needs: "danh sách có ít nhất một điều khoản")
    }
    let citations = items.compactMap { citation($0) }
    return citations.count == items.count ? citations : nil
  }

  private mutating func citation(_ field: Field) -> Citation? {
    var row = PackRow(field.value, field.pointer, of: document)
    let section = row.optionalText("muc")
    let article = row.optional("dieu").flatMap { row.count($0) }
    let clause = row.optional("khoan").flatMap { row.count($0) }
    let point = row.optionalText("diem")
    row.finish()
    findings += row.findings
    guard (section == nil) != (article == nil) else {
      return wrong(field, needs: "“dieu” (hoặc “muc” đối với kế hoạch)")
    }
    guard point == nil || clause != nil else { return wrong(field, needs: "“khoan” chứa điểm này") }
    return Citation(section: section, article: article, clause: clause, point: point)
  }

  /// A condition in the shared expression language.
  mutating func condition(_ key: String) -> Rule.Condition? {
    guard let field = required(key), let text = text(field) else { return nil }
    do throws(ExpressionFailure) {
      return Rule.Condition(
        text: text, expression: try ExpressionParser.parse(text), origin: place(of: field))
    } catch {
      findings.append(.badCondition(error, at: place(of: field)))
      return nil
    }
  }

  private func items(_ field: Field) -> [Field]? {
    field.value.array?.enumerated().map { index, item in
      Field(value: item, pointer: field.pointer.appending(index))
    }
  }

  private mutating func text(_ field: Field) -> String? {
    guard let text = field.value.string, !text.allSatisfy(\.isWhitespace) else {
      return wrong(field, needs: "một đoạn chữ")
    }
    return text
  }

  private mutating func date(_ field: Field) -> CivilDate? {
    guard let text = field.value.string, let date = try? CivilDate(text) else {
      return wrong(field, needs: "ngày dạng năm-tháng-ngày")
    }
    return date
  }

  /// A whole number above 0.
  mutating func count(_ field: Field) -> Int? {
    guard case .number(let written) = field.value.kind, let number = Int(written), number > 0 else {
      return wrong(field, needs: "số nguyên dương")
    }
    return number
  }

  private mutating func word<Word: RawRepresentable & CaseIterable>(
    _ field: Field, _ type: Word.Type
  ) -> Word? where Word.RawValue == String {
    if let word = field.value.string.flatMap(Word.init(rawValue:)) { return word }
    return wrong(field, needs: Word.allCases.map(\.rawValue).joined(separator: ", "))
  }

  private mutating func wrong<Result>(_ field: Field, needs: String) -> Result? {
    findings.append(.wrongValue(needs: needs, at: place(of: field)))
    return nil
  }

  private func place(of field: Field) -> Place {
    document.place(of: field.value, pointer: field.pointer)
  }
}
