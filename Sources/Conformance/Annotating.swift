internal import Annotations
public import Diagnostics
internal import XMLTree
internal import ZipContainer

extension Conformance {
  /// A copy of a document with a comment at the place of each finding.
  ///
  /// What stands in a header, a footer or a note is told at the first paragraph, because office
  /// programs show no comments there. Findings that are notes on the run are left out.
  ///
  /// - Parameters:
  ///   - bytes: The bytes that were linted.
  ///   - name: The file that findings carry.
  ///   - findings: What linting them found.
  ///   - limits: What the document may cost.
  ///   - day: The day the comments bear, as `2026-04-27`; nil for none.
  /// - Returns: the bytes of the copy, and what kept it from being made.
  public static func annotate(
    _ bytes: [UInt8], name: String, findings: [Diagnostic], limits: LintLimits = .standard,
    day: String?
  ) -> Diagnosed<[UInt8]> {
    do throws(ZipFailure) {
      let archive = try ZipArchive(reading: bytes, limits: limits.package)
      do throws(AnnotationFailure) {
        var annotator = try Annotator(archive, day: day, limits: limits.xml)
        let places = try paragraphs(of: archive, in: &annotator, name: name, limits.xml)
        for finding in findings where finding.evidence != nil {
          let node = finding.place.part == annotator.body ? finding.place.paragraph : nil
          let isKnown = node.map { places.indices.contains($0) } ?? false
          annotator.add(
            comment(on: finding, body: annotator.body), at: isKnown ? node.map { places[$0] } : nil)
        }
        return Diagnosed(try annotator.finish())
      } catch {
        return Diagnosed(nil, [.notAnnotated(name, error.message, help: error.help)])
      }
    } catch {
      return Diagnosed(nil, [.badArchive(error, file: name)])
    }
  }

  /// The paragraphs of the body in the order in which the reader counts them.
  private static func paragraphs(
    of archive: ZipArchive, in annotator: inout Annotator, name: String, _ limits: XMLLimits
  ) throws(AnnotationFailure) -> [XMLNode] {
    guard let root = try annotator.part(annotator.body)?.root else { return [] }
    var parts = PackageParts(archive, name: name, limits: limits)
    // Both trees are read from the same bytes, so a node has the same place in either.
    let nodes = [root] + root.descendants
    return FinishedDocument.places(
      of: annotator.body, in: &parts, isWord: annotator.format == .docx
    ).map { nodes[$0] }
  }

  /// What a comment says: the finding, its source, what to do.
  private static func comment(on finding: Diagnostic, body: String) -> String {
    var lines = ["\(finding.code): \(finding.message)"]
    if let part = finding.place.part, part != body {
      let context = finding.place.context.map { ": \($0)" } ?? ""
      lines.append("Chỗ này ở đầu trang, chân trang hoặc chú thích" + context)
    }
    if let citation = finding.citation { lines.append("Căn cứ: \(citation)") }
    if let help = finding.help { lines.append("Cách sửa: \(help)") }
    return lines.joined(separator: "\n")
  }
}

extension Diagnostic {
  fileprivate static func notAnnotated(_ file: String, _ cause: String, help: String) -> Diagnostic
  {
    .error(
      Code("CF007"), "không ghi được chú thích vào bản sao của “\(file)”: \(cause)",
      at: .file(file),
      help: help)
  }
}
