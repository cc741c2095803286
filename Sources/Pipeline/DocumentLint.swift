internal import Composition
internal import Conformance
internal import Diagnostics
internal import Dossier
internal import Publishing

extension LintSettings {
  /// What a paper's order says of it.
  init(of order: DocumentOrder, office: OfficeFacts?) {
    self.init(
      form: Form(rawValue: order.form.rawValue),
      state: order.state == .issued ? .issued : .draft,
      medium: order.medium == .paper ? .paper : .electronic, office: office)
  }

  /// What a manifest says of one of its documents and of the office.
  init(of document: Manifest.Document, office: OfficeFacts?) {
    self.init(
      form: document.form.flatMap(Form.init(rawValue:)),
      state: document.state == .issued ? .issued : .draft,
      medium: document.medium.map { $0 == .paper ? .paper : .electronic }, office: office)
  }
}

/// What the checks of form found in one document of a build.
struct FormFinding: Sendable {
  let finding: Diagnostic
  /// The whole texts of the paragraphs at which it stands.
  let texts: [String]
  /// The document's id, the same for each of its formats.
  let document: String
  /// The template of the document.
  let template: String

  /// What the check looks at.
  var subject: Subject { Subject(finding.code) }

  /// What a check of form looks at, which says whose fault a finding is.
  enum Subject {
    /// Capital letters, signs and spaces, the subject, the bases: the contract's list.
    case words
    /// How letters are stored, which comes from the data or from the template.
    case letters
    /// Everything else comes from the template.
    case layout

    init(_ code: Code) {
      let id = code.description
      if id.hasPrefix("VH") || ["ND07", "TT04", "CC03"].contains(id) {
        self = .words
      } else {
        self = id == "FN03" ? .letters : .layout
      }
    }
  }
}

/// What the checks of form found in all documents of a build, each fault said once.
///
/// A fault of a template stands in every document made from it, and a word of the data in every
/// document that prints it; a clerk mends each in one place.
struct FormFindings {
  private var found: [(first: FormFinding, last: String, documents: Int)] = []
  /// Where a finding stands in `found`; for look-up only.
  private var known: [Key: Int] = [:]

  private struct Key: Hashable {
    let code: Code
    let message: String
    let template: String
    let texts: [String]
  }

  mutating func add(_ findings: [FormFinding]) {
    for item in findings {
      // Words are the same in both formats and in every paper that prints them.
      let isLayout = item.subject == .layout
      let key = Key(
        code: item.finding.code, message: item.finding.message,
        template: isLayout ? item.template : "", texts: isLayout ? [] : item.texts)
      if let index = known[key] {
        // The formats of a document come one behind the other.
        guard found[index].last != item.document else { continue }
        found[index].last = item.document
        found[index].documents += 1
      } else {
        known[key] = found.count
        found.append((item, item.document, 1))
      }
    }
  }

  /// The findings of a build: the layout as it was judged, words as warnings at their places in
  /// the data, and what to do about a template that breaks the form.
  ///
  /// `data` looks for paragraphs in the data, which is read again only when there are any.
  func diagnostics(_ data: ([String]) -> DataTexts) -> [Diagnostic] {
    let texts = found.filter { $0.first.subject != .layout }.flatMap(\.first.texts)
    let data = texts.isEmpty ? nil : data(texts)
    var diagnostics: [Diagnostic] = []
    var faulty: [(template: String, codes: [String])] = []
    for (item, _, documents) in found {
      let places = item.subject == .layout ? [] : data?.places(of: item.texts) ?? []
      var finding = item.finding.counted(documents)
      if item.subject == .words || !places.isEmpty {
        if finding.severity == .error { finding.severity = .warning }
      } else if finding.severity == .error {
        let index = faulty.firstIndex { $0.template == item.template } ?? faulty.count
        if index == faulty.count { faulty.append((item.template, [])) }
        let code = finding.code.description
        if !faulty[index].codes.contains(code) { faulty[index].codes.append(code) }
      }
      if places.isEmpty { diagnostics.append(finding) }
      for var place in places {
        place.context = finding.place.file.map { "in ra ở \($0)" }
        var told = finding
        told.place = place
        diagnostics.append(told)
      }
    }
    // Paragraphs that differ may print the same text of the data.
    var seen: Set<Diagnostic> = []
    return diagnostics.filter { seen.insert($0).inserted }
      + faulty.map { .brokenForm($0.template, codes: $0.codes) }
  }
}

extension Diagnostic {
  /// The finding with the number of documents in which it stands.
  fileprivate func counted(_ documents: Int) -> Diagnostic {
    guard documents > 1 else { return self }
    var finding = self
    finding.message += "; ở \(documents) văn bản"
    return finding
  }

  fileprivate static func brokenForm(_ template: String, codes: [String]) -> Diagnostic {
    .error(
      Code("PL040"),
      "mẫu “\(template)” cho ra văn bản sai thể thức ở \(codes.count) điểm: "
        + codes.joined(separator: ", "), at: .file(template),
      help: "sửa mẫu theo các lỗi trên rồi lập lại; thidua explain \(codes.first ?? "PL040")")
  }
}
