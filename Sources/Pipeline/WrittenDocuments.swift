internal import Composition
internal import Dossier
internal import Publishing
internal import Templating

/// The documents that a build has written, some seventy bytes for each.
///
/// What the survey knows of their papers is not kept twice, and the texts of their records are made
/// when the manifest is written.
struct WrittenDocuments: Sendable {
  private struct Entry: Sendable {
    /// The place of the paper's kind in the survey.
    let kind: Int16
    /// The document's own format; nil for a PDF.
    let format: DocumentFormat?
    /// The place of the paper in its kind.
    let paper: Int32
    let bytes: Int
    let sha256: SHA256Sum
    let template: String
  }

  /// The papers that were surveyed.
  private let kinds: [SurveyedKind]
  private var entries: [Entry] = []

  /// Creates a list of documents of some papers.
  init(of kinds: [SurveyedKind]) { self.kinds = kinds }

  /// How many there are.
  var count: Int { entries.count }

  /// Takes a document of a paper; without a format a PDF.
  ///
  /// One of a paper that was not surveyed is left out, and then the folder is not published: the
  /// manifest does not name each of its files.
  mutating func add(
    _ file: WrittenFile, of order: DocumentOrder, from template: String, as format: DocumentFormat?
  ) {
    guard let kind = kinds.firstIndex(where: { $0.kind == order.kind }) else { return }
    let (papers, id) = (kinds[kind].papers, order.id)
    // Papers come in the order of the survey.
    let last = entries.last.map { Int($0.kind) == kind ? Int($0.paper) : 0 } ?? 0
    guard
      let paper = papers[last...].firstIndex(where: { $0.id == id })
        ?? papers.firstIndex(where: { $0.id == id })
    else { return }
    entries.append(
      Entry(
        kind: Int16(kind), format: format, paper: Int32(paper), bytes: file.bytes,
        sha256: file.sha256, template: template))
  }

  /// Puts PDFs, which are made last, behind the other documents of their papers.
  mutating func sort() {
    entries = entries.enumerated().sorted { left, right in
      (left.element.kind, left.element.paper, left.offset)
        < (right.element.kind, right.element.paper, right.offset)
    }.map(\.element)
  }

  /// What the manifest says of each.
  var records: LazyRecords<some Sequence & Sendable, Manifest.Document> {
    LazyRecords(entries) { [kinds] entry in
      let kind = kinds[Int(entry.kind)].kind
      let paper = kinds[Int(entry.kind)].papers[Int(entry.paper)]
      let format = entry.format?.rawValue ?? "pdf"
      return Manifest.Document(
        id: paper.id, kind: kind.rawValue, format: format,
        file: WrittenFile(
          path: "\(paper.id).\(format)", sha256: entry.sha256, bytes: entry.bytes),
        subject: paper.subject, template: entry.template,
        state: paper.state == .issued ? .issued : .draft, form: kind.facts.form.rawValue,
        medium: paper.medium == .paper ? .paper : .electronic)
    }
  }
}
