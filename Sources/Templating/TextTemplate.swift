public import Diagnostics
internal import Expressions
public import LocatedJSON

/// A line of plain text with value tags, such as the names of files that hold one record each.
///
/// It has the values, filters and expressions of a document's tags and no blocks.
public struct TextTemplate: Sendable {
  private enum Piece: Sendable {
    case text(String)
    case value(ExpressionSite)
  }

  private var pieces: [Piece] = []

  /// Compiles a line and reports every fault it has, in one pass.
  ///
  /// - Parameters:
  ///   - text: the line as it was typed.
  ///   - place: where it stands, for findings.
  ///   - delimiters: the pairs that are read; all three families unless one is fixed.
  /// - Returns: the compiled line, or none when a finding is an error.
  public static func compile(
    _ text: String, at place: Place, delimiters: [Delimiters] = Delimiters.families
  ) -> Diagnosed<TextTemplate> {
    let scalars = Array(text.unicodeScalars)
    let (tags, faults) = TagScanner(delimiters).tags(in: scalars)
    var template = TextTemplate()
    var findings = faults.map { Diagnostic.scan($0, at: place) }
    var end = 0
    for tag in tags {
      template.append(scalars[end..<tag.range.lowerBound])
      end = tag.range.upperBound
      do throws(ExpressionFailure) {
        switch try ClauseParser.parse(tag.content) {
        case .comment: continue
        case .value(let expression):
          if let filter = expression.filters.first(where: \.needsDocument) {
            findings.append(.filterOutOfPlace(tag.written, filter, at: place))
          }
          template.pieces.append(
            .value(ExpressionSite(expression: expression, tag: tag.written, place: place)))
        default: throw .notYet("khối trong một dòng chữ thường")
        }
      } catch {
        findings.append(.badTag(tag.written, error, at: place))
      }
    }
    template.append(scalars[end...])
    return Diagnosed(findings.hasErrors ? nil : template, findings)
  }

  private mutating func append(_ scalars: ArraySlice<Unicode.Scalar>) {
    if !scalars.isEmpty { pieces.append(.text(String(scalars: scalars))) }
  }

  /// Fills the line.
  ///
  /// - Parameters:
  ///   - data: the values the tags read; normalised to NFC by who made them.
  ///   - ordinal: the record's place from 1, which `vòng.stt` reads. How many records there are
  ///     nobody knows yet: `vòng.cuối` and `vòng.số lượng` are missing.
  ///   - missing: what a missing name becomes.
  ///   - limits: what it may do before it is stopped.
  /// - Returns: the text, or none when a finding is an error.
  public func render(
    _ data: JSONValue, ordinal: Int, missing: MissingPolicy = .error,
    limits: RenderLimits = .standard
  ) -> Diagnosed<String> {
    let keys = KeyIndex(data)
    let facts = RecordFacts(scopes: Scopes(root: data, keys: keys), ordinal: ordinal)
    var evaluator = Evaluator(limit: limits.steps)
    var text = ""
    var findings: [Diagnostic] = []
    for piece in pieces {
      switch piece {
      case .text(let fixed): text += fixed
      case .value(let site):
        do throws(EvaluationFailure) {
          switch try evaluator.value(of: site.expression, in: facts) {
          case .text(let value), .number(let value): text += value
          case .missing(let path):
            guard missing == .error else { continue }
            findings.append(.missingName(site, path, known: facts.scopes.visibleNames))
          case .null:
            if missing == .error { findings.append(.unknownValue(site)) }
          case let other: findings.append(.notPrintable(site, other.kindInWords))
          }
        } catch {
          findings.append(.notEvaluable(site, error))
        }
      }
    }
    return Diagnosed(findings.hasErrors ? nil : text, findings)
  }
}

/// A record as an item of a loop whose length nobody knows.
private struct RecordFacts: Facts {
  let scopes: Scopes
  let ordinal: Int

  func value(at path: Path) throws(EvaluationFailure) -> Value {
    if path.outward == 0, LoopVariable.isAsked(by: path) { return loopValue(path, path.names[1]) }
    let value = try scopes.value(at: path)
    // The bare words mean the loop where the data have no such key.
    guard case .missing = value, path.outward == 0, path.names.count == 1 else { return value }
    return loopValue(path, path.names[0])
  }

  func value(at path: Path, of item: JSONValue) throws(EvaluationFailure) -> Value {
    try scopes.value(at: path, of: item)
  }

  func entering(_ item: JSONValue) -> RecordFacts? {
    scopes.entering(item).map { RecordFacts(scopes: $0, ordinal: ordinal) }
  }

  private func loopValue(_ path: Path, _ name: Name) -> Value {
    switch LoopVariable.named(name) {
    case .ordinal: .number(String(ordinal))
    case .first: .boolean(ordinal == 1)
    case .last, .count, nil: .missing(path)
    }
  }
}

extension Filter {
  /// True for the filters that have no meaning outside a document.
  fileprivate var needsDocument: Bool {
    self == .lineLength || makesPicture || self == .mergeCells || self == .dropWhenBlank
  }
}
