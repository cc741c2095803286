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
    let composed = composeKinds(dossier, decisions: decisions, packs: packs, at: stage)
    return Diagnosed(composed.value?.flatMap(\.orders), composed.findings)
  }

  /// The same, kind by kind, with what each kind lacks.
  ///
  /// Without their data the orders are a survey: what the papers are and everything wrong with them,
  /// in little memory; the data of each is then `null`, and ``ComposedOrders`` has it.
  package static func composeKinds(
    _ dossier: Dossier, decisions: [Decision] = [], packs: PackSet = .none, at stage: Stage? = nil,
    keepsData: Bool = true
  ) -> Diagnosed<[ComposedKind]> {
    var composer = Composer(dossier: dossier, decisions: decisions, packs: packs)
    if !keepsData { composer.window = 0..<0 }
    if let stage { composer.reportGaps(at: stage) }
    let composed = kinds(for: dossier.period.moment)
      .filter { kind in stage.map { $0 == kind.facts.stage } ?? true }
      .map { composer.papers(of: $0) }
    return Diagnosed(composed, composer.findings)
  }
}

/// The papers of one kind.
package struct ComposedKind: Sendable {
  /// The kind.
  package let kind: DocumentKind
  /// The papers that can be made.
  package let orders: [DocumentOrder]
  /// The errors for which a paper of the kind cannot be made, each once; those that other kinds
  /// share are here too.
  package let faults: [Diagnostic]
  /// How many orders were asked for, those included that could not be made.
  let asked: Int
}

extension Composer {
  /// Composes the papers of a kind.
  mutating func papers(of kind: DocumentKind) -> ComposedKind {
    faults = []
    asked = 0
    let orders = orders(of: kind)
    return ComposedKind(kind: kind, orders: orders, faults: faults, asked: asked)
  }

  /// Some papers of a kind, counted from 0 in the order in which they are asked for.
  mutating func papers(
    of kind: DocumentKind, withData window: Range<Int>
  ) -> [DocumentOrder] {
    self.window = window
    return papers(of: kind).orders.filter { if case .null = $0.data.kind { false } else { true } }
  }

  private mutating func orders(of kind: DocumentKind) -> [DocumentOrder] {
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
  /// Which orders of a kind keep their data, counted from 0; nil for all of them.
  fileprivate var window: Range<Int>?
  /// How many orders of the kind under way were asked for.
  fileprivate var asked = 0

  private let verdicts: [ID<Nomination>: Decision]
  // The findings again, to see at once whether one was said.
  private var said: Set<Diagnostic> = []

  /// Creates a composer that has found nothing yet.
  init(dossier: Dossier, decisions: [Decision] = [], packs: PackSet = .none) {
    self.dossier = dossier
    self.decisions = decisions
    self.packs = packs
    verdicts = decisions.byNomination
  }

  /// What the rules say of a nomination; nil for one that was withdrawn.
  func decision(on nomination: ID<Nomination>) -> Decision? { verdicts[nomination] }

  /// Adds a finding; one that several papers share is said once.
  mutating func report(_ finding: Diagnostic) {
    if said.insert(finding).inserted { findings.append(finding) }
    if finding.severity == .error, !faults.contains(finding) { faults.append(finding) }
  }

  /// An order for a paper; none when a text of its data is not in NFC, which `Intake` saw to.
  mutating func order(
    _ kind: DocumentKind, place: Int, name: String, subject: String? = nil, head: DocumentHead,
    body: [JSONValue.Member], origin: Place
  ) -> DocumentOrder? {
    let isWanted = window?.contains(asked) ?? true
    asked += 1
    let data = JSONValue(.object(head.members + body))
    if let pointer = data.pointerOfUnnormalisedText() {
      report(.unnormalised(kind, pointer, at: origin))
      return nil
    }
    let digits = String(place)
    let number = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    return DocumentOrder(
      kind: kind, subject: subject, fileStem: "\(number)-\(VietnameseText.slug(name))",
      state: head.state, medium: dossier.office.medium,
      data: isWanted ? data : JSONValue(.null), origin: origin)
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
