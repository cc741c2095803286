public import Diagnostics

/// A JSON file that was read: its value, and the text that its places refer to.
public struct JSONDocument: Sendable {
  /// The value the file holds.
  public let root: JSONValue
  /// The file's text.
  public let source: SourceText

  /// Creates a document.
  public init(root: JSONValue, source: SourceText) {
    self.root = root
    self.source = source
  }

  /// Where a value of this document stands.
  public func place(of value: JSONValue, pointer: JSONPointer = .root) -> Place {
    source.place(of: value.range, pointer: pointer)
  }
}

/// Reads JSON (RFC 8259) and reports every fault of a file that can be told apart in one pass.
public enum JSONReader {
  /// Reads the bytes of a file; `file` is the name that findings carry, `firstLine` the number of
  /// the first line, for a text that was cut from a larger file.
  ///
  /// After a fault that leaves no doubt about what was meant, reading goes on and the document is
  /// returned beside the finding, so that its meaning can be checked too. After any other fault
  /// there is no document.
  public static func read(
    _ bytes: [UInt8], file: String, firstLine: Int = 1, limits: JSONLimits = .standard
  ) -> Diagnosed<JSONDocument> {
    let begun = parser(of: bytes, file: file, firstLine: firstLine, limits: limits)
    guard var parser = begun.value else { return Diagnosed(nil, begun.findings) }
    let root = parser.document()
    return Diagnosed(
      root.map { JSONDocument(root: $0, source: parser.source) },
      begun.findings + parser.sortedFindings())
  }

  /// Hands on each text that is a value, in the order of the file, with what tells its place.
  ///
  /// Nothing of the file is kept, so that one of many megabytes costs no memory. It is for a file
  /// that was read without an error before; after a fault the rest of it is passed over.
  public static func forEachText(
    in bytes: [UInt8], file: String, limits: JSONLimits = .standard,
    _ take: (_ text: String, _ place: () -> Place) -> Void
  ) {
    withoutActuallyEscaping(take) { take in
      var parser = parser(of: bytes, file: file, firstLine: 1, limits: limits).value
      parser?.takeText = take
      _ = parser?.document()
    }
  }

  /// What reads a file; none where its bytes are no text, or too many.
  private static func parser(
    of bytes: [UInt8], file: String, firstLine: Int, limits: JSONLimits
  ) -> Diagnosed<JSONParser> {
    if let refusal = refusal(of: bytes.count, file: file, limits: limits) {
      return Diagnosed(nil, [refusal])
    }
    if isUTF16(bytes) { return Diagnosed(nil, [.utf16(file: file)]) }
    let source = SourceText(file: file, bytes: bytes, firstLine: firstLine)
    if let invalid = firstInvalidUTF8(bytes) {
      return Diagnosed(nil, [.notUTF8(bytes[invalid], at: source.place(of: invalid))])
    }
    guard bytes.starts(with: SourceText.byteOrderMark) else {
      return Diagnosed(JSONParser(source: source, limits: limits, from: 0))
    }
    let start = SourceText.byteOrderMark.count
    return Diagnosed(
      JSONParser(source: source, limits: limits, from: start), [.byteOrderMark(file: file)])
  }

  /// Why a file of so many bytes is not read at all; nil when it is.
  ///
  /// Who asks before reading spends no memory on a file that would be refused.
  public static func refusal(
    of bytes: Int, file: String, limits: JSONLimits = .standard
  ) -> Diagnostic? {
    bytes <= limits.bytes ? nil : .fileTooLarge(bytes, limit: limits.bytes, file: file)
  }

  /// True for a byte order mark of UTF-16, and for ASCII text in UTF-16 without one.
  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2 else { return false }
    return switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE), (0xFE, 0xFF): true
    case (0, let second): second != 0
    case (_, 0): true
    default: false
    }
  }

  private static func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}

extension SourceText {
  /// The place of one byte.
  func place(of offset: Int) -> Place { place(of: SourceRange(offset, offset + 1)) }
}
