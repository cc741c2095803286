import Diagnostics
import Dossier
import LocatedJSON
import Vocabulary

extension ShapeChecker {
  /// Checks a value of the right type against what its shape says of the content.
  ///
  /// Returns false when a fault was reported.
  mutating func checkScalar(_ value: JSONValue, _ shape: Shape, _ pointer: JSONPointer) -> Bool {
    let place = file.place(value, pointer)
    guard let text = value.scalarText,
      let fault = Self.fault(text, shape, name(pointer), at: place)
    else { return true }
    report(fault)
    return false
  }

  private static func fault(
    _ text: String, _ shape: Shape, _ name: String, at place: Place
  ) -> Diagnostic? {
    switch shape {
    case .text(let rule):
      if rule.accepts(text) { return nil }
      return TextRule.any.accepts(text)
        ? .malformed(text, rule, at: place) : .blank(name, at: place)
    case .enumeration(let words):
      return words.contains(text) ? nil : .unknownWord(text, allowed: words, at: place)
    case .integer(let range):
      guard let number = wholeNumber(text) else { return .notWhole(text, name, at: place) }
      return range.contains(number) ? nil : .outOfRange(text, range, name, at: place)
    case .quantity, .percent:
      guard let quantity = Quantity(parsing: text) else {
        return .notQuantity(text, name, at: place)
      }
      guard quantity.hundredths >= 0 else { return .negative(text, name, at: place) }
      guard case .percent = shape else { return nil }
      let whole = Quantity(hundredths: 100_00)
      return quantity > whole
        ? .outOfRange(text, 0...100, name, at: place) : share(quantity, text, name, at: place)
    case .date:
      do throws(CivilDate.Failure) {
        _ = try CivilDate(text)
        return nil
      } catch {
        return .notADate(error, name, at: place)
      }
    case .object, .list, .boolean, .identifier, .reference, .map:
      return nil
    }
  }

  /// What to ask of a share that may have been written as a part of one.
  private static func share(
    _ share: Quantity, _ text: String, _ name: String, at place: Place
  ) -> Diagnostic? {
    let isPartOfOne = (1..<100).contains(share.hundredths)
    return isPartOfOne ? .perhapsPartOfOne(share, text, name, at: place) : nil
  }

  /// A number written without fraction and exponent; JSON allows no sign but `-`.
  private static func wholeNumber(_ text: String) -> Int? {
    text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (48...57).contains($0) } ? Int(text) : nil
  }

  /// Checks that no stretch of time ends before it begins.
  mutating func checkStretches(
    _ object: JSONValue, _ shape: ObjectShape, _ pointer: JSONPointer
  ) {
    for stretch in shape.stretches {
      guard let from = object[stretch.from]?.scalarText, let end = object[stretch.to],
        let to = end.scalarText, Self.isSound(from, shape.field(stretch.from)),
        Self.isSound(to, shape.field(stretch.to)), to < from
      else { continue }
      let place = file.place(end, pointer.appending(stretch.to))
      report(.reversed(stretch, from: from, to: to, at: place))
    }
  }

  // Sound days, hours and four-digit years sort as text, so one comparison serves all three.
  private static func isSound(_ text: String, _ field: Field?) -> Bool {
    field.map { fault(text, $0.shape, "", at: .nowhere) == nil } ?? false
  }

  /// Checks that `$schema` names the schema of this file; only the last component counts.
  mutating func checkSchemaKey(_ members: [JSONValue.Member]) {
    guard let schema = members.first(where: { $0.name == "$schema" })?.value else { return }
    let pointer = JSONPointer(["$schema"])
    let place = file.place(schema, pointer)
    guard let path = schema.string else {
      report(.wrongType(schema, .text(), name(pointer), at: place))
      return
    }
    let last = path.split(separator: "/").last.map(String.init) ?? path
    let expected = file.kind.rawValue + ".schema.json"
    if last != expected { report(.otherSchema(last, expected: expected, at: place)) }
  }
}

extension Quantity {
  /// Reads a JSON number with at most two decimals and no exponent.
  init?(parsing text: String) {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0).split(
      separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Int(parts[0]), whole <= 1_000_000_000_000,
      parts[0].utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    var cents = 0
    if parts.count == 2 {
      guard (1...2).contains(parts[1].utf8.count), let decimals = Int(parts[1]), decimals >= 0
      else { return nil }
      cents = parts[1].utf8.count == 1 ? decimals * 10 : decimals
    }
    self.init(hundredths: (isNegative ? -1 : 1) * (whole * 100 + cents))
  }
}
