public import Diagnostics

/// Judges finished documents by the form that Nghị định 30/2020/NĐ-CP asks for.
public enum Conformance {
  /// Judges one document.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of a DOCX or an ODT.
  ///   - name: The file that findings carry.
  ///   - settings: What is known of the document; what is not is guessed, which is reported.
  /// - Returns: how each check came out; without results when the document cannot be read.
  public static func lint(_ bytes: [UInt8], name: String, settings: LintSettings) -> LintReport {
    // The words of printed pages are compared with every row.
    let read = FinishedDocument.read(
      bytes, name: name, limits: settings.limits, shared: settings.shared,
      keepingRows: settings.rendered == nil ? settings.rowsKept : nil)
    guard let document = read.value else {
      return LintReport(results: [], findings: read.findings)
    }
    return judge(document, name: name, settings: settings)
  }

  static func judge(
    _ document: FinishedDocument, name: String, settings: LintSettings
  ) -> LintReport {
    let anatomy = Anatomy(document)
    let form = settings.form ?? guessedForm(anatomy)
    let other = TypeChecks.otherRegime(anatomy)
    let rendered = settings.rendered.flatMap { $0.shows(document) ? $0 : nil }
    let examination = Examination(
      document: document, anatomy: anatomy, form: form, settings: settings, rendered: rendered,
      otherRegime: other)
    var results: [CheckResult] = []
    var findings: [Diagnostic] = []
    if settings.rendered != nil, rendered == nil { findings.append(.otherPages(file: name)) }
    if settings.form == nil || settings.state == nil {
      findings.append(.guessed(form, examination.state, settings, file: name))
    }
    for check in Check.all {
      let outcome = outcome(of: check, examination, otherRegime: other)
      results.append(CheckResult(check, outcome, file: name))
    }
    findings += results.flatMap(\.findings)
    return LintReport(results: results, findings: findings)
  }

  private static func outcome(
    of check: Check, _ examination: Examination, otherRegime: String?
  ) -> Outcome {
    guard check.forms.contains(examination.form) else {
      return .notApplicable("không áp dụng cho dạng \(examination.form.rawValue)")
    }
    if let reason = check.notEvaluatedBecause { return .notChecked(reason) }
    // A document of another regime is not judged by this one.
    if let otherRegime, check.id != "TY04" { return .notChecked(otherRegime) }
    guard let evaluate = Evaluators.all[check.id] else {
      return .notChecked("chương trình chưa soát điểm này")
    }
    return evaluate(examination, check)
  }

  /// The profile that a title points to.
  private static func guessedForm(_ anatomy: Anatomy) -> Form {
    let title = Wording.bare(anatomy.text(.title) ?? "")
    if title.begins(with: "bao cao thanh tich") { return .thanhTich }
    if ["danh sach", "phieu tham dinh", "phieu bo sung", "bang ", "so khen"]
      .contains(where: title.hasPrefix)
    {
      return .bangBieu
    }
    return CertificateWords.standard.arePresent(in: anatomy) ? .giayKhen : .nd30
  }
}

/// How one document came out.
public struct LintReport: Sendable {
  /// Every check in the order of the table; none when the document could not be read.
  public let results: [CheckResult]
  /// What is worth saying, in the order of the table.
  public let findings: [Diagnostic]

  /// How many checks passed.
  public var passed: Int { results.count { $0.verdict == .passed } }
  /// The checks that concern the document and could not be judged, by reason.
  public var open: [(reason: String, ids: [String])] {
    var reasons: [(reason: String, ids: [String])] = []
    for result in results {
      guard case .notChecked(let reason) = result.verdict else { continue }
      if let known = reasons.firstIndex(where: { $0.reason == reason }) {
        reasons[known].ids.append(result.check.id)
      } else {
        reasons.append((reason, [result.check.id]))
      }
    }
    return reasons
  }

  /// The note that says what was not judged; nil when nothing was judged at all.
  ///
  /// `files` are all those of which the same is to be said, the first one named.
  public func note(on files: [String]) -> Diagnostic? {
    guard !results.isEmpty, let first = files.first else { return nil }
    return .unchecked(self, file: first, count: files.count)
  }

  /// How many checks failed.
  public var failed: Int { results.count { $0.verdict == .failed } }
}

/// How one check came out on one document.
public struct CheckResult: Sendable {
  /// How a check came out.
  public enum Verdict: Hashable, Sendable {
    /// What it asks for is there.
    case passed
    /// It is not.
    case failed
    /// It could not be judged.
    case notChecked(because: String)
    /// It does not concern the document.
    case notApplicable(because: String)
  }

  /// The check.
  public let check: Check
  /// How it came out.
  public let verdict: Verdict
  /// Its findings, when it failed.
  public let findings: [Diagnostic]
  /// For each finding the whole texts of the paragraphs at which it stands, in their order; none
  /// for a fault of no paragraph.
  public let texts: [[String]]
  /// The values seen, in Vietnamese, when it passed and there was something to measure.
  public let seen: String

  init(_ check: Check, _ outcome: Outcome, file: String) {
    let faults = outcome.faults.grouped
    self.check = check
    verdict = outcome.verdict
    findings = faults.map { Diagnostic(check, $0.fault, count: $0.count, file: file) }
    texts = faults.map(\.texts)
    seen = outcome.seen
  }
}

extension Outcome {
  var seen: String { if case .held(let seen) = self { seen } else { "" } }
  var faults: [Fault] { if case .failed(let faults) = self { faults } else { [] } }

  var verdict: CheckResult.Verdict {
    switch self {
    case .held: .passed
    case .failed: .failed
    case .notChecked(let reason): .notChecked(because: reason)
    case .notApplicable(let reason): .notApplicable(because: reason)
    }
  }
}

extension [Fault] {
  /// Faults that say the same of many places, once with their number and their paragraphs' texts.
  var grouped: [(fault: Fault, count: Int, texts: [String])] {
    var found: [(fault: Fault, count: Int, texts: [String])] = []
    for fault in self {
      let same = found.firstIndex {
        $0.fault.component == fault.component && $0.fault.property == fault.property
          && $0.fault.seen == fault.seen && $0.fault.allowed == fault.allowed
      }
      let texts = fault.paragraph.map { [$0.plain] } ?? []
      if let same {
        found[same].count += 1
        found[same].texts += texts
      } else {
        found.append((fault, 1, texts))
      }
    }
    return found
  }
}
