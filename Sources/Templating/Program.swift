internal import Diagnostics
internal import Expressions
internal import XMLTree

/// A text part of a template as a linear program over one arena of bytes.
///
/// It is made once, never changes, and is shared by all workers.
struct Program: Sendable {
  /// The bytes that are copied, and the snippets that values need.
  var arena: [UInt8] = []
  var instructions: [Instruction] = []
  var values: [ValueSlot] = []
  var conditions: [ExpressionSite] = []
  var loops: [LoopSite] = []
  var pictures: [PictureSlot] = []
  var lists: [ListSlot] = []
  /// What numbers of columns, and widths, become.
  var measures: [ColumnMeasure] = []
  var targets: [TargetSite] = []
  /// The part whose relationships the program lists.
  var listedPart: String?
  /// What it says of pages that are made for each item.
  var pages = PageSites()
  /// The marks that each loop holds, by the loop's own number.
  var marks: [[Int]] = []
  /// The notes that are made anew in each round of a loop.
  var notes: [NoteSlot] = []
  /// The stretches that are run for the items of another part: notes, pages of Writer.
  var frames: [Frame] = []
  /// The instructions that are run for each record of a merge.
  var records: Range<Int>?
  /// Why what it writes could not be proven to be sound; empty when it could.
  var doubts: [MarkupState.Doubt] = []

  /// A stretch of instructions, by what it is called in its part.
  struct Frame: Sendable {
    let key: String
    var range: Range<Int>
  }
}

/// The target of a link that tags fill.
struct TargetSite: Sendable {
  /// The type of the relationship that it becomes; nil where it stands in the text itself.
  let type: String?
  /// The first of its tags, which stands for the address in findings.
  let site: ExpressionSite
}

/// A note of Word that a loop repeats.
struct NoteSlot: Sendable, Hashable {
  /// The kind of text part it lies in.
  let kind: TemplatePackage.TextPart
  /// Its number in the template.
  let id: String
}

/// A picture with the frame it stands in.
struct PictureSlot: Sendable {
  let site: ExpressionSite
  let fitting: PictureFrame.Fitting
  let isCode: Bool
  /// The frame's size in the template, in micrometres.
  let width: Int
  let height: Int
  /// What cuts the picture in Writer.
  let style: CuttingStyle?
}

extension Program {
  /// The instruction that copies bytes of the arena.
  func copying(_ range: Range<Int>) -> Instruction {
    .copy(range, Signs(counting: arena.span.extracting(range)))
  }

  /// A list of relationships without those given, and with those that its part makes.
  init(relationships document: XMLDocument, without ids: Set<String>, _ name: String) {
    for node in document.root.elements where ids.contains(node.attribute("Id") ?? "") {
      node.removeFromParent()
    }
    let part = name.replacing("_rels/", with: "").dropLast(".rels".count)
    self.init(list: document, adding: .relationships)
    listedPart = String(part)
  }

  /// The list of a package of OpenDocument, with the pictures that are made.
  init(manifest document: XMLDocument) {
    let prefix = document.root.name.prefix
    self.init(list: document, adding: .manifestEntries(prefix: 0..<0))
    let start = arena.count
    arena += Array((prefix.isEmpty ? "" : prefix + ":").utf8)
    instructions[1] = .manifestEntries(prefix: start..<arena.count)
  }

  /// The numberings of Word, with the lists that are begun anew.
  init(numberings document: XMLDocument) {
    let prefix = document.root.name.prefix
    let last = document.root.firstChild("numIdMacAtCleanup", in: Namespace.word)
    self.init(list: document, adding: .numberings(prefix: 0..<0), before: last)
    let start = arena.count
    arena += Array((prefix.isEmpty ? "" : prefix + ":").utf8)
    instructions[1] = .numberings(prefix: start..<arena.count)
  }

  /// The kinds of the parts of a package of Word, with those of the headers that are made.
  init(types document: XMLDocument) {
    let prefix = document.root.name.prefix
    self.init(list: document, adding: .contentTypes(prefix: 0..<0))
    let start = arena.count
    arena += Array((prefix.isEmpty ? "" : prefix + ":").utf8)
    instructions[1] = .contentTypes(prefix: start..<arena.count)
  }

  /// A list to whose end, or before one of its elements, something is added.
  private init(
    list document: XMLDocument, adding instruction: Instruction, before last: XMLNode? = nil
  ) {
    var writer = XMLWriter()
    writer.appendDeclaration(standalone: document.standalone)
    writer.appendStartTag(of: document.root)
    for node in document.root.children where node !== last { writer.append(node) }
    let border = writer.bytes.count
    if let last { writer.append(last) }
    writer.appendEndTag(of: document.root)
    arena = writer.bytes
    instructions = [copying(0..<border), instruction, copying(border..<arena.count)]
  }
}

