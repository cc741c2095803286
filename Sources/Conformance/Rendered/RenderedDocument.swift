/// What the pages of a document show, as measured from its PDF.
///
/// This room knows no files and starts no programs: whoever has the PDF measures it and hands the
/// facts over. All lengths are millimetres from the upper left corner of the page.
public struct RenderedDocument: Hashable, Sendable {
  /// A rectangle on a page.
  public struct Box: Hashable, Sendable {
    /// From the left edge of the page to the left side.
    public var left: Double
    /// From the upper edge of the page to the upper side.
    public var top: Double
    /// From the left edge of the page to the right side.
    public var right: Double
    /// From the upper edge of the page to the lower side.
    public var bottom: Double

    /// Creates a rectangle.
    public init(left: Double, top: Double, right: Double, bottom: Double) {
      (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
    }

    /// The middle from left to right.
    var middle: Double { (left + right) / 2 }

    /// The smallest rectangle around this one and another.
    func joined(_ other: Box) -> Box {
      Box(
        left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
        bottom: max(bottom, other.bottom))
    }
  }

  /// A word as it is printed.
  public struct Word: Hashable, Sendable {
    /// Its letters.
    public var text: String
    /// Where it stands.
    public var box: Box

    /// Creates a word.
    public init(_ text: String, _ box: Box) { (self.text, self.box) = (text, box) }
  }

  /// A page.
  public struct Page: Hashable, Sendable {
    /// The width of the paper.
    public var width: Double
    /// The height of the paper.
    public var height: Double
    /// The words in reading order, by printed lines.
    public var lines: [[Word]]

    /// Creates a page.
    public init(width: Double, height: Double, lines: [[Word]]) {
      (self.width, self.height, self.lines) = (width, height, lines)
    }

    /// The words in reading order.
    var words: [Word] { lines.flatMap(\.self) }
  }

  /// A typeface that the PDF uses.
  public struct Font: Hashable, Sendable {
    /// Its name without the mark of a subset.
    public var name: String
    /// True when the PDF brings it along.
    public var isEmbedded: Bool

    /// Creates a typeface.
    public init(name: String, isEmbedded: Bool) {
      (self.name, self.isEmbedded) = (name, isEmbedded)
    }
  }

  /// A picture on a page.
  public struct Picture: Hashable, Sendable {
    /// The page, from 1.
    public var page: Int
    /// How wide it is printed, in millimetres.
    public var width: Double
    /// How high it is printed, in millimetres.
    public var height: Double
    /// The lower of its resolutions, in dots an inch.
    public var resolution: Double
    /// True when it holds more than shades of grey can show.
    public var isInColour: Bool

    /// Creates a picture.
    public init(page: Int, width: Double, height: Double, resolution: Double, isInColour: Bool) {
      (self.page, self.width, self.height) = (page, width, height)
      (self.resolution, self.isInColour) = (resolution, isInColour)
    }
  }

  /// The version of PDF it is written in, such as 1.7.
  public var version: Double
  /// The pages, at least one.
  public var pages: [Page]
  /// The typefaces.
  public var fonts: [Font]
  /// The pictures.
  public var pictures: [Picture]

  /// Creates the facts of a PDF.
  public init(version: Double, pages: [Page], fonts: [Font], pictures: [Picture]) {
    (self.version, self.pages, self.fonts, self.pictures) = (version, pages, fonts, pictures)
  }
}

extension RenderedDocument {
  /// A stretch of words found on a page.
  struct Find: Hashable, Sendable {
    /// The page, from 0.
    var page: Int
    /// The rectangles of its words.
    var boxes: [Box]

    /// The rectangle around all of them.
    var box: Box { boxes.dropFirst().reduce(boxes[0]) { $0.joined($1) } }
    /// True when the words stand on one printed line.
    var isOneLine: Bool {
      guard let first = boxes.first else { return true }
      let half = (first.bottom - first.top) / 2
      return boxes.allSatisfy { abs($0.top - first.top) < half }
    }
  }

  /// Where these words stand one after another, in reading order.
  func places(of text: String) -> [Find] {
    let wanted = Wording.words(text).map { Wording.bare(String($0)) }.filter { !$0.isEmpty }
    guard !wanted.isEmpty else { return [] }
    var found: [Find] = []
    for (index, page) in pages.enumerated() {
      let words = page.words
      let bare = words.map { Wording.bare($0.text) }
      guard bare.count >= wanted.count else { continue }
      for start in 0...(bare.count - wanted.count)
      where bare[start] == wanted[0] && bare[start..<(start + wanted.count)].elementsEqual(wanted) {
        let boxes = words[start..<(start + wanted.count)].map(\.box)
        found.append(Find(page: index, boxes: boxes))
      }
    }
    return found
  }

  /// The pages that are a picture from edge to edge, from 1.
  var scannedPages: [Int] {
    pages.indices.map { $0 + 1 }.filter { number in
      pictures.contains {
        $0.page == number
          && $0.width * $0.height >= 0.8 * pages[number - 1].width * pages[number - 1].height
      }
    }
  }

  /// The award that stands on a line of its own below the one that says it is given, as on a
  /// certificate.
  var award: String? {
    let words = CertificateWords.standard
    let texts = (pages.first?.lines ?? []).map { $0.map(\.text).joined(separator: " ") }
    guard texts.contains(where: { CertificateWords.isOne($0, of: words.giving) }) else {
      return nil
    }
    return texts.first { CertificateWords.isOne($0, of: words.awards) }
  }

  /// True when no page holds letters.
  var hasNoText: Bool { pages.allSatisfy(\.lines.isEmpty) }

  /// True when most words of a document stand on the pages, so that they may be its pages.
  func shows(_ document: FinishedDocument) -> Bool {
    let words = document.sections.flatMap(\.blocks.paragraphs).flatMap {
      Wording.words($0.plain).map(String.init)
    }
    guard !words.isEmpty else { return false }
    // Words may be broken at line ends and numbers set by the program: a tenth may differ.
    let printed = Set(pages.flatMap { $0.words.map(\.text) })
    return words.count { printed.contains($0) } * 10 >= words.count * 9
  }
}
