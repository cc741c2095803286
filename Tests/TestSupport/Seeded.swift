/// A generator of numbers that gives the same ones for the same seed, on every machine.
///
/// - Source: SplitMix64, Steele, Lea and Flood, 2014.
public struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  /// Creates a generator.
  public init(_ seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number below a bound.
  public mutating func number(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  /// One of some things; there must be one.
  public mutating func pick<Thing>(_ things: [Thing]) -> Thing {
    things[number(below: things.count)]
  }

  /// A text of up to so many signs, of those that give trouble.
  public mutating func text(_ longest: Int) -> String {
    (0..<number(below: longest + 1)).map { _ in pick(Self.signs) }.joined()
  }

  private static let signs = [
    "a", "Z", "9", " ", "  ", "\n", "\r", "\t", "\r\n", "\"", "'", "\\", "/", "<", ">", "&", "]]>",
    "ế", "e\u{302}\u{301}", "Ằ", "\u{A0}", "\u{FEFF}", "\u{200B}", "\u{7F}", "\u{85}", "\u{2028}",
    "😀", "\u{10FFFF}", "{{", "<<", "«", "%3C", "\u{FFFD}",
  ]
}
