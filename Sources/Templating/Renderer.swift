internal import Diagnostics
internal import Expressions
internal import LocatedJSON
internal import ZipContainer

/// What a rendering may do before it is stopped.
public struct RenderLimits: Hashable, Sendable {
  /// The most instructions and steps of expressions.
  public var steps = 200_000_000
  /// The most bytes of one part, before compression.
  public var bytes = 1 << 31
  /// The most findings that are collected.
  public var findings = 200

  /// The limits that hold unless said otherwise.
  public static let standard = RenderLimits()

  /// Creates the standard limits.
  public init() {}
}

/// Runs the program of one part over the data and hands its bytes on in chunks.
struct Renderer {
  private let program: Program
  private let missing: MissingPolicy
  private let limits: RenderLimits
  private var scopes: Scopes
  private var evaluator: Evaluator
  private var output = OutputBuffer()
  private var freshNumber: Int
  private(set) var findings: [Diagnostic] = []

  /// Chunks are handed on when they have grown to this many bytes.
  private static let chunk = 1 << 16

  init(
    _ program: Program, data: JSONValue, missing: MissingPolicy, limits: RenderLimits,
    freshNumber: Int
  ) {
    self.program = program
    self.missing = missing
    self.limits = limits
    self.freshNumber = freshNumber
    scopes = Scopes(root: data)
    evaluator = Evaluator(limit: limits.steps)
  }

  /// The next number that no copy has taken yet.
  var nextFreshNumber: Int { freshNumber }

  mutating func run(into deflater: inout Deflater) {
    var counter = 0
    var steps = 0
    var written = 0
    while counter < program.instructions.count {
      steps += 1
      guard steps <= limits.steps else {
        findings.append(.tooManySteps(limits.steps))
        return
      }
      counter = perform(program.instructions[counter], next: counter + 1)
      if output.bytes.count >= Self.chunk, output.canFlush {
        written += output.bytes.count
        guard written <= limits.bytes else {
          findings.append(.tooManyBytes(limits.bytes))
          return
        }
        deflater.write(output.bytes)
        output.bytes.removeAll(keepingCapacity: true)
      }
    }
    deflater.write(output.bytes)
  }

  /// Carries out one instruction and says which comes next.
  private mutating func perform(_ instruction: Instruction, next: Int) -> Int {
    switch instruction {
    case .copy(let range): output.bytes += program.arena[range]
    case .value(let index): write(program.values[index])
    case .length(let index, let unit): writeLength(program.values[index], unit)
    case .unless(let condition, let target):
      return holds(program.conditions[condition]) ? next : target
    case .jump(let target): return target
    case .enter(let loop, let empty):
      let items = items(of: program.loops[loop])
      guard !items.isEmpty else { return empty }
      scopes.enter(items, as: program.loops[loop].name)
    case .next(let start): return scopes.next() ? start : next
    case .jumpIfLast(let target): return scopes.isLast ? target : next
    case .freshNumber:
      output.bytes += Array(String(freshNumber).utf8)
      freshNumber += 1
    case .tentative: output.beginTentative()
    case .keep: output.keep()
    case .settle(let fallback):
      if !output.settle() { output.bytes += program.arena[fallback] }
    }
    return next
  }

  // MARK: Values

  private mutating func value(of site: ExpressionSite) -> Value? {
    do throws(EvaluationFailure) {
      return try evaluator.value(of: site.expression, in: scopes)
    } catch {
      report(.notEvaluable(site, error))
      return nil
    }
  }

  private mutating func write(_ slot: ValueSlot) {
    guard let value = value(of: slot.site) else { return }
    switch value {
    case .text(let text), .number(let text):
      if output.append(text, breaks: slot.breaks, arena: program.arena) {
        report(.forbiddenCharacter(slot.site))
      }
    case .missing(let path):
      if missing == .error { report(.missingName(slot.site, path, known: scopes.visibleNames)) }
    case .null:
      if missing == .error { report(.unknownValue(slot.site)) }
    case .boolean, .list, .object: report(.notPrintable(slot.site, value.kindInWords))
    }
  }

  private mutating func writeLength(_ slot: ValueSlot, _ unit: LengthUnit) {
    guard let value = value(of: slot.site) else { return }
    let micrometres: Int
    switch value {
    case .number(let written):
      guard let length = Int(written), length >= 0 else {
        return report(.notALength(slot.site, value.kindInWords))
      }
      micrometres = length
    case .missing(let path):
      if missing == .error { report(.missingName(slot.site, path, known: scopes.visibleNames)) }
      micrometres = 0
    case .null:
      if missing == .error { report(.unknownValue(slot.site)) }
      micrometres = 0
    default: return report(.notALength(slot.site, value.kindInWords))
    }
    let text =
      switch unit {
      case .emu: String(micrometres * 36)
      case .millimetres:
        "\(micrometres / 1000).\(String(micrometres % 1000 + 1000).dropFirst())mm"
      }
    output.bytes += Array(text.utf8)
  }

  private mutating func holds(_ site: ExpressionSite) -> Bool {
    do throws(EvaluationFailure) {
      switch try evaluator.truth(of: site.expression, in: scopes) {
      case .holds: return true
      case .fails: return false
      case .unknown(let path):
        if missing == .error { report(.missingName(site, path, known: scopes.visibleNames)) }
        return false
      }
    } catch {
      report(.notEvaluable(site, error))
      return false
    }
  }

  private mutating func items(of loop: LoopSite) -> [JSONValue] {
    guard let value = value(of: loop.site) else { return [] }
    switch value {
    case .list(let items): return items
    case .text(let text) where text.isEmpty: return []
    case .missing(let path):
      if missing == .error { report(.missingName(loop.site, path, known: scopes.visibleNames)) }
    case .null:
      if missing == .error { report(.unknownValue(loop.site)) }
    default: report(.notAList(loop.site, value.kindInWords))
    }
    return []
  }

  private mutating func report(_ finding: Diagnostic) {
    // A fault inside a loop is one fault, however many items there are.
    guard findings.count < limits.findings, !findings.contains(finding) else { return }
    findings.append(finding)
  }
}

/// What a missing name becomes.
public enum MissingPolicy: String, Hashable, Sendable, CaseIterable {
  /// An error, which is what a document that someone signs needs.
  case error
  /// Nothing at all.
  case blank
}
