public import Diagnostics

/// The text of a file, which turns byte ranges into lines and columns.
public struct SourceText: Sendable {
  /// The file, as the user named it or as found from what the user named.
  public let file: String
  /// The bytes, a byte order mark included.
  public let bytes: [UInt8]
  /// The offset of the first byte of each line; a byte order mark belongs to no line.
  private let lineStarts: [Int]

  /// Creates the text of a file; lines end with LF, CR LF or CR.
  public init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
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

  /// The line, from 1, that holds a byte.
  public func line(of offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The stretch of one line that a range of bytes covers, counted in characters.
  ///
  /// A range that goes on behind the end of its first line is cut there. The range of a value
  /// that stood in no file gives the start of the text.
  public func span(of range: SourceRange) -> TextSpan {
    let lower = min(max(Int(range.lower), lineStarts[0]), bytes.count)
    let line = line(of: lower)
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    let from = min(lower, end)
    let to = max(from, min(Int(range.upper), end))
    return TextSpan(
      line: line, column: text(start..<from).count + 1, length: max(1, text(from..<to).count),
      text: text(start..<end))
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
