/// Where a finding stands: in a text file, in a part of a document, or nowhere in particular.
public struct Place: Hashable, Sendable {
  /// The file, as the user named it or as found from what the user named.
  public var file: String?
  /// The stretch of text inside a text file.
  public var span: TextSpan?
  /// The JSON Pointer (RFC 6901) of the value.
  public var pointer: String?
  /// The part inside a document, such as `word/document.xml`.
  public var part: String?
  /// The index from 0 of the paragraph inside that part.
  public var paragraph: Int?
  /// The place in words that a clerk understands, such as `thân văn bản, bảng 2, hàng 3, ô 1`,
  /// followed by the text around it.
  public var context: String?

  /// Creates a place from what is known.
  public init(
    file: String? = nil, span: TextSpan? = nil, pointer: String? = nil, part: String? = nil,
    paragraph: Int? = nil, context: String? = nil
  ) {
    self.file = file
    self.span = span
    self.pointer = pointer
    self.part = part
    self.paragraph = paragraph
    self.context = context
  }

  /// No place: the finding is about the run as a whole.
  public static let nowhere = Place()

  /// A whole file.
  public static func file(_ path: String) -> Place { Place(file: path) }
}

/// A stretch of one line of a text file, counted in characters as a person counts them.
public struct TextSpan: Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column of the first character, from 1.
  public var column: Int
  /// How many characters the caret underlines, at least 1; never past the end of the line.
  public var length: Int
  /// The text of the whole line, without its line end; cut by the printer when it is long.
  public var text: String

  /// Creates a span.
  public init(line: Int, column: Int, length: Int, text: String) {
    self.line = line
    self.column = column
    self.length = length
    self.text = text
  }
}
