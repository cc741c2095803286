/// How many signs of markup a stretch of a part holds.
///
/// Two accounts are kept of every part that is rendered: what its instructions meant to write, and
/// what went to the deflater. Every element costs a `<`, and every sign of a tag a `<` that was
/// escaped or a `{`; so a value that was not escaped, a stretch lost or written twice, a tag that
/// nobody filled or an element left open makes the two differ, whatever the data say.
struct Signs: Sendable, Hashable {
  /// `<`, `&` and `{`, then the elements opened and not closed; sums of sums are sums.
  private var lanes = SIMD4<Int32>()

  /// Nothing.
  static let none = Signs()

  private init() {}

  /// The signs that bytes hold; how many elements they open is not told by counting.
  init(counting bytes: borrowing Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { unsafe count($0) }
  }

  /// The signs of bytes that leave so many elements open.
  func opening(_ elements: Int) -> Signs {
    var signs = self
    signs.lanes.w = Int32(truncatingIfNeeded: elements)
    return signs
  }

  static func += (left: inout Signs, right: Signs) { left.lanes &+= right.lanes }

  /// Notes an `&` that stands for a character of a value.
  mutating func addAmpersand() { lanes.y &+= 1 }

  /// Notes a `{` of a value.
  mutating func addBrace() { lanes.z &+= 1 }

  private typealias Block = SIMD16<UInt8>

  /// Block by block: it is done to every byte that is written.
  private mutating func count(_ bytes: UnsafeRawBufferPointer) {
    let one = Block(repeating: 1)
    var offset = 0
    while offset + Block.scalarCount <= bytes.count {
      var less = Block(), ampersands = Block(), braces = Block()
      // A byte counts up to 255.
      let blocks = min(255, (bytes.count - offset) / Block.scalarCount)
      for _ in 0..<blocks {
        let block = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: Block.self)
        less.replace(with: less &+ one, where: block .== Self.less)
        ampersands.replace(with: ampersands &+ one, where: block .== Self.ampersand)
        braces.replace(with: braces &+ one, where: block .== Self.brace)
        offset += Block.scalarCount
      }
      lanes.x &+= Self.sum(less)
      lanes.y &+= Self.sum(ampersands)
      lanes.z &+= Self.sum(braces)
    }
    for index in offset..<bytes.count {
      switch unsafe bytes[index] {
      case Self.less: lanes.x &+= 1
      case Self.ampersand: lanes.y &+= 1
      case Self.brace: lanes.z &+= 1
      default: break
      }
    }
  }

  private static func sum(_ block: Block) -> Int32 {
    Int32(SIMD16<UInt16>(truncatingIfNeeded: block).wrappedSum())
  }

  private static let less = UInt8(ascii: "<")
  private static let ampersand = UInt8(ascii: "&")
  private static let brace = UInt8(ascii: "{")
}
