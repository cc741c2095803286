internal import Composition
internal import Conformance
internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Publishing
internal import Templating

/// One document to fill.
struct FillJob: Sendable {
  var order: DocumentOrder
  let template: TemplateStore.Loaded
  /// What files and documents may cost.
  let limits: SafetyLimits
  /// What the checks of form compare names with.
  let office: OfficeFacts?
  /// True when the document itself is asked for.
  let isPublished: Bool
  /// True when a PDF is made from it.
  let isPrinted: Bool

  var format: DocumentFormat { template.template.format }

  /// The path inside the published folder.
  var path: String { "\(order.kind.rawValue)/\(order.fileStem).\(format.rawValue)" }

  /// The job once its document is made: the data of all papers would not fit into memory.
  var withoutData: FillJob {
    var job = self
    job.order.data = nil
    return job
  }

  /// A finished document and what is wrong with it.
  struct Filled: Sendable {
    /// The document with its hash; nil when it could not be made.
    var content: HashedBytes?
    /// What was found while it was filled.
    var findings: [Diagnostic]
    /// What the checks of form found in it.
    var form: [FormFinding] = []

    /// The errors for which the document is not good.
    ///
    /// They are what could not be filled, and a layout that breaks the form; words come from the
    /// data, and are warnings of the build.
    var faults: [Diagnostic] {
      (findings + form.filter { $0.subject == .layout }.map(\.finding))
        .filter { $0.severity == .error }
    }
    /// True when there is nothing to say of the document.
    var isClean: Bool { findings.isEmpty && form.isEmpty }
  }

  /// Fills the template and judges the result by the profile of its kind.
  func fill(measuredBy stopwatch: Stopwatch? = nil) -> Filled {
    let rendered = stopwatch.measure(.filling) {
      template.template.render(order.data, limits: limits.render, name: path)
    }
    guard let bytes = rendered.value else {
      return Filled(content: nil, findings: rendered.findings)
    }
    let content = HashedBytes(bytes)
    var filled = Filled(content: content, findings: rendered.findings)
    var settings = LintSettings(of: order, office: office)
    settings.limits = limits.lint.forOwnDocuments
    settings.shared = template.sharedParts
    let report = stopwatch.measure(.lint) {
      Conformance.lint(bytes, name: path, settings: settings)
    }
    if report.results.isEmpty { filled.findings += report.findings }
    for result in report.results {
      filled.form += zip(result.findings, result.texts).map { finding, texts in
        FormFinding(
          finding: finding, texts: texts, document: order.id, template: template.fileName)
      }
    }
    return filled
  }
}
