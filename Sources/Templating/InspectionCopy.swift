internal import Annotations
public import Diagnostics
internal import XMLTree
internal import ZipContainer

extension Template {
  /// A copy of a document with a comment at each place that a finding names.
  ///
  /// It serves the author of a template, who reads the comments in Word or Writer beside the faulty
  /// tags; the document need not compile. What stands in a header, a note or the properties, where
  /// office programs show no comments, is told at the first paragraph. Findings about other files
  /// than the document are passed over.
  ///
  /// - Parameters:
  ///   - bytes: the document as it was compiled.
  ///   - findings: what compiling and filling it told.
  /// - Returns: the copy, or none and the reason (`TE070`).
  public static func annotated(
    _ bytes: [UInt8], with findings: [Diagnostic]
  ) -> Diagnosed<[UInt8]> {
    do throws(AnnotationFailure) {
      let archive: ZipArchive
      do throws(ZipFailure) { archive = try ZipArchive(reading: bytes) } catch {
        throw .archive(error)
      }
      var annotator = try Annotator(archive)
      let format: DocumentFormat = annotator.format == .docx ? .docx : .odt
      let document = try annotator.part(annotator.body)
      let paragraphs =
        document?.root.descendants.filter { format.role(of: $0) == .paragraph } ?? []
      // Both branches of a text box tell the same.
      var told: Set<String> = []
      for finding in findings where finding.place.part != nil {
        let isInBody = finding.place.part == annotator.body
        let index = isInBody ? finding.place.paragraph : nil
        let paragraph = index.flatMap { paragraphs.indices.contains($0) ? paragraphs[$0] : nil }
        let text = remark(on: finding, showsPlace: paragraph == nil)
        guard told.insert("\(index ?? -1) \(text)").inserted else { continue }
        annotator.add(text, at: paragraph.map { $0.piece(holding: finding.quoted) ?? $0 })
      }
      return Diagnosed(try annotator.finish(), [])
    } catch {
      return Diagnosed(nil, [.noCopy(error.message, help: error.help)])
    }
  }

  /// What a comment says: the fault, its place when the comment does not stand there, the remedy.
  private static func remark(on finding: Diagnostic, showsPlace: Bool) -> String {
    let weight =
      switch finding.severity {
      case .error: "Lỗi"
      case .warning: "Nhắc"
      case .info: "Ghi chú"
      }
    var lines = ["\(weight) \(finding.code): \(finding.message)."]
    if showsPlace, let context = finding.place.context { lines.append("Ở: \(context).") }
    if let help = finding.help { lines.append("Cách sửa: \(help).") }
    return lines.joined(separator: "\n")
  }
}

extension Diagnostic {
  fileprivate static func noCopy(_ message: String, help: String) -> Diagnostic {
    .error(Code("TE070"), "không ghi được bản có chú thích: \(message)", help: help)
  }

  /// The first text that the message quotes: the tag.
  fileprivate var quoted: String? {
    guard let start = message.firstIndex(of: "“") else { return nil }
    let rest = message[message.index(after: start)...]
    // A tag may quote a text itself; what matters is where it begins.
    let quoted = rest.prefix { $0 != "”" && $0 != "“" }
    return quoted.isEmpty ? nil : String(quoted)
  }
}

extension XMLNode {
  /// The text of this paragraph in which a stretch of its joined text begins.
  fileprivate func piece(holding stretch: String?) -> XMLNode? {
    guard let stretch else { return nil }
    let texts = descendants.filter { $0.kind == .text }
    let joined = texts.map(\.text).joined()
    guard let found = joined.firstRange(of: stretch) else { return nil }
    var rest = joined.distance(from: joined.startIndex, to: found.lowerBound)
    for text in texts {
      if rest < text.text.count { return text }
      rest -= text.text.count
    }
    return nil
  }
}
