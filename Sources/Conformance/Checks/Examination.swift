internal import Diagnostics
internal import Vocabulary

/// How a check came out.
enum Outcome: Sendable {
  /// What it asks for is there; with the values seen, empty where there is nothing to measure.
  case held(seen: String)
  /// It is not, at these places.
  case failed([Fault])
  /// It could not be judged, for this reason.
  case notChecked(String)
  /// It does not concern the document, for this reason.
  case notApplicable(String)

  /// Passed, without a value to show.
  static let passed = Outcome.held(seen: "")

  /// Passed without faults, failed with them.
  init(_ faults: [Fault], seen: String = "") {
    self = faults.isEmpty ? .held(seen: seen) : .failed(faults)
  }
}

/// One place at which a document is not as a check asks.
struct Fault: Sendable {
  /// The part of the document.
  var component: String
  /// The property that was measured.
  var property: String
  /// The value seen.
  var seen: String
  /// The values allowed.
  var allowed: String
  /// Where it stands.
  var paragraph: Paragraph?
  /// How much it weighs, when less or more than the check says.
  var severity: Severity?
  /// The printed page it stands on, from 1, where pages were measured.
  var page: Int?
}

/// One document under examination.
struct Examination: Sendable {
  let document: FinishedDocument
  let anatomy: Anatomy
  let form: Form
  let state: LintSettings.State
  let medium: LintSettings.Medium?
  let office: OfficeFacts?
  /// What its printed pages show; nil where nobody measured them.
  let rendered: RenderedDocument?
  /// Why the decree does not reach the document; nil when it does.
  let otherRegime: String?

  /// Every paragraph that is printed, those of headers, footers and notes too.
  let everyParagraph: [Paragraph]
  /// The paragraphs of the body with what each is by its first words.
  let bodyItems: [(index: Int, paragraph: Paragraph, role: BodyRole)]
  /// The paragraphs whose words are judged: subject, bases, body with its tables, recipients.
  let worded: [Paragraph]
  /// The number line taken apart; nil when it was not found.
  let number: NumberChecks.Parts?
  /// The line of place and day taken apart; nil when it was not found.
  let date: NumberChecks.Day?
  /// The lines of a certificate; nil for a document of another form.
  let certificate: Certificate?

  init(
    document: FinishedDocument, anatomy: Anatomy, form: Form, settings: LintSettings,
    rendered: RenderedDocument?, otherRegime: String?
  ) {
    self.document = document
    self.anatomy = anatomy
    self.form = form
    medium = settings.medium
    office = settings.office
    self.rendered = rendered
    self.otherRegime = otherRegime
    let margins = document.sections.flatMap(\.pages).flatMap { $0.header + $0.footer }
    everyParagraph = margins + anatomy.items.map(\.paragraph) + document.notes
    bodyItems = zip(anatomy.body, anatomy.roles).map { index, role in
      (index, anatomy.items[index].paragraph, role)
    }
    let parts: [Component] = [.letterSubject, .subject, .bases, .recipients]
    let indices = parts.flatMap { (anatomy.parts[$0] ?? []).map(\.item) } + anatomy.bodyRange
    worded = Set(indices).sorted().map { anatomy.items[$0].paragraph }.filter { !$0.isBlank }
    number = anatomy.parts[.number]?.first.flatMap { NumberChecks.Parts($0.text) }
    date = anatomy.parts[.date]?.first.flatMap { NumberChecks.Day($0.text) }
    certificate = form == .giayKhen ? Certificate(anatomy) : nil
    let isOpen = certificate?.isOpen ?? NumberChecks.isOpen(number, date)
    state = settings.state ?? (isOpen ? .draft : .issued)
  }

  /// The paragraph of a piece.
  func paragraph(_ fragment: Fragment) -> Paragraph { anatomy.paragraph(fragment) }

  /// The pieces of a part.
  func pieces(_ component: Component) -> [Fragment] { anatomy.parts[component] ?? [] }

  /// Judges a part, or says that it was not recognised.
  func with(_ component: Component, _ judge: ([Fragment]) -> [Fault]) -> Outcome {
    guard let pieces = anatomy.parts[component] else {
      return .notChecked("không nhận ra \(component.name)")
    }
    return Outcome(judge(pieces))
  }

  /// Judges how the letters of a part look.
  func look(_ component: Component, _ check: Check) -> Outcome {
    guard let pieces = anatomy.parts[component] else {
      return .notChecked("không nhận ra \(component.name)")
    }
    let faults = pieces.flatMap { lookFaults($0, component.name, check.look) }
    return Outcome(faults, seen: shownLook(pieces))
  }

  /// How pieces look, in a clerk's words; each look once.
  func shownLook(_ pieces: [Fragment]) -> String {
    var looks: [String] = []
    for piece in pieces {
      let sizes = Set(piece.lettered.map(\.face.size)).sorted().map(\.shown)
      let isItalic = piece.lettered.contains { $0.face.isItalic }
      var words = ["cỡ \(sizes.joined(separator: ", "))", piece.isBold ? "đậm" : "không đậm"]
      words.append(isItalic ? "nghiêng" : "đứng")
      if piece.isAligned { words.append("canh \(paragraph(piece).setting.alignment.shown)") }
      let look = words.joined(separator: ", ")
      if !looks.contains(look) { looks.append(look) }
    }
    return looks.joined(separator: "; ")
  }

  /// How a piece differs from how it must look.
  func lookFaults(_ piece: Fragment, _ name: String, _ rule: LookRule?) -> [Fault] {
    rule == nil ? [] : lookFaults(piece, name, rule, in: paragraph(piece))
  }

