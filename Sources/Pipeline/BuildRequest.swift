package import Dossier
package import Templating

/// What `thidua build` is asked for.
package struct BuildRequest: Sendable {
  /// The period's folder.
  package var period: String
  /// The folder that holds the output of periods.
  package var output = "output"
  /// The formats, each once, in the order asked for.
  package var formats = DocumentFormat.allCases
  /// True when PDFs are asked for, too.
  package var pdf = false
  /// The kinds to build; empty for all.
  package var only: [DocumentKind] = []
  /// The step of the dossier whose papers are built; nil for all.
  package var stage: Stage?
  /// The folder of templates that override the office's own.
  package var templates: String?
  /// The folder of packs of rules that add to or replace the program's own.
  package var regulations: String?
  /// True when a folder that is not ours may be replaced.
  package var force = false
  /// True when what is good is published although something is missing.
  package var keepGoing = false

  /// Creates a request for a period; the rest is the contract's default.
  package init(period: String) { self.period = period }
}

extension BuildRequest {
  /// The format that PDFs are made from: the DOCX only when no ODT is asked for.
  var printedFormat: DocumentFormat? {
    pdf ? (formats.contains(.odt) ? .odt : formats.first ?? .odt) : nil
  }

  /// The formats that are filled: those asked for, and what PDFs are made from.
  var filledFormats: [DocumentFormat] {
    formats + [printedFormat].compactMap(\.self).filter { !formats.contains($0) }
  }
}
