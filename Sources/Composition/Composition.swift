package import Diagnostics
package import Dossier
package import Regulations
internal import LocatedJSON
internal import Vocabulary

/// From a dossier to the papers it asks for, in the order in which they are filed.
package enum Composition {
  /// All kinds of paper, in the order in which they are filed.
  static let filed: [DocumentKind] = [
    .keHoach, .keHoachDonVi,
    .congVanDeNghi, .baoCaoThanhTichTapThe, .baoCaoThanhTichCaNhan, .baoCaoDonVi,
    .bienBanBinhXet, .danhSachDeNghi, .phieuThamDinh, .phieuBoSung,
    .bangTongHop, .bienBanHoiDong, .bienBanKiemPhieu,
    .toTrinhGiayKhen, .toTrinhBangKhen, .toTrinhCapTren, .phieuNoiDungBangKhen,
    .quyetDinhKhenThuong, .danhSachTienThuong, .giayKhen, .bangKhen, .soKhenThuong,
    .baoCaoSoKet, .baoCaoTongKet,
  ]

  /// The kinds of paper that a moment of the movement asks for, in their order.
  package static func kinds(for moment: Moment) -> [DocumentKind] {
    filed.filter { $0.facts.moments.contains(moment) }
  }

  /// The papers of the period, from its facts and from what the rules say of them.
  ///
  /// A paper with an error has no order; the others have theirs, so that everything wrong is seen
  /// at once. With a step of the dossier only its papers are composed, and what it lacks is said.
  package static func compose(
    _ dossier: Dossier, decisions: [Decision] = [], packs: PackSet = .none, at stage: Stage? = nil
  ) -> Diagnosed<[DocumentOrder]> {
    var composer = Composer(dossier: dossier, decisions: decisions, packs: packs)
    let orders = kinds(of: dossier, at: stage, by: &composer).flatMap { composer.orders(of: $0) }
    return Diagnosed(orders, composer.findings)
  }

  /// The same without the data, in little memory.
  ///
  /// It says what papers there are, kind by kind, and everything wrong with them;
  /// ``ComposedOrders`` has the papers themselves.
  package static func survey(
    _ dossier: Dossier, decisions: [Decision] = [], packs: PackSet = .none, at stage: Stage? = nil
  ) -> Diagnosed<[SurveyedKind]> {
    var composer = Composer(
      dossier: dossier, decisions: decisions, packs: packs, pass: .survey)
    let surveyed = kinds(of: dossier, at: stage, by: &composer).map { composer.survey(of: $0) }
    return Diagnosed(surveyed, composer.findings)
  }

  /// The kinds of a period, or of one step of its dossier; what that step lacks is reported.
  private static func kinds(
    of dossier: Dossier, at stage: Stage?, by composer: inout Composer
  ) -> [DocumentKind] {
    guard let stage else { return kinds(for: dossier.period.moment) }
    composer.reportGaps(at: stage)
    return kinds(for: dossier.period.moment).filter { stage == $0.facts.stage }
  }
}

/// What a survey says of the papers of one kind.
package struct SurveyedKind: Sendable {
  /// The kind.
  package let kind: DocumentKind
  /// The papers that can be made.
  package let papers: [NamedPaper]
  /// True when the build leaves something beside them (``ComposedOrders/companions``).
  let hasCompanions: Bool
  /// The errors for which a paper of the kind cannot be made, each once; those that other kinds
  /// share are here too.
  package let faults: [Diagnostic]
  /// How many papers were asked for, those included that could not be made.
  let asked: Int
}

/// A paper without its data: what a manifest says of it.
package struct NamedPaper: Sendable {
  /// The unit or the nominee it is about, as in ``DocumentOrder``.
  package let subject: String?
  /// Its id in the manifest.
  package let id: String
  /// Whether its number and day are known.
  package let state: DocumentOrder.State
  /// Whether it is issued on paper or electronically.
  package let medium: Office.Medium

  fileprivate init(_ order: DocumentOrder) {
    (subject, id, state, medium) = (order.subject, order.id, order.state, order.medium)
  }
}

extension Composer {
  /// Surveys the papers of a kind.
  mutating func survey(of kind: DocumentKind) -> SurveyedKind {
    faults = []
    accused = []
    (asked, hasBegun) = (0, false)
    let orders = orders(of: kind)
    return SurveyedKind(
      kind: kind, papers: orders.map(NamedPaper.init),
      hasCompanions: orders.contains { $0.companion != nil }, faults: faults, asked: asked)
  }

  /// Some papers of a kind that was surveyed, counted from 0 in the order in which they are asked
  /// for.
  mutating func papers(of kind: DocumentKind, in window: Range<Int>) -> [DocumentOrder] {
    pass = .replay(window)
    (asked, hasBegun) = (0, false)
    return orders(of: kind)
  }

