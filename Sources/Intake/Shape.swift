/// What a value of an input file may look like, as data.
///
/// Both the checker and the JSON Schema are made from it, so that an editor and the program
/// never disagree.
indirect enum Shape: Sendable {
  /// An object with fixed keys.
  case object(ObjectShape)
  /// A list of at least some items of one shape, no two with the same value under a key.
  case list(Shape, atLeast: Int = 0, distinctBy: String? = nil)
  /// A text that is not blank.
  case text(TextRule = .any)
  /// A whole number.
  case integer(ClosedRange<Int>)
  /// A number from 0 with at most two decimals.
  case quantity
  /// A share in per cent, from 0 to 100, with at most two decimals.
  case percent
  /// `true` or `false`.
  case boolean
  /// A day in the form `YYYY-MM-DD`.
  case date
  /// One of a closed list of words.
  case enumeration([String])
  /// The id, or for contents and criteria the number, under which other files know an entity.
  case identifier(EntityKind)
  /// The id or number of an entity that is defined elsewhere.
  case reference(EntityKind)
  /// An object whose keys are data; a value may be `null` (not known yet).
  case map(MapKey, Shape)
}

extension Shape {
  /// The words of an enumeration whose raw values stand in the files.
  static func words<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> Shape
  where Word.RawValue == String {
    .enumeration(type.allCases.map(\.rawValue))
  }

  /// An object with fixed keys.
  static func object(_ fields: [Field]) -> Shape { .object(ObjectShape(fields)) }

  /// A list of texts.
  static let texts = Shape.list(.text())

  /// A year in which a movement, a rating or an award may lie.
  static let year = Shape.integer(1945...2100)

  /// A count.
  static let count = Shape.integer(counts)

  /// How large a count may be.
  static let counts = 0...1_000_000
}

/// An object with fixed keys.
struct ObjectShape: Sendable {
  /// The keys, in the order in which a clerk fills them.
  let fields: [Field]
  /// Groups of keys of which exactly one is present.
  var oneOf: [[String]] = []
  /// The first and last key of each stretch of time, when the object has one.
  var stretches: [(from: String, to: String)]

  init(_ fields: [Field]) {
    self.fields = fields
    let keys = fields.map(\.key)
    let known = [
      ("tu_ngay", "den_ngay"), ("tinh_tu_ngay", "tinh_den_ngay"), ("tu_nam", "den_nam"),
      ("ngay_vao", "ngay_thoi"), ("bat_dau", "ket_thuc"),
    ]
    stretches = known.filter { keys.contains($0.0) && keys.contains($0.1) }
  }

  /// The same object, where exactly one of some keys is present.
  func exactlyOne(of keys: String...) -> Shape {
    var result = self
    result.oneOf.append(keys)
    return .object(result)
  }

  /// The field with that key.
  func field(_ key: String) -> Field? { fields.first { $0.key == key } }
}

/// A key of an object.
struct Field: Sendable {
  /// The key as the file writes it.
  let key: String
  /// What its value looks like.
  let shape: Shape
  /// Whether it must be there.
  let presence: Presence
  /// What it means, for the clerk, in Vietnamese.
  let description: String

  /// Whether a key must be there.
  enum Presence: Sendable {
    /// Present, and not `null`.
    case required
    /// Absent or `null` while the fact is not known.
    case optional
    /// One of a group of which exactly one is present, and then not `null`.
    case alternative
  }

  /// A key that must be there.
  static func required(_ key: String, _ shape: Shape, _ description: String) -> Field {
    Field(key: key, shape: shape, presence: .required, description: description)
  }

  /// A key that is absent or `null` while the fact is not known.
  static func optional(_ key: String, _ shape: Shape, _ description: String) -> Field {
    Field(key: key, shape: shape, presence: .optional, description: description)
  }

  /// A key of a group of which exactly one is present.
  static func alternative(_ key: String, _ shape: Shape, _ description: String) -> Field {
    Field(key: key, shape: shape, presence: .alternative, description: description)
  }
}

/// What the keys of a map are.
enum MapKey: Sendable {
  /// Ids of entities.
  case entity(EntityKind)
  /// Years.
  case year
  /// One of a closed list of words.
  case enumeration([String])

  /// The words of an enumeration whose raw values stand in the files.
  static func words<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> MapKey
  where Word.RawValue == String {
    .enumeration(type.allCases.map(\.rawValue))
  }
}
