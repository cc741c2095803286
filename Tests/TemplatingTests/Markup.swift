import Templating

// The markup of either format, in the shorthand of the tests that are named after pains.

/// A run of text.
func run(_ text: String, _ format: DocumentFormat) -> String {
  let text = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  return format == .docx
    ? "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
    : "<text:span text:style-name=\"T\">\(text)</text:span>"
}

/// A paragraph around content.
func paragraph(_ content: String, _ format: DocumentFormat) -> String {
  format == .docx ? "<w:p>\(content)</w:p>" : "<text:p>\(content)</text:p>"
}

/// A paragraph of one run.
func p(_ text: String, _ format: DocumentFormat) -> String {
  paragraph(run(text, format), format)
}

/// A row of cells of blocks.
func row(_ cells: [String], _ format: DocumentFormat) -> String {
  format == .docx
    ? "<w:tr>" + cells.map { "<w:tc>\($0)</w:tc>" }.joined() + "</w:tr>"
    : "<table:table-row>" + cells.map { "<table:table-cell>\($0)</table:table-cell>" }.joined()
      + "</table:table-row>"
}

/// A table of rows of texts.
func table(_ rows: [[String]], _ format: DocumentFormat) -> String {
  let rows = rows.map { row($0.map { p($0, format) }, format) }.joined()
  return format == .docx ? "<w:tbl>\(rows)</w:tbl>" : "<table:table>\(rows)</table:table>"
}

/// How often a part stands in a text.
func count(_ text: String, of part: String) -> Int {
  text.split(separator: part, omittingEmptySubsequences: false).count - 1
}

/// What stands between two parts of a text, each time.
func between(_ start: String, _ end: Character, in text: String) -> [String] {
  text.split(separator: start, omittingEmptySubsequences: false).dropFirst().map {
    String($0.prefix { $0 != end })
  }
}