  /// How a piece of a paragraph differs from how it must look.
  func lookFaults(
    _ piece: Fragment, _ name: String, _ rule: LookRule?, in paragraph: Paragraph
  ) -> [Fault] {
    guard let rule, !piece.text.isEmpty else { return [] }
    var faults: [Fault] = []
    func fault(_ property: String, _ seen: String, _ allowed: String) {
      faults.append(
        Fault(
          component: name, property: property, seen: seen, allowed: allowed,
          paragraph: paragraph))
    }
    let letters = piece.lettered
    if let sizes = rule.sizes {
      let wrong = letters.map(\.face.size).filter { !sizes.holds($0, within: 0.01) }
      if let first = wrong.first { fault("cỡ chữ", first.shown, sizes.shown) }
    }
    if let bold = rule.isBold, letters.contains(where: { $0.face.isBold != bold }) {
      fault("kiểu chữ", bold ? "không đậm" : "đậm", bold ? "đậm" : "không đậm")
    }
    if let italic = rule.isItalic, letters.contains(where: { $0.face.isItalic != italic }) {
      fault("kiểu chữ", italic ? "đứng" : "nghiêng", italic ? "nghiêng" : "đứng")
    }
    if let capitals = rule.isCapitals, Wording.isCapitals(piece.text) != capitals,
      capitals || Wording.words(piece.text).count > 1
    {
      fault(
        "chữ hoa, chữ thường", "“\(Wording.excerpt(piece.text))”",
        capitals ? "in hoa" : "chữ thường")
    }
    if let ink = rule.ink,
      let other = letters.first(where: { !ink.covers($0.face.colour) })
    {
      fault("màu chữ", "#\(other.face.colour)", ink.shown)
    }
    if piece.isAligned, let wrong = misplaced(paragraph.setting, rule.alignment) {
      fault("canh lề", wrong.seen, wrong.allowed)
    }
    return faults
  }

  private func misplaced(
    _ setting: ParagraphSetting, _ alignment: String?
  ) -> (seen: String, allowed: String)? {
    switch alignment {
    case "giua":
      guard setting.alignment == .center else { return (setting.alignment.shown, "giữa") }
      // Three millimetres off the middle are seen.
      let shift = abs((setting.left + setting.firstLine - setting.right).millimetres)
      return shift > 6 ? ("giữa, nhưng lệch \((shift / 2).shown) mm", "giữa") : nil
    case "trai":
      guard [.left, .justified].contains(setting.alignment) else {
        return (setting.alignment.shown, "sát lề trái")
      }
      let start = (setting.left + setting.firstLine).millimetres
      return start > 1 ? ("lùi \(start.shown) mm", "sát lề trái") : nil
    default: return nil
    }
  }

  /// A fault of a piece.
  func fault(
    _ component: Component, _ property: String, seen: String, allowed: String,
    at piece: Fragment? = nil, severity: Severity? = nil
  ) -> Fault {
    Fault(
      component: component.name, property: property, seen: seen, allowed: allowed,
      paragraph: piece.map(paragraph), severity: severity)
  }

  /// How the agency in the head stands to the office that is known.
  enum Issuer: Hashable, Sendable {
    /// The office itself.
    case office
    /// One of its units, below the office's name.
    case unit(OfficeFacts.Unit)
    /// Another body below the office's name, such as a council.
    case below
    /// None that is known, or nothing is known of an office.
    case unknown
  }

  /// How the agency in the head stands to the office that is known.
  var issuer: Issuer {
    guard let office, let issuer = anatomy.text(.issuer) else { return .unknown }
    let heading = office.heading.map(VietnameseText.folded)
    let name = VietnameseText.folded(issuer)
    let parent = anatomy.text(.parent).map(VietnameseText.folded)
    if name == heading.last, heading.count < 2 || parent == heading[heading.count - 2] {
      return .office
    }
    // A unit stands below the office, whose two lines are read from below.
    guard parent == heading.reversed().joined(separator: " ") else { return .unknown }
    let unit = office.units.first { VietnameseText.folded($0.name) == name }
    return unit.map(Issuer.unit) ?? .below
  }
}

extension LookRule.Ink {
  /// True for a colour of six hexadecimal digits that it means.
  func covers(_ colour: String) -> Bool {
    switch self {
    case .black: colour == Face.black
    case .red: Face.isRed(colour)
    }
  }

  /// What a clerk calls it.
  var shown: String {
    switch self {
    case .black: "đen"
    case .red: "đỏ"
    }
  }
}

extension ClosedRange<Double> {
  /// True for a value inside the range or so little outside it.
  func holds(_ value: Double, within tolerance: Double) -> Bool {
    value >= lowerBound - tolerance && value <= upperBound + tolerance
  }

  /// The range as a clerk writes it.
  var shown: String {
    lowerBound == upperBound ? lowerBound.shown : "\(lowerBound.shown) đến \(upperBound.shown)"
  }
}

extension Double {
  /// The number with at most two places behind a comma.
  var shown: String {
    guard isFinite, abs(self) < 1e12 else { return "?" }
    let hundredths = Int((self * 100).rounded())
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    let digits = rest % 10 == 0 ? "\(rest / 10)" : (rest < 10 ? "0\(rest)" : "\(rest)")
    return "\(sign)\(whole),\(digits)"
  }
}

extension Length {
  /// The length in millimetres to one place, as a ruler shows it.
  var shown: String { "\(((millimetres * 10).rounded() / 10).shown) mm" }
}

extension ParagraphSetting.Alignment {
  /// The alignment as a clerk names it.
  var shown: String {
    switch self {
    case .left: "trái"
    case .center: "giữa"
    case .right: "phải"
    case .justified: "đều hai lề"
    }
  }
}
