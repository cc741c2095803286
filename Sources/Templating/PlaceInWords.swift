internal import XMLTree

/// Says where a paragraph stands, in words that a clerk understands.
struct PlaceInWords {
  private let format: DocumentFormat
  private let kind: TemplatePackage.TextPart
  private var names: [ObjectIdentifier: String] = [:]

  /// Counts the paragraphs, tables and rows of a part, story by story.
  init(of document: XMLDocument, kind: TemplatePackage.TextPart, format: DocumentFormat) {
    self.format = format
    self.kind = kind
    count(document.root, words: wordsOfPart, counter: Counter())
  }

  /// The place of a paragraph, such as `thân văn bản, bảng 2, hàng 3, ô 1`.
  func words(for paragraph: XMLNode) -> String {
    names[ObjectIdentifier(paragraph)] ?? wordsOfPart
  }

  private final class Counter {
    var paragraphs = 0
    var tables = 0
  }

  private var wordsOfPart: String {
    switch kind {
    case .body: "thân văn bản"
    case .footnotes: "chú thích cuối trang"
    case .endnotes: "chú thích cuối văn bản"
    case .header: "đầu trang"
    case .footer: "chân trang"
    case .properties: "thuộc tính văn bản"
    // The stories of this part say themselves which they are.
    case .styles: ""
    }
  }

  private mutating func count(_ node: XMLNode, words: String, counter: Counter) {
    for child in node.elements {
      switch format.role(of: child) {
      case .paragraph:
        counter.paragraphs += 1
        names[ObjectIdentifier(child)] =
          words.contains(", ô ") || Marker.isLine(child)
          ? words : words + ", đoạn \(counter.paragraphs)"
        count(child, words: words, counter: counter)
      case .table:
        counter.tables += 1
        countRows(child, words: words + ", bảng \(counter.tables)")
      case .story:
        let isBody = ["body", "text", "hdr", "ftr"].contains(child.name.local)
        let name = name(ofStory: child)
        let inner = isBody ? words : (words.isEmpty ? name : words + ", " + name)
        count(child, words: inner, counter: Counter())
      case .passedOver: break
      default: count(child, words: words, counter: counter)
      }
    }
  }

  private mutating func countRows(_ table: XMLNode, words: String) {
    var row = 0
    for node in rows(of: table) {
      row += 1
      var cell = 0
      for child in node.elements where format.role(of: child) == .cell {
        cell += 1
        count(
          child, words: words + ", hàng \(row), ô \(cell)", counter: Counter())
      }
    }
  }

  private func rows(of table: XMLNode) -> [XMLNode] {
    table.elements.flatMap { format.role(of: $0) == .row ? [$0] : rows(of: $0) }
  }

  private func name(ofStory node: XMLNode) -> String {
    switch node.name.local {
    case "txbxContent", "text-box": "khung chữ"
    case "header", "header-left", "header-first": "đầu trang"
    case "footer", "footer-left", "footer-first": "chân trang"
    default: "chú thích"
    }
  }
}
