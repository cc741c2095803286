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
  private typealias Marks = SIMD16<Int8>

  /// Sixteen bytes at once: it is done to every byte that is written.
  private mutating func count(_ bytes: UnsafeRawBufferPointer) {
    let (less, ampersand, brace) = (
      Block(repeating: Self.less), Block(repeating: Self.ampersand), Block(repeating: Self.brace)
    )
    var offset = 0
    while offset + Block.scalarCount <= bytes.count {
      var found = (Marks(), Marks(), Marks())
      // An Int8 counts up to 127.
      let blocks = min(127, (bytes.count - offset) / Block.scalarCount)
      for _ in 0..<blocks {
        let block = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: Block.self)
        // What is equal is −1, all bits set.
        found.0 &-= unsafe unsafeBitCast(block .== less, to: Marks.self)
        found.1 &-= unsafe unsafeBitCast(block .== ampersand, to: Marks.self)
        found.2 &-= unsafe unsafeBitCast(block .== brace, to: Marks.self)
        offset += Block.scalarCount
      }
      for lane in 0..<Block.scalarCount {
        lanes &+= SIMD4(
          Int32(found.0[lane]), Int32(found.1[lane]), Int32(found.2[lane]), 0)
      }
    }
    while offset < bytes.count {
      switch unsafe bytes[offset] {
      case Self.less: lanes.x &+= 1
      case Self.ampersand: lanes.y &+= 1
      case Self.brace: lanes.z &+= 1
      default: break
      }
      offset += 1
    }
  }

  private static let less = UInt8(ascii: "<")
  private static let ampersand = UInt8(ascii: "&")
  private static let brace = UInt8(ascii: "{")
}
