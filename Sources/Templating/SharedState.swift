internal import ZipContainer

/// What the parts of one document share while they are made: numbers, relationships.
struct SharedState: Sendable {
  /// A relationship that a link or a picture of a part made.
  struct Relationship: Sendable {
    let id: String
    let type: String
    /// The target, escaped for an attribute.
    let target: [UInt8]
    let isExternal: Bool

    /// The relationship as its part holds it.
    var markup: [UInt8] {
      Array("<Relationship Id=\"\(id)\" Type=\"\(type)\" Target=\"".utf8) + target
        + Array((isExternal ? "\" TargetMode=\"External\"/>" : "\"/>").utf8)
    }
  }

  /// The numbers that no copy has taken yet.
  var numbers: FreshNumbers
  /// The relationships that each part made, in the order in which it made them.
  private(set) var relationships: [String: [Relationship]] = [:]
  /// How many relationships of each part, and how many pictures, were listed; for look-up only.
  var told: [String: Int] = [:]
  var toldMedia = 0
  /// For look-up only: its order is never used.
  private var known: [Target: String] = [:]
  /// The pictures that were made, each once, in the order in which they were first needed.
  private(set) var media: [Medium] = []
  /// For look-up only: its order is never used.
  private var mediaByBytes: [[UInt8]: String] = [:]

  /// The lists that were begun anew, in their order.
  private(set) var lists: [(id: Int, slot: ListSlot)] = []

  /// Begins a list anew; its number.
  mutating func newList(_ slot: ListSlot) -> Int {
    let id = numbers.next()
    lists.append((id, slot))
    return id
  }

  /// A picture as an entry of the package.
  struct Medium: Sendable {
    let name: String
    let kind: PictureFile.Kind
    let bytes: [UInt8]
  }

  private struct Target: Hashable {
    let part: String
    let type: String
    let target: [UInt8]
  }

  /// What frames became for the items, by part and key; in the order of the items.
  var copies: [FrameKey: [UInt8]] = [:]
  /// The frames whose copies take the place of the template's own.
  var replaced: Set<FrameKey> = []
  /// The styles that pictures in frames made.
  var frameStyles: [[UInt8]] = []
  /// The headers and footers that were made, in their order.
  var parts: [MadePart] = []
  /// For look-up only: its order is never used.
  var knownParts: [MadePart.Content: Int] = [:]
  /// The last number a note was given, by its part.
  var lastNotes: [String: Int] = [:]
  /// How many items have had pages of their own.
  var items = 0

  /// A stretch of a part that items have copies of.
  struct FrameKey: Hashable {
    let part: String
    let key: String
  }

  /// A header or footer of an item.
  struct MadePart: Sendable {
    let name: String
    /// The part of the template that it was made of.
    let model: String
    /// The id of its relationship.
    let id: String
    let type: String
    let entry: ZipEntry

    /// What two parts have alike that may be one.
    struct Content: Hashable {
      let model: String
      let checksum: UInt32
      let compressed: ArraySlice<UInt8>
    }
  }

  init(numbers: FreshNumbers) { self.numbers = numbers }

  /// The beginning of every id that is made here; a template has no such ids.
  static let idPrefix = "rIdTD"

  /// The id of a relationship of a part; one target has one relationship.
  mutating func relationship(
    to target: [UInt8], type: String, isExternal: Bool, in part: String
  ) -> String {
    let key = Target(part: part, type: type, target: target)
    if let id = known[key] { return id }
    let id = Self.idPrefix + String(numbers.next())
    relationships[part, default: []].append(
      Relationship(id: id, type: type, target: target, isExternal: isExternal))
    known[key] = id
    return id
  }
}

extension SharedState {
  /// The entry that holds a picture; equal pictures have one.
  mutating func entry(for picture: PictureFile, in folder: String) -> String {
    if let name = mediaByBytes[picture.bytes] { return name }
    let name = "\(folder)thidua-\(numbers.next()).\(picture.kind.suffix)"
    media.append(Medium(name: name, kind: picture.kind, bytes: picture.bytes))
    mediaByBytes[picture.bytes] = name
    return name
  }
}

/// What a link may lead to.
enum LinkTarget {
  private static let schemes: Set<String> = ["http", "https", "mailto", "tel", "ftp"]

  /// The scheme of an address when no document should open it, such as `javascript`.
  static func forbiddenScheme(of target: [UInt8]) -> String? {
    let head = target.prefix { !"/?#".utf8.contains($0) }
    guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = String(decoding: head[..<colon], as: UTF8.self)
    return schemes.contains(scheme.lowercased()) ? nil : scheme
  }
}