  /// Composes the papers of a kind.
  mutating func orders(of kind: DocumentKind) -> [DocumentOrder] {
    switch kind {
    case .keHoach: keHoach().map { [$0] } ?? []
    case .keHoachDonVi: keHoachDonVi()
    case .baoCaoThanhTichTapThe: baoCaoThanhTichTapThe()
    case .baoCaoThanhTichCaNhan: baoCaoThanhTichCaNhan()
    case .baoCaoDonVi: baoCaoDonVi()
    case .congVanDeNghi: congVanDeNghi().map { [$0] } ?? []
    case .bienBanBinhXet: bienBanBinhXet()
    case .danhSachDeNghi: danhSachDeNghi()
    case .phieuThamDinh: phieuThamDinh()
    case .phieuBoSung: phieuBoSung()
    case .bangTongHop: bangTongHop()
    case .bienBanHoiDong: bienBanHoiDong()
    case .bienBanKiemPhieu: bienBanKiemPhieu()
    case .toTrinhGiayKhen: toTrinhGiayKhen()
    case .toTrinhBangKhen: toTrinhBangKhen()
    case .toTrinhCapTren: toTrinhCapTren()
    case .phieuNoiDungBangKhen: phieuNoiDungBangKhen()
    case .quyetDinhKhenThuong: quyetDinhKhenThuong()
    case .danhSachTienThuong: danhSachTienThuong()
    case .giayKhen: giayKhen()
    case .bangKhen: bangKhen()
    case .soKhenThuong: soKhenThuong().map { [$0] } ?? []
    case .baoCaoSoKet: baoCaoSoKet()
    case .baoCaoTongKet: baoCaoTongKet()
    }
  }
}

/// The dossier, the decisions on it, and what has been found while papers are composed from it.
///
/// Each kind of paper adds its own part in the file that bears its name.
struct Composer: Sendable {
  let dossier: Dossier
  let decisions: [Decision]
  let packs: PackSet
  private(set) var findings: [Diagnostic] = []
  /// The errors raised for the kind under way, each once, also those said before.
  fileprivate var faults: [Diagnostic] = []
  // The same, to see at once whether one is there.
  fileprivate var accused: Set<Diagnostic> = []
  fileprivate var pass: Pass
  /// How many papers of the kind under way were asked for.
  fileprivate var asked = 0
  /// True while the paper under way is counted already.
  fileprivate var hasBegun = false

  /// What a walk over the papers is for.
  enum Pass: Sendable {
    /// Findings and papers with their data.
    case whole
    /// Findings, and which papers there are.
    case survey
    /// Some papers of a kind, counted from 0; what is wrong with them was said by the survey.
    case replay(Range<Int>)
  }

  private let verdicts: [ID<Nomination>: Decision]
  // The findings again, to see at once whether one was said.
  private var said: Set<Diagnostic> = []

  /// Creates a composer that has found nothing yet.
  init(
    dossier: Dossier, decisions: [Decision] = [], packs: PackSet = .none, pass: Pass = .whole
  ) {
    self.pass = pass
    self.dossier = dossier
    self.decisions = decisions
    self.packs = packs
    verdicts = decisions.byNomination
  }

  /// What the rules say of a nomination; nil for one that was withdrawn.
  func decision(on nomination: ID<Nomination>) -> Decision? { verdicts[nomination] }

  /// Adds a finding; one that several papers share is said once.
  mutating func report(_ finding: Diagnostic) {
    if case .replay = pass { return }
    if said.insert(finding).inserted { findings.append(finding) }
    if finding.severity == .error, accused.insert(finding).inserted { faults.append(finding) }
  }

  /// Counts a paper of which there may be one for each nomination; false when this pass leaves it
  /// out, so that composing it would be for nothing.
  mutating func begins() -> Bool {
    asked += 1
    hasBegun = true
    if case .replay(let window) = pass { return window.contains(asked - 1) }
    return true
  }

  /// An order for a paper; none when this pass leaves it out, or when a text of its data is not in
  /// NFC, which `Intake` saw to.
  mutating func order(
    _ kind: DocumentKind, place: Int, name: String, subject: String? = nil, head: DocumentHead,
    body: [JSONValue.Member], origin: Place
  ) -> DocumentOrder? {
    let isWanted = hasBegun || begins()
    hasBegun = false
    guard isWanted else { return nil }
    var data = JSONValue(.object(head.members + body))
    if let pointer = data.pointerOfUnnormalisedText() {
      report(.unnormalised(kind, pointer, at: origin))
      return nil
    }
    if case .survey = pass { data = nil }
    let digits = String(place)
    let number = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    return DocumentOrder(
      kind: kind, subject: subject, fileStem: "\(number)-\(VietnameseText.slug(name))",
      state: head.state, medium: dossier.office.medium,
      data: data, origin: origin)
  }
}

extension JSONValue {
  /// The JSON Pointer of the first text that is not in NFC; letters put together from parts would
  /// reach the paper and break searching in it.
  func pointerOfUnnormalisedText() -> String? {
    switch kind {
    case .string(let text):
      return VietnameseText.isNFC(text) ? nil : ""
    case .array(let items):
      for (index, item) in items.enumerated() {
        if let rest = item.pointerOfUnnormalisedText() { return "/\(index)\(rest)" }
      }
    case .object(let members):
      for member in members {
        if let rest = member.value.pointerOfUnnormalisedText() { return "/\(member.name)\(rest)" }
      }
    case .null, .boolean, .number:
      break
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func unnormalised(
    _ kind: DocumentKind, _ pointer: String, at place: Place
  ) -> Diagnostic {
    .error(
      Code("CO008"),
      "lỗi của phần mềm: dữ liệu của \(kind.rawValue) có chữ chưa chuẩn hóa tại \(pointer)",
      at: place, help: "gửi thông báo này cho người bảo trì phần mềm")
  }
}
