/// Writes PDFs whose bytes depend on nothing but what they show.
///
/// Objects are numbered in the order in which they are first met. LibreOffice numbers its faces by
/// where they happen to lie in memory, so that two runs of it differ where these do not.
struct PDFWriter {
  /// What a file says of itself beside its pages.
  struct Marks: Hashable, Sendable {
    /// What the file says of its making, as it stands in a PDF.
    var information: [PDFValue.Entry] = []
    /// 32 hexadecimal digits that identify the file.
    var identity: String
  }

  /// The numbers of a read file's objects in the file that is written; for look-up only.
  private var numbers: [Int: Int] = [:]
  /// The numbers of streams that hold no reference, by what they are: a picture that stands on 60
  /// pages is written once.
  private var known: [PDFObject: Int] = [:]
  /// Objects that have a number and are not written yet, in the order of their numbers.
  private var waiting: [(number: Int, object: PDFObject)] = []
  /// Where each object begins; the object of number 1 is the first.
  private var offsets: [Int] = []
  private var bytes: [UInt8]

  init(version: String) {
    // Four bytes above 127 tell whoever copies the file that it is no text (ISO 32000-1, 7.5.2).
    bytes = Array("%PDF-\(version)\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
  }

  /// The same document with other marks.
  static func rewritten(_ file: PDFFile, marks: Marks) -> [UInt8] {
    var writer = PDFWriter(version: file.version)
    let root = writer.number(of: file.root, in: file)
    writer.writeWaiting(of: file)
    return writer.finished(root: root, marks)
  }

  // MARK: Objects

  /// Gives a number to an object that is made here and written later.
  mutating func reserve() -> Int {
    offsets.append(0)
    return offsets.count
  }

  /// The number of a read file's object; a new one waits to be written.
  private mutating func number(of old: Int, in file: PDFFile) -> Int {
    if let number = numbers[old] { return number }
    let object = file.plain(old)
    let isLeaf = object.stream != nil && !object.value.holdsReference
    if isLeaf, let number = known[object] {
      numbers[old] = number
      return number
    }
    let number = reserve()
    numbers[old] = number
    if isLeaf { known[object] = number }
    waiting.append((number, object))
    return number
  }

  /// Writes the objects that wait and those that they lead to.
  private mutating func writeWaiting(of file: PDFFile) {
    var next = 0
    while next < waiting.count {
      let (number, object) = waiting[next]
      write(number, object.value, of: file, stream: object.stream)
      next += 1
    }
    waiting.removeAll()
  }

  /// Writes a page of a read file below a node of the file that is written.
  mutating func write(_ page: PDFFile.Page, of file: PDFFile, below parent: Int) -> Int {
    let number = reserve()
    let above = PDFValue.Entry(name: "Parent", value: .atom(Array("\(parent) 0 R".utf8)))
    write(number, page.value.replacing([above], without: Self.screenOnly), of: file)
    writeWaiting(of: file)
    return number
  }

  /// What leads from page to page on a screen.
  private static let screenOnly: Set<String> = ["Annots", "StructParents", "Tabs", "B"]

  /// Forgets the numbers of the file that was read: those of the next one mean other objects.
  mutating func endFile() { numbers.removeAll(keepingCapacity: true) }

  /// Writes an object under its number.
  mutating func write(
    _ number: Int, _ value: PDFValue, of file: PDFFile? = nil, stream: [UInt8]? = nil
  ) {
    offsets[number - 1] = bytes.count
    put("\(number) 0 obj\n")
    put(value, of: file)
    if let stream {
      put("\nstream\n")
      bytes += stream
      put("\nendstream")
    }
    put("\nendobj\n")
  }

  private mutating func put(_ text: String) { bytes += text.utf8 }

  private mutating func put(_ value: PDFValue, of file: PDFFile?) {
    switch value {
    case .atom(let atom): bytes += atom
    case .name(let name): put("/\(name)")
    case .array(let items):
      put("[")
      for (index, item) in items.enumerated() {
        if index > 0 { put(" ") }
        put(item, of: file)
      }
      put("]")
    case .dictionary(let entries):
      put("<<")
      for entry in entries {
        put("/\(entry.name) ")
        put(entry.value, of: file)
        put("\n")
      }
      put(">>")
    case .reference(let old):
      let number = if let file { self.number(of: old, in: file) } else { old }
      put("\(number) 0 R")
    }
  }

  // MARK: End

  /// The whole file: the objects, their list, the marks.
  mutating func finished(root: Int, _ marks: Marks) -> [UInt8] {
    let information = reserve()
    write(information, .dictionary(marks.information))
    let start = bytes.count
    put("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n")
    for offset in offsets {
      let digits = String(offset)
      put(String(repeating: "0", count: max(0, 10 - digits.count)) + digits + " 00000 n \n")
    }
    let identity = "<\(marks.identity)>"
    put(
      "trailer\n<</Size \(offsets.count + 1)/Root \(root) 0 R/Info \(information) 0 R"
        + "/ID [\(identity) \(identity)]>>\nstartxref\n\(start)\n%%EOF\n")
    return bytes
  }
}

/// Joins documents into one to print in one go, a document at a time.
struct PDFJoin {
  /// The numbers of the pages so far.
  private(set) var pages: [Int] = []
  private var writer = PDFWriter(version: "1.7")
  private let root: Int
  private let node: Int

  init() {
    root = writer.reserve()
    node = writer.reserve()
  }

  /// Adds the pages of a document, in their order.
  mutating func add(_ file: PDFFile) {
    for page in file.pages { pages.append(writer.write(page, of: file, below: node)) }
    writer.endFile()
  }

  /// The whole file.
  func finished(_ marks: PDFWriter.Marks) -> [UInt8] {
    var writer = writer
    writer.write(
      root,
      .dictionary([
        .init(name: "Type", value: .name("Catalog")), .init(name: "Pages", value: .reference(node)),
      ]))
    writer.write(
      node,
      .dictionary([
        .init(name: "Type", value: .name("Pages")),
        .init(name: "Count", value: .integer(pages.count)),
        .init(name: "Kids", value: .array(pages.map(PDFValue.reference))),
      ]))
    return writer.finished(root: root, marks)
  }
}
