internal import Diagnostics
internal import Expressions
internal import LocatedJSON
internal import ZipContainer

/// Runs the program of one part over the data and hands its bytes on in chunks.
struct Renderer {
  private(set) var program: Program
  private(set) var missing: MissingPolicy
  let limits: RenderLimits
  var scopes: Scopes
  private var evaluator: Evaluator
  var output = OutputBuffer()
  /// What the column blocks of the tables being written are repeated for; for look-up only.
  var columns: [Int: Columns] = [:]

  struct Columns {
    let items: [JSONValue]
    let loop: Int?
  }

  /// The numbers of the lists that loops began anew; for look-up only.
  private var listNumbers: [Int: Int] = [:]
  /// The numbers of the marks of this round; for look-up only.
  private var marks: [Int: Int] = [:]
  /// The tables that are being written and merge cells, the innermost last.
  var merges: [MergeState] = []
  /// The styles that cut pictures, known from the rehearsal, and those made so far.
  var styles: [[UInt8]] = []
  var madeStyles: [[UInt8]] = []
  /// The picture whose frame is being written.
  var picture: PlacedPicture?
  private(set) var part: String
  /// What items have copies of.
  let frames: FrameSet
  /// The pages that are being made.
  var page = PageState()
  /// The copy that is being made of a frame.
  var copy = FrameCopy()
  /// The part whose relationships a list holds, when it is not the template's own.
  var listed: String?
  let format: DocumentFormat
  let pictures: PictureSource
  /// What the parts of one document share while they are made.
  var shared: SharedState
  private(set) var findings: [Diagnostic] = []
  /// The instructions carried out, and the bytes handed on.
  private var steps = 0
  private var written = 0
  private var reported: Set<Diagnostic> = []
  /// True when the budget of expressions is used up: what followed would only fail again.
  private var isExhausted = false
  /// The names found missing: the finding is made once, however many items lack the name.
  private var missed: Set<Missed> = []

  /// A tag that found no name.
  private struct Missed: Hashable {
    let place: Place
    let tag: String
    let path: Path
  }

  /// Chunks are handed on when they have grown to this many bytes.
  private static let chunk = 1 << 16

  init(
    _ program: Program, part: String, format: DocumentFormat, data: JSONValue, keys: KeyIndex,
    missing: MissingPolicy, limits: RenderLimits, pictures: PictureSource, shared: SharedState,
    frames: FrameSet = .none
  ) {
    self.frames = frames

    self.format = format
    self.pictures = pictures
    self.program = program
    self.part = part
    self.missing = missing
    self.limits = limits
    self.shared = shared
    scopes = Scopes(root: data, keys: keys)
    evaluator = Evaluator(limit: limits.steps)
  }

  /// The renderer after its program, whose bytes are handed on in chunks.
  ///
  /// The styles that cut pictures stand before the text that needs them: such a program is
  /// rehearsed first, and gives the same numbers twice.
  func performed(_ write: ([UInt8]) -> Void) -> Renderer {
    var renderer = self
    if program.needsRehearsal {
      var rehearsal = self
      rehearsal.run(program.whole) { _ in }
      renderer.styles = rehearsal.madeStyles
    }
    renderer.run(program.whole, write)
    renderer.flush(write)
    renderer.compareSigns()
    return renderer
  }

  /// Carries out a stretch of the program; what is not handed on yet stays in the buffer.
  mutating func run(_ range: Range<Int>, _ write: ([UInt8]) -> Void) {
    var counter = range.lowerBound
    while counter < range.upperBound, !isExhausted {
      steps += 1
      guard steps <= limits.steps else {
        isExhausted = true
        report(.tooManySteps(limits.steps))
        return
      }
      counter = perform(program.instructions[counter], next: counter + 1)
      guard output.bytes.count >= Self.chunk else { continue }
      guard written + output.bytes.count <= limits.bytes else {
        isExhausted = true
        report(.tooManyBytes(limits.bytes))
        return
      }
      if output.canFlush { handOn(write) }
    }
  }

