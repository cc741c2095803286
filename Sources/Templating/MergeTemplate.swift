public import Diagnostics

/// A template that is filled with many records, into one document that is ready to print.
///
/// Each record has pages of its own: in Word a section, in Writer a page break with its page. Page
/// numbers begin anew where the template shows them, lists too; headers say what is right for the
/// record; no blank page stands at the end.
public struct MergeTemplate: Sendable {
  private let template: Template

  /// The format of the template and of the document.
  public var format: DocumentFormat { template.format }

  /// Compiles a template and reports every fault it has, in one pass.
  ///
  /// - Parameters:
  ///   - bytes: the document as Word or Writer saved it.
  ///   - name: its name in findings.
  ///   - delimiters: the pairs that are read, as ``Template/compile(_:name:delimiters:limits:)``
  ///     takes them.
  ///   - limits: what it may hold before it is refused.
  /// - Returns: the template, or none when a finding is an error.
  public static func compile(
    _ bytes: [UInt8], name: String, delimiters: [Delimiters] = Delimiters.families,
    limits: CompileLimits = .standard
  ) -> Diagnosed<MergeTemplate> {
    let compiled = Template.compile(
      bytes, name: name, delimiters: delimiters, limits: limits, isMerged: true)
    return Diagnosed(compiled.value.map(MergeTemplate.init(template:)), compiled.findings)
  }

  /// Begins a document.
  ///
  /// - Parameters:
  ///   - missing: what a missing name becomes.
  ///   - limits: what each part may do before the document is stopped.
  ///   - pictures: where the pictures lie that the records name.
  /// - Returns: a printer that waits for its first record.
  public func printer(
    missing: MissingPolicy = .error, limits: RenderLimits = .standard,
    pictures: PictureSource = .none
  ) -> MergePrinter {
    MergePrinter(template: template, missing: missing, limits: limits, pictures: pictures)
  }
}
