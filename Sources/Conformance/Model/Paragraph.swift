internal import Vocabulary

/// A paragraph with its effective properties, while it is read.
struct ParagraphDraft {
  /// The letters, by stretches of one look.
  var runs: [Run] = []
  /// How it is set.
  var setting = ParagraphSetting()
  /// The number or sign that the program sets in front by itself, such as `1.`; empty without.
  var label = ""
  /// The lines that are drawn on it.
  var lines: [DrawnLine] = []
  /// The line drawn along its upper edge.
  var lineAbove: DrawnLine?
  /// What stands in boxes that hang on it.
  var boxes: [TextBox] = []
  /// The pictures that hang on it.
  var pictures: [Picture] = []
  /// The width that it may fill, its indents not taken away.
  var room = Length.zero
  /// The part of the package it stands in.
  var part = ""
  /// Its place among the paragraphs of the part, from 0.
  var index = 0
  /// The size of the letters that an empty line would have, in points.
  var markSize = 10.0
  /// True when a page begins with it by its own setting.
  var beginsPage = false

  /// The letters of all runs, as they are shown.
  var text: String {
    runs.count == 1 ? runs[0].shown : runs.reduce(into: "") { $0 += $1.shown }
  }

  /// The text with no-break spaces as spaces, none at its ends, and its label in front.
  func plain(_ text: String) -> String {
    let body = text.withoutHardSpaces.trimmed
    return label.isEmpty ? body : (label + " " + body).trimmed
  }

  /// True when nothing but white space is printed.
  var isBlank: Bool { plain(text).isEmpty && !runs.contains { $0.isPageNumber } }
}

/// A paragraph with its effective properties.
///
/// Checks hand it on all the time, so it is one object that never changes; what many of them ask
/// for is made once.
final class Paragraph: Sendable {
  /// The letters, by stretches of one look.
  let runs: [Run]
  /// The runs that print something.
  let printedRuns: [Run]
  /// The letters of all runs, as they are shown.
  let text: String
  /// The number or sign that the program sets in front by itself; empty without.
  let label: String
  /// The text with no-break spaces as spaces, none at its ends, and its label in front.
  let plain: String
  /// True when nothing but white space is printed.
  let isBlank: Bool
  /// The size of the largest letters, in points; nil when nothing is printed.
  let size: Double?
  /// How it is set.
  let setting: ParagraphSetting
  /// The lines that are drawn on it.
  let lines: [DrawnLine]
  /// The line drawn along its upper edge.
  let lineAbove: DrawnLine?
  /// What stands in boxes that hang on it.
  let boxes: [TextBox]
  /// The pictures that hang on it.
  let pictures: [Picture]
  /// The width that it may fill, its indents not taken away.
  let room: Length
  /// The part of the package it stands in.
  let part: String
  /// Its place among the paragraphs of the part, from 0.
  let index: Int
  /// The size of the letters that an empty line would have, in points.
  let markSize: Double
  /// True when a page begins with it by its own setting.
  let beginsPage: Bool

  /// Makes a paragraph of what was read.
  init(_ draft: ParagraphDraft) {
    runs = draft.runs
    // Mostly all of them, and the array is shared.
    printedRuns = draft.runs.allSatisfy(\.isPrinted) ? draft.runs : draft.runs.filter(\.isPrinted)
    text = draft.text
    label = draft.label
    plain = draft.plain(text)
    isBlank = plain.isEmpty && !draft.runs.contains { $0.isPageNumber }
    size = printedRuns.map(\.face.size).max()
    setting = draft.setting
    lines = draft.lines
    lineAbove = draft.lineAbove
    boxes = draft.boxes
    pictures = draft.pictures
    room = draft.room
    part = draft.part
    index = draft.index
    markSize = draft.markSize
    beginsPage = draft.beginsPage
  }

  /// The height of one line and the gaps, in points, as they are printed.
  var lineHeight: Double {
    // Ascent and descent of Times New Roman with its gap: 1.15 of the size.
    let single = 1.15 * (size ?? markSize)
    return switch setting.lineSpacing {
    case .multiple(let times): single * times
    case .exactly(let points): points
    case .atLeast(let points): max(points, single)
    }
  }
}

/// A stretch of letters of one look.
struct Run: Hashable, Sendable {
  /// The letters; a tab as `\t`, a forced line end as `\n`.
  var text: String
  /// How they look.
  var face: Face
  /// True for the field that shows the number of the page.
  var isPageNumber = false

  /// True when it prints something.
  var isPrinted: Bool { isPageNumber || text.unicodeScalars.contains { !$0.isSpace } }

  /// The letters as a reader sees them.
  var shown: String { face.isAllCaps ? text.uppercased() : text }
}

/// How letters look.
struct Face: Hashable, Sendable {
  /// The typeface; two names with `/` when the parts of the alphabet have different ones.
  var font = ""
  /// The size in points.
  var size = 10.0
  /// True for bold letters.
  var isBold = false
  /// True for italic letters.
  var isItalic = false
  /// True for underlined letters.
  var isUnderlined = false
  /// The colour as six hexadecimal digits in upper case.
  var colour = Face.black
  /// True when small letters are shown as capitals.
  var isAllCaps = false
  /// True for letters set smaller above or below the line.
  var isRaised = false

  /// The colour of ink that the program chooses by itself.
  static let black = "000000"

  /// True for a colour of six hexadecimal digits that anybody would call red.
  static func isRed(_ colour: String) -> Bool {
    guard let value = Int(colour, radix: 16), colour.count == 6 else { return false }
    let (red, green, blue) = (value >> 16, value >> 8 & 255, value & 255)
    return red >= 180 && green <= 80 && blue <= 80
  }
}

/// How a paragraph is set.
struct ParagraphSetting: Hashable, Sendable {
  /// Where its lines stand.
  enum Alignment: Hashable, Sendable { case left, center, right, justified }

  /// How far its lines are from each other.
  enum LineSpacing: Hashable, Sendable {
    /// Times the height of a single line.
    case multiple(Double)
    /// A fixed height in points.
    case exactly(Double)
    /// At least this height in points.
    case atLeast(Double)
  }

  /// Where its lines stand.
  var alignment = Alignment.left
  /// From the left edge of its room.
  var left = Length.zero
  /// From the right edge of its room.
  var right = Length.zero
  /// How much farther in its first line begins; negative when it hangs out.
  var firstLine = Length.zero
  /// The gap above, in points.
  var before = 0.0
  /// The gap below, in points.
  var after = 0.0
  /// How far its lines are from each other.
  var lineSpacing = LineSpacing.multiple(1)
}

/// A line that is drawn, or stands for a drawn one.
struct DrawnLine: Hashable, Sendable {
  /// What makes it.
  enum Kind: Hashable, Sendable { case shape, border, underscores }

  /// What makes it.
  var kind: Kind
  /// Its length.
  var length: Length
  /// True for an unbroken line.
  var isSolid = true
  /// The colour as six hexadecimal digits.
  var colour = Face.black
  /// How far its middle lies right of the middle of the room of its paragraph; nil when unknown.
  var offset: Length?
}

/// A box of text that hangs on a paragraph.
struct TextBox: Sendable {
  /// The width.
  var width: Length
  /// The height.
  var height: Length
  /// True when its frame is drawn.
  var isFramed: Bool
  /// What stands in it.
  var paragraphs: [Paragraph]
}