  private mutating func handOn(_ write: ([UInt8]) -> Void) {
    written += output.bytes.count
    output.handOn(write)
  }

  /// Compares what was handed on with what the instructions meant to write; see ``Signs``.
  mutating func compareSigns() {
    // What a budget cut short is no document anyway.
    guard output.seen != output.meant, !isExhausted else { return }
    // Whatever else was found, this is told.
    findings.append(.otherSigns(in: part))
  }

  /// Hands on what is left.
  mutating func flush(_ write: ([UInt8]) -> Void) {
    guard written + output.bytes.count <= limits.bytes else {
      isExhausted = true
      return report(.tooManyBytes(limits.bytes))
    }
    handOn(write)
  }

  /// Forgets what was found, before another record is told of.
  mutating func takeFindings() -> [Diagnostic] {
    defer {
      findings = []
      reported = []
      missed = []
    }
    return findings
  }

  /// Runs a stretch of another part in the scopes that are open here, and returns its bytes.
  mutating func framed(
    _ other: Program, _ range: Range<Int>, part: String, copy: FrameCopy,
    missing: MissingPolicy? = nil
  ) -> [UInt8] {
    var inner = self
    // What both would hold would be copied as soon as one of them changes.
    shared = SharedState(numbers: FreshNumbers(taken: []))
    let own = madeStyles
    madeStyles = []
    inner.madeStyles = []
    inner.program = other
    inner.scopes.forgetTags()
    inner.part = part
    inner.copy = copy
    inner.missing = missing ?? self.missing
    inner.output = OutputBuffer()
    inner.written = 0
    var bytes: [UInt8] = []
    inner.run(range) { bytes += $0 }
    inner.flush { bytes += $0 }
    inner.compareSigns()
    inner.shared.frameStyles += inner.madeStyles
    shared = inner.shared
    madeStyles = own
    (findings, reported, missed) = (inner.findings, inner.reported, inner.missed)
    (steps, evaluator, isExhausted) = (inner.steps, inner.evaluator, inner.isExhausted)
    return bytes
  }

