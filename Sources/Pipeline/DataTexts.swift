internal import Diagnostics
internal import LocatedJSON
internal import Publishing
internal import Vocabulary

/// Where the words of some paragraphs stand in a period's files.
///
/// The files are read from the disk once more, so that a build need not hold them, and of their
/// texts only those are kept that a paragraph holds: a large period has hundreds of thousands.
struct DataTexts {
  /// A text of the data with its place.
  private struct Item {
    let length: Int
    let place: Place
  }

  /// Of each paragraph the longest text that it holds, the first of those; for look-up only.
  private var longest: [String: Item] = [:]
  /// The paragraphs in which four bytes stand, by these; for look-up only.
  private var paragraphs: [UInt32: [String]] = [:]

  /// Texts of fewer characters stand in many papers by chance and are left out; so no text has
  /// fewer bytes.
  private static let shortest = 4

  /// Reads the files once more, this time for the texts of some paragraphs.
  ///
  /// One that somebody has changed meanwhile is passed over: its texts are not those of the papers.
  init(of reading: PeriodReading, in paragraphs: [String], world: World) {
    for paragraph in Set(paragraphs) {
      for start in Self.quartets(of: VietnameseText.nfc(paragraph)) {
        self.paragraphs[start, default: []].append(paragraph)
      }
    }
    for input in reading.inputs {
      guard let bytes = try? world.files.read(input.file),
        SHA256Sum(of: bytes) == input.source.sha256
      else { continue }
      JSONReader.forEachText(in: bytes, file: input.file, limits: world.limits.json) {
        look(for: VietnameseText.nfc($0), at: $1)
      }
    }
  }

  /// Where the words of paragraphs stand in the data: of each paragraph the longest text that it
  /// holds; none when no text of the data is in it as it was written.
  func places(of paragraphs: [String]) -> [Place] {
    var found: [Place] = []
    for paragraph in paragraphs {
      guard let place = longest[paragraph]?.place, !found.contains(place) else { continue }
      found.append(place)
    }
    return found
  }

  private mutating func look(for text: String, at place: () -> Place) {
    guard text.count >= Self.shortest else { return }
    let start = text.utf8.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    let length = text.utf8.count
    for paragraph in paragraphs[start] ?? []
    where length > longest[paragraph]?.length ?? 0 && paragraph.contains(text) {
      longest[paragraph] = Item(length: length, place: place())
    }
  }

  /// Each four bytes in a row of a text.
  private static func quartets(of text: String) -> Set<UInt32> {
    var quartets: Set<UInt32> = []
    var last: UInt32 = 0
    for (index, byte) in text.utf8.enumerated() {
      last = last << 8 | UInt32(byte)
      if index >= 3 { quartets.insert(last) }
    }
    return quartets
  }
}