/// One step of a program.
///
/// Addresses are indices of instructions, all else indices of the program's tables: a step is plain
/// data, which costs nothing to pass on.
enum Instruction: Sendable, Hashable {
  /// Copies bytes of the arena, which hold these signs.
  case copy(Range<Int>, Signs)
  /// Writes a value as text.
  case value(Int)
  /// Writes a length of a drawn line into an attribute.
  case length(Int, LengthUnit)
  /// Goes on elsewhere when a condition does not hold.
  case unless(condition: Int, target: Int)
  /// Goes on elsewhere.
  case jump(Int)
  /// Enters the items of a list, or goes on elsewhere when it is empty.
  case enter(loop: Int, empty: Int)
  /// Goes to the next item, or falls through behind the last one.
  case next(start: Int)
  /// Goes on elsewhere when this is the last item.
  case jumpIfLast(Int)
  /// Goes on elsewhere unless this is the first copy of what all loops around it repeat.
  case jumpUnlessFirstCopy(Int)
  /// Copies bytes when the output ends with the bytes given.
  case copyBehind(ending: Range<Int>, Range<Int>)
  /// Gives the marks of this round names of their own.
  case newMarks(Int)
  /// Writes what the name of a mark ends with in this round.
  case markName(Int)
  /// Writes the number of a mark in this round; that of the template in the first.
  case markNumber(Int, Range<Int>)
  /// Writes a number that no other copy has.
  case freshNumber
  /// Reads the items that columns are repeated for, or whether columns are kept.
  case readColumns(block: Int, loop: Int)
  case judgeColumns(block: Int, condition: Int)
  /// Enters the items of columns, or goes on elsewhere when there are none.
  case enterColumns(block: Int, empty: Int)
  /// Goes on elsewhere unless columns are kept.
  case unlessColumns(block: Int, Int)
  /// Goes on elsewhere when a table has no column left.
  case jumpIfNoColumns(measure: Int, Int)
  /// Writes a number of columns, or a width.
  case columnMeasure(Int)
  /// Begins a list anew.
  case newList(Int)
  /// Writes the number of a list that was begun anew.
  case listNumber(Int)
  /// Writes the lists that were begun anew.
  case numberings(prefix: Range<Int>)
  /// Goes on elsewhere in the first item of the innermost loop.
  case jumpIfFirst(Int)
  /// Begins a table in which cells are merged.
  case beginMerges
  case endMerges
  /// Begins a row of such a table.
  case mergeRow
  /// Compares the value of a cell with its neighbour above.
  case compareAbove(cell: Int, site: Int)
  /// Goes on elsewhere unless the cell is merged with the one above.
  case unlessMerged(cell: Int, Int)
  /// Writes how many rows a cell spans, as soon as that is known.
  case rowSpan(cell: Int)
  /// Looks at the picture that stands in the frame which follows.
  case picture(Int)
  /// Writes what an attribute says of that picture.
  case pictureField(PictureFrame.Field, LengthUnit)
  /// Begins the pages of an item, or goes on behind those of the last.
  case beginPages
  /// Ends the pages of an item; the last one makes the headers that stand behind all.
  case endItem
  case endPages
  /// Writes the id of a header or footer that follows the item, or the one last written.
  case pageReference(Int, isRecalled: Bool)
  /// Writes the name of the style with which an element may begin a page.
  case pageStyle(Int)
  /// Makes the note of this round and writes its number.
  case noteReference(Int)
  /// Writes the copies of a frame; goes on behind it when they stand in its place.
  case frame(Int, end: Int)
  /// Writes the number of the copy that is being made.
  case frameNumber
  /// Writes what marks the names of the copy that is being made.
  case frameSuffix
  /// Writes the kinds of the parts that were made.
  case contentTypes(prefix: Range<Int>)
  /// Writes the styles that cut pictures.
  case cuttingStyles
  /// Writes the pictures that were made into the list of the package.
  case manifestEntries(prefix: Range<Int>)
  /// Remembers where the target of a link begins.
  case beginTarget
  /// Judges the target of a link; with a type it becomes a relationship, whose id stands there.
  case endTarget(Int)
  /// Writes the relationships that the part whose list this is made.
  case relationships
  /// Remembers where the output stands: what follows is taken back unless something is kept.
  case tentative
  /// Says that something of worth follows.
  case keep
  /// Takes back what was written since ``tentative`` when nothing was kept, and copies the
  /// bytes given in its place.
  case settle(fallback: Range<Int>)
}

extension Instruction {
  /// True for one that writes behind what an attribute of the template says.
  var followsName: Bool {
    switch self {
    case .frameSuffix, .markName: true
    default: false
    }
  }
}

/// The unit in which a format writes lengths into attributes.
enum LengthUnit: Sendable, Hashable {
  /// English metric units, 36 to the micrometre.
  case emu
  /// Millimetres with their sign, as ODF wants them, counted from an offset in micrometres.
  case millimetres(from: Int)
}

/// An expression with the place of its tag; one object, for it is handed about with every value.
final class ExpressionSite: Sendable {
  let expression: Expression
  let tag: String
  let place: Place

  init(expression: Expression, tag: String, place: Place) {
    self.expression = expression
    self.tag = tag
    self.place = place
  }
}

/// A value with the bytes that break its text.
struct ValueSlot: Sendable {
  let site: ExpressionSite
  let breaks: TextBreaks
}

/// What a value's line ends, blank lines, tabs and runs of spaces become where it stands.
struct TextBreaks: Sendable {
  /// How characters are written that mean something where the value stands.
  enum Escaping: Sendable {
    /// Between tags.
    case text
    /// In an attribute.
    case attribute
    /// As a whole address, in an attribute.
    case address
    /// As a part of an address, in which `/` and `&` are letters like others.
    case addressPart
  }

  var escaping = Escaping.text
  /// A line break.
  let line: Range<Int>
  /// The end of this paragraph and the start of another like it; nil where there is no room.
  let paragraph: Range<Int>?
  /// A tab.
  let tab: Range<Int>
  /// A space that no reader drops; nil where plain ones are kept.
  let space: Range<Int>?
}

/// What repeats: how it enters its items, and where they come from.
struct LoopSite: Sendable {
  enum Kind: Sendable {
    /// `mỗi`: each item of a list, bound to a name.
    case each(Name)
    /// `#x`: each item of a list, or a value that holds, once.
    case section
  }

  let kind: Kind
  let site: ExpressionSite
}