  /// Carries out one instruction and says which comes next.
  private mutating func perform(_ instruction: Instruction, next: Int) -> Int {
    switch instruction {
    case .copy(let range, let signs): output.append(program.arena, range, signs)
    case .value(let index):
      if let text = scopes.textAgain(index) { print(text, index) } else { write(index) }
    case .length(let index, let unit): writeLength(program.values[index], unit)
    case .unless(let condition, let target):
      return holds(program.conditions[condition]) ? next : target
    case .jump(let target): return target
    case .enter(let loop, let empty):
      guard enter(program.loops[loop]) else { return empty }
    case .next(let start): return scopes.next() ? start : next
    case .jumpIfLast(let target): return scopes.isLast ? target : next
    case .jumpUnlessFirstCopy(let target): return scopes.isFirstCopy ? next : target
    case .copyBehind(let ending, let range):
      if output.ends(with: program.arena[ending]) { output.append(program.arena, range) }
    case .readColumns(let block, let loop):
      columns[block] = Columns(items: listItems(of: program.loops[loop].site), loop: loop)
    case .judgeColumns(let block, let condition):
      columns[block] = Columns(items: holds(program.conditions[condition]) ? [nil] : [], loop: nil)
    case .enterColumns(let block, let empty):
      guard let found = columns[block], let loop = found.loop, !found.items.isEmpty,
        case .each(let name) = program.loops[loop].kind
      else { return empty }
      scopes.enter(found.items, as: name)
    case .unlessColumns(let block, let target):
      return columns[block]?.items.isEmpty ?? true ? target : next
    case .jumpIfNoColumns(let measure, let target):
      return value(of: program.measures[measure]) <= 0 ? target : next
    case .columnMeasure(let measure):
      output.append(name: String(value(of: program.measures[measure])))
    case .newList(let slot): listNumbers[slot] = shared.newList(program.lists[slot])
    case .listNumber(let slot):
      output.append(name: String(listNumbers[slot] ?? program.lists[slot].numId))
    case .numberings(let prefix):
      writeNumberings(String(decoding: program.arena[prefix], as: UTF8.self))
    case .jumpIfFirst(let target): return scopes.isFirst ? target : next
    case .beginMerges: merges.append(MergeState())
    case .endMerges: endMerges()
    case .mergeRow: if let last = merges.indices.last { merges[last].row += 1 }
    case .compareAbove(let cell, let site): compare(cell, program.values[site].site)
    case .unlessMerged(let cell, let target):
      return merges.last?.runs[cell]?.isContinuing ?? false ? next : target
    case .rowSpan(let cell): holdRowSpan(of: cell)
    case .picture(let index): look(at: program.pictures[index])
    case .pictureField(let field, let unit): writePicture(field, unit)
    case .cuttingStyles: writeStyles()
    case .manifestEntries(let prefix):
      writeManifest(String(decoding: program.arena[prefix], as: UTF8.self))
    case .beginTarget: output.beginTarget()
    case .endTarget(let target): endTarget(program.targets[target])
    case .relationships: writeRelationships(of: listed ?? program.listedPart ?? part)
    case .beginPages: beginPages()
    case .endItem: endItem()
    case .endPages: endPages()
    case .pageReference(let index, let isRecalled): writeReference(index, isRecalled: isRecalled)
    case .pageStyle(let index): writePageStyle(index)
    case .noteReference(let index): writeNote(index)
    case .frame(let index, let end): return writeFrame(index) ? end : next
    case .frameNumber: output.append(name: String(copy.number))
    case .frameSuffix: output.append(name: copy.suffix)
    case .contentTypes(let prefix):
      writeTypes(String(decoding: program.arena[prefix], as: UTF8.self))
    case .newMarks(let loop): newMarks(program.marks[loop])
    case .markName(let slot):
      if let number = marks[slot] { output.append(name: "_\(number)") }
    case .markNumber(let slot, let own):
      if let number = marks[slot] {
        output.append(name: String(number))
      } else {
        output.append(program.arena, own)
      }
    case .freshNumber: output.append(name: String(shared.numbers.next()))
    case .tentative: output.beginTentative()
    case .keep: output.keep()
    case .settle(let fallback):
      if !output.settle() { output.append(program.arena, fallback) }
    }
    return next
  }

  private mutating func writeNumberings(_ prefix: String) {
    for (id, slot) in shared.lists {
      let starts = slot.starts.enumerated().map { level, start in
        "<\(prefix)lvlOverride \(prefix)ilvl=\"\(level)\"><\(prefix)startOverride"
          + " \(prefix)val=\"\(start)\"/></\(prefix)lvlOverride>"
      }
      output.append(
        markup: Array(
          ("<\(prefix)num \(prefix)numId=\"\(id)\"><\(prefix)abstractNumId \(prefix)val=\""
            + "\(slot.abstract)\"/>" + starts.joined() + "</\(prefix)num>").utf8))
    }
  }

  private mutating func newMarks(_ slots: [Int]) {
    // The first copy keeps its name, for what refers to it from outside.
    let isFirst = scopes.isFirstCopy && copy.isFirst
    for slot in slots { marks[slot] = isFirst ? nil : shared.numbers.next() }
  }

  // MARK: Values

  mutating func value(of site: ExpressionSite) -> Value? {
    do throws(EvaluationFailure) {
      return try evaluator.value(of: site.expression, in: scopes)
    } catch {
      fail(site, error)
      return nil
    }
  }

  private mutating func print(_ text: String, _ index: Int) {
    if output.append(text, breaks: program.values[index].breaks, arena: program.arena) {
      report(.forbiddenCharacter(program.values[index].site))
    }
  }

