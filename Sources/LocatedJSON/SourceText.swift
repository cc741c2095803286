public import Diagnostics
internal import Synchronization

/// The text of a file, which turns byte ranges into lines and columns.
public struct SourceText: Sendable {
  /// The file, as the user named it or as found from what the user named.
  public let file: String
  /// The bytes, a byte order mark included.
  public let bytes: [UInt8]
  /// The offset of the first byte of each line; a byte order mark belongs to no line.
  private let lineStarts: [Int]
  /// The number of the text's first line: 1, or its number in the file it was cut from.
  private let firstLine: Int
  private let longLines = LongLines()

  /// Creates the text of a file; lines end with LF, CR LF or CR.
  ///
  /// - Parameters:
  ///   - file: the name that places carry.
  ///   - bytes: the whole text.
  ///   - firstLine: the number of its first line, for a text that was cut from a larger file.
  public init(file: String, bytes: [UInt8], firstLine: Int = 1) {
    self.file = file
    self.bytes = bytes
    self.firstLine = firstLine
    let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var starts = [bytes.starts(with: SourceText.byteOrderMark) ? 3 : 0]
    for (index, byte) in bytes.enumerated() where byte == lineFeed || byte == carriageReturn {
      let next = index + 1
      if byte == carriageReturn, next < bytes.count, bytes[next] == lineFeed { continue }
      starts.append(next)
    }
    lineStarts = starts
  }

  /// The UTF-8 byte order mark.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The line that holds a byte, counted from 1 or from the number of the first line.
  public func line(of offset: Int) -> Int { index(of: offset) + firstLine }

  /// The index from 0 of the line that holds a byte.
  private func index(of offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The stretch of one line that a range of bytes covers, counted in characters.
  ///
  /// A range that goes on behind the end of its first line is cut there. The range of a value
  /// that stood in no file gives the start of the text.
  public func span(of range: SourceRange) -> TextSpan {
    let lower = min(max(Int(range.lower), lineStarts[0]), bytes.count)
    let index = index(of: lower)
    let start = lineStarts[index]
    let end = Self.end(of: index, lineStarts, bytes)
    let from = min(lower, end)
    let to = max(from, min(Int(range.upper), end))
    if end - start > LongLine.step {
      let line = longLines.line(index, start..<end, of: bytes)
      let column = line.characters(before: from, in: bytes)
      // A short stretch is counted as it stands, as in any other line.
      let length =
        to - from > LongLine.step
        ? line.characters(before: to, in: bytes) - column : text(from..<to).count
      return TextSpan(
        line: index + firstLine, column: column + 1, length: max(1, length), text: line.text)
    }
    return TextSpan(
      line: index + firstLine, column: text(start..<from).count + 1,
      length: max(1, text(from..<to).count),
      text: text(start..<end))
  }

  /// The offset behind the last byte of a line, its end of line left out.
  private static func end(of index: Int, _ starts: [Int], _ bytes: [UInt8]) -> Int {
    var end = index + 1 < starts.count ? starts[index + 1] : bytes.count
    while end > starts[index],
      bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return end
  }

  /// Where a value stands; `pointer` names it for programs.
  public func place(of range: SourceRange, pointer: JSONPointer = .root) -> Place {
    Place(
      file: file, span: range == .none ? nil : span(of: range),
      pointer: pointer.tokens.isEmpty ? nil : pointer.description)
  }

  /// The bytes of a range as text.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

/// The lines too long to be read anew for each place in them.
///
/// Each is read when the first place in it is asked for: a good file of one line, as programs write
/// it, has none.
private final class LongLines: Sendable {
  /// By index; for look-up only.
  private let known = Mutex<[Int: LongLine]>([:])

  func line(_ index: Int, _ range: Range<Int>, of bytes: [UInt8]) -> LongLine {
    known.withLock { known in
      if let line = known[index] { return line }
      let line = LongLine(bytes, range)
      known[index] = line
      return line
    }
  }
}

/// A line that holds many places, such as a whole file that another program wrote.
///
/// Its text is decoded once and shared by all places; columns are counted from the mark before
/// them, so that many places in one line cost no more than as many lines.
private struct LongLine: Sendable {
  /// How many bytes lie between two marks, at least; a line that is not longer needs none.
  static let step = 1_024

  /// The text of the line.
  let text: String
  /// Offsets with the number of characters of the line before each, ascending.
  private var marks: [(offset: Int, characters: Int)]

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    text = String(decoding: bytes[range], as: UTF8.self)
    marks = [(range.lowerBound, 0)]
    var last = marks[0]
    for offset in range where offset - last.offset >= Self.step {
      // Between two bytes of ASCII one character ends and the next begins: nothing joins them.
      guard bytes[offset] < 0x80, bytes[offset - 1] < 0x80 else { continue }
      let between = String(decoding: bytes[last.offset..<offset], as: UTF8.self).count
      last = (offset, last.characters + between)
      marks.append(last)
    }
  }

  /// How many characters of the line stand before an offset in it.
  func characters(before offset: Int, in bytes: [UInt8]) -> Int {
    var (low, high) = (0, marks.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if marks[middle].offset <= offset { low = middle } else { high = middle }
    }
    let mark = marks[low]
    return mark.characters + String(decoding: bytes[mark.offset..<offset], as: UTF8.self).count
  }
}
