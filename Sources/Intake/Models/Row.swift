import Diagnostics
import Dossier
import LocatedJSON
import Vocabulary

/// An object of a file, from which a part of the model is made.
///
/// The checks across keys and files read through it too: what is absent, or of the wrong type, is
/// nil there, and was reported by the check of shapes.
struct Row {
  let file: CheckedFile
  let value: JSONValue
  let pointer: JSONPointer

  /// A value that the checks should have refused.
  struct Unread: Error {
    /// Where it stands.
    let place: Place
  }

  /// The object at the top of a file.
  init(_ file: CheckedFile) {
    self.init(file: file, value: file.root, pointer: .root)
  }

  private init(file: CheckedFile, value: JSONValue, pointer: JSONPointer) {
    self.file = file
    self.value = value
    self.pointer = pointer
  }

  /// Where the object stands.
  var origin: Place { file.place(value, pointer) }

  private func required<Value>(_ key: String, _ value: Value?) throws(Unread) -> Value {
    guard let value else {
      throw Unread(place: file.place(self.value, pointer.appending(key)))
    }
    return value
  }

  /// A text, when it is known.
  func optionalText(_ key: String) -> String? { value[key]?.string }

  /// A text.
  func text(_ key: String) throws(Unread) -> String { try required(key, optionalText(key)) }

  /// A list of texts; empty when the key is absent.
  func texts(_ key: String) -> [String] { (value[key]?.array ?? []).compactMap(\.string) }

  /// A list of texts, when it is known; empty when it is known that there is none.
  func optionalTexts(_ key: String) -> [String]? { value[key]?.array?.compactMap(\.string) }

  /// A whole number, when it is known.
  func optionalInteger(_ key: String) -> Int? {
    guard case .number(let text) = value[key]?.kind else { return nil }
    return Int(text)
  }

  /// A whole number.
  func integer(_ key: String) throws(Unread) -> Int { try required(key, optionalInteger(key)) }

  /// A list of whole numbers; empty when the key is absent.
  func integers(_ key: String) -> [Int] {
    (value[key]?.array ?? []).compactMap { $0.scalarText.flatMap { Int($0) } }
  }

  /// A list of whole numbers, when it is known.
  func optionalIntegers(_ key: String) -> [Int]? {
    value[key]?.array?.compactMap { $0.scalarText.flatMap { Int($0) } }
  }

  /// An exact number, when it is known.
  func optionalQuantity(_ key: String) -> Quantity? {
    value[key]?.scalarText.flatMap(Quantity.init(parsing:))
  }

  /// A truth value, when it is known.
  func optionalFlag(_ key: String) -> Bool? {
    guard case .boolean(let flag) = value[key]?.kind else { return nil }
    return flag
  }

  /// A truth value.
  func flag(_ key: String) throws(Unread) -> Bool { try required(key, optionalFlag(key)) }

  /// A day, when it is known.
  func optionalDate(_ key: String) -> CivilDate? {
    optionalText(key).flatMap { try? CivilDate($0) }
  }

  /// A day.
  func date(_ key: String) throws(Unread) -> CivilDate { try required(key, optionalDate(key)) }

  /// A word of a closed list, when it is known.
  func optionalWord<Word: RawRepresentable>(_ key: String) -> Word?
  where Word.RawValue == String {
    optionalText(key).flatMap(Word.init(rawValue:))
  }

  /// A word of a closed list.
  func word<Word: RawRepresentable>(_ key: String) throws(Unread) -> Word
  where Word.RawValue == String {
    try required(key, optionalWord(key))
  }

  /// The id of an entity, when it is known.
  func optionalID<Entity>(_ key: String) -> ID<Entity>? { optionalText(key).map { ID($0) } }

  /// The id of an entity.
  func id<Entity>(_ key: String) throws(Unread) -> ID<Entity> { ID(try text(key)) }

  /// A list of ids, when it is known.
  func optionalIDs<Entity>(_ key: String) -> [ID<Entity>]? {
    optionalTexts(key)?.map { ID($0) }
  }

  /// A list of ids.
  func ids<Entity>(_ key: String) throws(Unread) -> [ID<Entity>] {
    try required(key, optionalIDs(key))
  }

  /// The person or the unit that a row is about: `nguoi` or `don_vi`.
  func nominee() throws(Unread) -> Nominee {
    if let person = optionalText("nguoi") { return .person(ID(person)) }
    return .unit(try id("don_vi"))
  }

  /// The object under a key, when there is one.
  func row(_ key: String) -> Row? {
    guard let item = value[key], case .object = item.kind else { return nil }
    return Row(file: file, value: item, pointer: pointer.appending(key))
  }

  /// The objects of a list, whatever is right or wrong in them; other items are left out.
  func items(_ key: String) -> [Row] {
    let list = pointer.appending(key)
    return (value[key]?.array ?? []).enumerated().compactMap { index, item in
      guard case .object = item.kind else { return nil }
      return Row(file: file, value: item, pointer: list.appending(index))
    }
  }

  /// The texts of a list, each with its place; other items are left out.
  func placedTexts(_ key: String) -> [(text: String, place: Place)] {
    let list = pointer.appending(key)
    return (value[key]?.array ?? []).enumerated().compactMap { index, item in
      item.string.map { ($0, file.place(item, list.appending(index))) }
    }
  }

  /// The objects of a list, each made into a part of the model; empty when the key is absent.
  func rows<Part>(
    _ key: String, _ make: (Row) throws(Unread) -> Part
  ) throws(Unread) -> [Part] {
    let list = pointer.appending(key)
    var parts: [Part] = []
    for (index, item) in (value[key]?.array ?? []).enumerated() {
      parts.append(try make(Row(file: file, value: item, pointer: list.appending(index))))
    }
    return parts
  }

  /// The objects of a list, when it is known, each made into a part of the model.
  func optionalRows<Part>(
    _ key: String, _ make: (Row) throws(Unread) -> Part
  ) throws(Unread) -> [Part]? {
    value[key]?.array == nil ? nil : try rows(key, make)
  }

  /// Where the value of a key stands; where it would be written, when it does not.
  func place(of key: String) -> Place {
    value[key].map { file.place($0, pointer.appending(key)) } ?? origin.key(key)
  }

  /// The names of the object under a key, those of which nothing is known too.
  func names(_ key: String) -> [String] {
    guard case .object(let members) = value[key]?.kind else { return [] }
    return members.map(\.name)
  }

  /// The names and values of the object under a key, those not known too, each with its place.
  func placedMembers(_ key: String) -> [(name: String, value: JSONValue, place: Place)] {
    guard case .object(let members) = value[key]?.kind else { return [] }
    let map = pointer.appending(key)
    return members.map { ($0.name, $0.value, file.place($0.value, map.appending($0.name))) }
  }

  /// The names and values of the object under a key, those not known left out.
  func entries(_ key: String) -> [(name: String, value: JSONValue)] {
    guard case .object(let members) = value[key]?.kind else { return [] }
    return members.filter { !$0.value.isNull }.map { ($0.name, $0.value) }
  }
}
