internal import Composition
internal import Conformance
package import Diagnostics
internal import Intake
internal import LocatedJSON
internal import Printing
internal import Publishing
internal import Regulations
internal import Templating
internal import Vocabulary

/// Every page behind a code, room by room.
package enum Catalogue {
  /// The pages in the order of their codes.
  package static let pages: [Page] =
    (LocatedJSONPages.all + IntakePages.all + RegulationsPages.all + RegulationsPages.rules
    + CompositionPages.all + TemplatingPages.all
    + ConformancePages.all + ConformancePages.checks
    + PublishingPages.all + PrintingPages.all + PipelinePages.all).sorted { $0.code < $1.code }

  /// `thidua explain CODE`: the page behind a code, whatever its case.
  package static func explain(_ text: String) -> RunResult {
    let code = text.uppercased()
    if let page = pages.first(where: { $0.code.description == code }) {
      return RunResult([], output: page.text)
    }
    let known = pages.map(\.code.description)
    return RunResult(
      [.noSuchCode(text, nearest: NearestName.nearest(to: code, among: known))], status: .usage)
  }

  /// `thidua explain --all`: the whole catalogue.
  package static func explainAll() -> RunResult {
    RunResult([], output: pages.map(\.text).joined(separator: "\n"))
  }
}

extension Page {
  /// The page as it is printed.
  fileprivate var text: String { "\(code): \(title)\n\n\(body)\n" }
}
