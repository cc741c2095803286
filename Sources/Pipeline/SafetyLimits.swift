package import Conformance
package import LocatedJSON
package import Templating
internal import XMLTree
internal import ZipContainer

/// What files from anywhere may cost, in one place: each limit with its name, its unit, its number.
///
/// The numbers themselves stand with the rooms that judge them (`ZipLimits`, `XMLLimits`,
/// `JSONLimits`, `LintLimits`, `CompileLimits`, `RenderLimits`); this is the table of all of them.
package struct SafetyLimits: Sendable {
  /// What a template may cost.
  package var compile = CompileLimits.standard
  /// What a document to be linted may cost.
  package var lint = LintLimits.standard
  /// What filling may cost.
  package var render = RenderLimits.standard
  /// What a JSON file may cost.
  package var json = JSONLimits.standard

  /// The limits that hold unless said otherwise.
  package static let standard = SafetyLimits()

  /// Creates the standard limits.
  package init() {}

  /// One limit.
  package struct Entry: Sendable {
    /// The name that `--limit` takes.
    package let name: String
    /// What it bounds, in Vietnamese, without a full stop.
    package let meaning: String
    /// The code of the finding that says it was met.
    package let code: String
    /// Where it stands.
    package let path: any WritableKeyPath<SafetyLimits, Int> & Sendable
    /// Where it stands for documents to be linted; nil for what they do not have.
    package let lintPath: (any WritableKeyPath<SafetyLimits, Int> & Sendable)?

    init(
      _ name: String, _ path: any WritableKeyPath<SafetyLimits, Int> & Sendable, _ code: String,
      _ meaning: String
    ) {
      lintPath = nil
      self.name = name
      self.path = path
      self.code = code
      self.meaning = meaning
    }

    init(
      _ name: String, _ path: any WritableKeyPath<SafetyLimits, Int> & Sendable, _ code: String,
      _ meaning: String, lint: any WritableKeyPath<SafetyLimits, Int> & Sendable
    ) {
      lintPath = lint
      self.name = name
      self.path = path
      self.code = code
      self.meaning = meaning
    }
  }

  /// Every number, in the order of the table; those of linted documents behind their own.
  package var numbers: [Int] {
    Self.all.flatMap { entry in
      [self[keyPath: entry.path]] + (entry.lintPath.map { [self[keyPath: $0]] } ?? [])
    }
  }

  /// Why a setting is refused, in Vietnamese.
  package struct Refusal: Error, Hashable {
    /// What is wrong and what would be right.
    package let message: String
  }

  /// All limits.
  package static let all: [Entry] = [
    Entry(
      "goi-byte", \.compile.package.archive, "TE001", "byte của cả tệp .docx, .odt",
      lint: \.lint.package.archive),
    Entry(
      "goi-muc", \.compile.package.entries, "TE001", "mục trong một tệp",
      lint: \.lint.package.entries),
    Entry(
      "goi-tong", \.compile.package.total, "TE001", "byte của mọi mục khi giải nén",
      lint: \.lint.package.total),
    Entry(
      "muc-byte", \.compile.package.entry, "TE001", "byte của một mục khi giải nén",
      lint: \.lint.package.entry),
    Entry(
      "muc-ti-le", \.compile.package.ratio, "TE001", "lần một mục được phình ra",
      lint: \.lint.package.ratio),
    Entry(
      "muc-ten", \.compile.package.name, "TE001", "byte của tên một mục", lint: \.lint.package.name),
    Entry(
      "xml-byte", \.compile.xml.bytes, "TE003", "byte của một phần XML", lint: \.lint.xml.bytes),
    Entry(
      "xml-tang", \.compile.xml.depth, "TE003", "tầng lồng nhau của một phần XML, nhiều nhất 256",
      lint: \.lint.xml.depth),
    Entry(
      "xml-nut", \.compile.xml.nodes, "TE003", "phần tử, chữ và thuộc tính của một phần XML",
      lint: \.lint.xml.nodes),
    Entry(
      "xml-thuoc-tinh", \.compile.xml.attributes, "TE003", "thuộc tính của một phần tử",
      lint: \.lint.xml.attributes),
    Entry(
      "xml-chu", \.compile.xml.text, "TE003", "byte của một đoạn chữ hay một thuộc tính",
      lint: \.lint.xml.text),
    Entry("xml-ten", \.compile.xml.name, "TE003", "byte của một tên", lint: \.lint.xml.name),
    Entry("mau-the", \.compile.tags, "TE042", "thẻ trong một phần của mẫu"),
    Entry("mau-khoi", \.compile.depth, "TE051", "khối lồng nhau quanh một thẻ"),
    Entry("dien-buoc", \.render.steps, "TE040", "bước khi điền một phần của mẫu"),
    Entry("dien-byte", \.render.bytes, "TE041", "byte của một phần văn bản tạo ra"),
    Entry("anh-byte", \.render.pictureBytes, "TE048", "byte của một ảnh"),
    Entry("anh-diem", \.render.picturePixels, "TE048", "điểm ảnh của một ảnh"),
    Entry("dau-trang", \.render.headers, "TE058", "đầu trang, chân trang riêng của các bản ghi"),
    Entry("json-byte", \.json.bytes, "JS024", "byte của một tệp JSON"),
    Entry("json-tang", \.json.depth, "JS024", "ngoặc lồng nhau trong JSON"),
    Entry("json-gia-tri", \.json.values, "JS024", "giá trị trong một tệp JSON"),
    Entry("json-chu", \.json.stringBytes, "JS024", "byte của một đoạn chữ trong JSON"),
    Entry("json-so", \.json.numberBytes, "JS024", "byte của một số trong JSON"),
  ]

  /// Sets a limit as `--limit` writes it: `tên=số`, with `K` or `M` for 1024 or 1024² times.
  package mutating func set(_ written: String) throws(Refusal) {
    let halves = written.split(separator: "=", maxSplits: 1).map(String.init)
    guard halves.count == 2, let entry = Self.all.first(where: { $0.name == halves[0] }) else {
      let names = Self.all.map(\.name).joined(separator: ", ")
      throw Refusal(message: "--limit cần tên=số; đã gõ “\(written)”; các tên: \(names)")
    }
    guard let value = Self.number(halves[1]), value > 0 else {
      throw Refusal(message: "--limit \(entry.name) cần một số nguyên dương, ví dụ 500 hoặc 64M")
    }
    if entry.name == "xml-tang", value > XMLLimits.mostDepth {
      throw Refusal(message: "--limit xml-tang nhiều nhất là \(XMLLimits.mostDepth)")
    }
    self[keyPath: entry.path] = value
    if let path = entry.lintPath { self[keyPath: path] = value }
  }

  private static func number(_ text: String) -> Int? {
    let factors: [Character: Int] = ["K": 1 << 10, "M": 1 << 20]
    guard let last = text.last, let factor = factors[last] else { return Int(text) }
    guard let value = Int(text.dropLast()) else { return nil }
    let (product, isTooLarge) = value.multipliedReportingOverflow(by: factor)
    return isTooLarge ? nil : product
  }
}