  private mutating func write(_ index: Int) {
    let slot = program.values[index]
    guard let value = value(of: slot.site) else { return }
    scopes.remember(index, slot.site.expression)
    switch value {
    case .text(let text), .number(let text): print(text, index)
    case .missing(let path): miss(path, slot.site)
    case .null:
      if missing == .error { report(.unknownValue(slot.site)) }
    case .boolean, .list, .object: report(.notPrintable(slot.site, value.kindInWords))
    }
  }

  /// Ten metres in micrometres; no paper is wider.
  private static let longestLine = 10_000_000

  private mutating func writeLength(_ slot: ValueSlot, _ unit: LengthUnit) {
    guard let value = value(of: slot.site) else { return }
    let micrometres: Int
    switch value {
    case .number(let written):
      guard let length = Int(written), (0...Self.longestLine).contains(length) else {
        return report(.notALength(slot.site, value.kindInWords))
      }
      micrometres = length
    case .missing(let path):
      miss(path, slot.site)
      micrometres = 0
    case .null:
      if missing == .error { report(.unknownValue(slot.site)) }
      micrometres = 0
    default: return report(.notALength(slot.site, value.kindInWords))
    }
    output.append(name: Self.written(micrometres, unit))
  }

  static func written(_ micrometres: Int, _ unit: LengthUnit) -> String {
    switch unit {
    case .emu: String(micrometres * 36)
    case .millimetres(let offset): millimetres(micrometres + offset)
    }
  }

  static func millimetres(_ micrometres: Int) -> String {
    let (whole, rest) = micrometres.magnitude.quotientAndRemainder(dividingBy: 1000)
    return "\(micrometres < 0 ? "-" : "")\(whole).\(String(rest + 1000).dropFirst())mm"
  }

  private mutating func holds(_ site: ExpressionSite) -> Bool {
    do throws(EvaluationFailure) {
      switch try evaluator.truth(of: site.expression, in: scopes) {
      case .holds: return true
      case .fails: return false
      case .unknown(let path):
        miss(path, site)
        return false
      }
    } catch {
      fail(site, error)
      return false
    }
  }

  private mutating func fail(_ site: ExpressionSite, _ failure: EvaluationFailure) {
    guard failure == .tooManySteps else { return report(.notEvaluable(site, failure)) }
    isExhausted = true
    report(.tooManySteps(limits.steps))
  }

  /// Enters the items of a loop; false when there are none.
  private mutating func enter(_ loop: LoopSite) -> Bool {
    guard let value = value(of: loop.site) else { return false }
    switch (value, loop.kind) {
    case (.list(let items), .each(let name)) where !items.isEmpty:
      scopes.enter(items, as: name)
      return true
    case (.list(let items), .section) where !items.isEmpty:
      scopes.enter(items, as: nil)
      return true
    case (.list, _): break
    case (.text(let text), .each) where text.isEmpty: break
    case (.missing(let path), _): miss(path, loop.site)
    case (_, .section):
      guard Evaluator.truth(of: value) == .holds else { break }
      scopes.enter(value.json)
      return true
    case (.null, .each):
      if missing == .error { report(.unknownValue(loop.site)) }
    case (_, .each): report(.notAList(loop.site, value.kindInWords))
    }
    return false
  }

  mutating func miss(_ path: Path, _ site: ExpressionSite) {
    guard missing == .error, findings.count < limits.findings,
      missed.insert(Missed(place: site.place, tag: site.tag, path: path)).inserted
    else { return }
    report(.missingName(site, path, known: scopes.visibleNames))
  }

  /// A fault inside a loop is one fault, however many items there are.
  mutating func report(_ finding: Diagnostic) {
    guard findings.count < limits.findings, reported.insert(finding).inserted else { return }
    findings.append(finding)
  }
}
