package import Diagnostics
package import LocatedJSON

/// A finding as other programs read it, on standard output and in a manifest.
package enum FindingRecord {
  /// The record, its keys in the contract's order; a key that does not apply is left out.
  package static func json(_ finding: Diagnostic) -> JSONValue {
    let place = finding.place
    let evidence = finding.evidence
    return .record([
      ("code", text(finding.code.description)),
      ("severity", text(finding.severity.rawValue)),
      ("message", text(finding.message)),
      ("help", text(finding.help)),
      ("file", text(place.file)),
      ("line", number(place.span?.line)),
      ("column", number(place.span?.column)),
      ("pointer", text(place.pointer)),
      ("part", text(place.part)),
      ("paragraph", number(place.paragraph)),
      ("context", text(place.context)),
      ("component", text(evidence?.component)),
      ("property", text(evidence?.property)),
      ("seen", text(evidence?.seen)),
      ("allowed", text(evidence?.allowed)),
      ("citation", text(finding.citation)),
    ])
  }

  private static func text(_ text: String?) -> JSONValue? { text.map(JSONValue.text) }
  private static func number(_ number: Int?) -> JSONValue? { number.map { .integer($0) } }
}
