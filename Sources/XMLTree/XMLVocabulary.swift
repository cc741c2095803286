/// The names that a reader asks for, each with a number, known before anything is read.
///
/// Elements of an ``XMLOutline`` bear the numbers of their names, so that asking what an element is
/// compares two numbers. A name that is not in the vocabulary has the number 0.
public struct XMLVocabulary: Sendable {
  private let locals: NumberTable
  private let namespaces: NumberTable

  /// Numbers names from 1, in the order given.
  ///
  /// - Parameters:
  ///   - locals: Local parts of names.
  ///   - namespaces: URIs of namespaces.
  public init(locals: [String], namespaces: [String]) {
    self.locals = NumberTable(locals)
    self.namespaces = NumberTable(namespaces)
  }

  /// The number of what stands outside every namespace, such as an attribute without a prefix.
  public static let outside = UInt16.max

  /// A vocabulary of no names.
  public static let empty = XMLVocabulary(locals: [], namespaces: [])

  func number(ofLocal name: Span<UInt8>) -> UInt16 { locals.number(of: name) }
  func number(ofNamespace name: Span<UInt8>) -> UInt16 {
    name.isEmpty ? Self.outside : namespaces.number(of: name)
  }
}

/// A table from bytes to numbers that makes no string to look one up.
private struct NumberTable: Sendable {
  private let names: [[UInt8]]
  /// The numbers of names by their hashes; 0 for none.
  private var slots: [UInt16]

  init(_ texts: [String]) {
    precondition(texts.count < 0x4000, "more names than numbers")
    names = texts.map { Array($0.utf8) }
    var size = 16
    while size < names.count * 4 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for (index, name) in names.enumerated() {
      var slot = Self.hash(name.span) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt16(index + 1)
    }
  }

  func number(of name: Span<UInt8>) -> UInt16 {
    var slot = Self.hash(name) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = slots[slot]
      let known = names[Int(number) - 1]
      if Self.areEqual(known.span, name) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0
  }

  private static func areEqual(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    guard one.count == other.count else { return false }
    for index in one.indices where one[index] != other[index] { return false }
    return true
  }

  /// FNV-1a: short names, and a hostile one can only miss.
  private static func hash(_ name: Span<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for index in name.indices { hash = (hash ^ UInt32(name[index])) &* 16_777_619 }
    return Int(hash)
  }
}
