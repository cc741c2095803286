/// The PDF of one document, read back.
package struct PrintedPaper: Sendable {
  let file: PDFFile

  init(_ file: PDFFile) { self.file = file }

  /// How many pages it has, at least 1.
  package var pageCount: Int { file.pages.count }

  /// The names of faces that stand for letters Times New Roman lacks, or that are not in the file.
  package var strangeFaces: [String] {
    file.faces.filter { !$0.isEmbedded || !Typeface.isExpected($0.name) }.map(\.name)
  }

  /// The whole file, without the moment of its making: the same document gives the same bytes.
  ///
  /// `identity` is 32 hexadecimal digits that identify the document.
  package func bytes(identity: String) -> [UInt8] {
    PDFWriter.rewritten(file, marks: .init(information: file.information, identity: identity))
  }
}

/// Papers joined into one file, to be printed in one go.
package struct PrintFile: Sendable {
  private var join = PDFJoin()

  /// Creates a file without pages.
  package init() {}

  /// Adds the pages of a paper, in their order.
  package mutating func add(_ paper: PrintedPaper) { join.add(paper.file) }

  /// The whole file; `identity` is 32 hexadecimal digits that identify it.
  package func bytes(identity: String) -> [UInt8] { join.finished(.init(identity: identity)) }

  /// How many pages a written file has; nil when it cannot be read.
  package static func pageCount(of bytes: [UInt8]) -> Int? { try? PDFFile(bytes).pages.count }
}
