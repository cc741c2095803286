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
    var orders: [DocumentOrder] = []
    if let stage { composer.reportGaps(at: stage) }
    let kinds = kinds(for: dossier.period.moment)
      .filter { kind in stage.map { $0 == kind.facts.stage } ?? true }
    for kind in kinds {
      switch kind {
      case .keHoach: orders += composer.keHoach().map { [$0] } ?? []
      case .keHoachDonVi: orders += composer.keHoachDonVi()
      case .baoCaoThanhTichTapThe: orders += composer.baoCaoThanhTichTapThe()
      case .baoCaoThanhTichCaNhan: orders += composer.baoCaoThanhTichCaNhan()
      case .baoCaoDonVi: orders += composer.baoCaoDonVi()
      case .congVanDeNghi: orders += composer.congVanDeNghi().map { [$0] } ?? []
      case .bienBanBinhXet: orders += composer.bienBanBinhXet()
      case .danhSachDeNghi: orders += composer.danhSachDeNghi()
      case .phieuThamDinh: orders += composer.phieuThamDinh()
      case .phieuBoSung: orders += composer.phieuBoSung()
      case .bangTongHop: orders += composer.bangTongHop()
      case .bienBanHoiDong: orders += composer.bienBanHoiDong()
      case .bienBanKiemPhieu: orders += composer.bienBanKiemPhieu()
      case .toTrinhGiayKhen: orders += composer.toTrinhGiayKhen()
      case .toTrinhBangKhen: orders += composer.toTrinhBangKhen()
      case .toTrinhCapTren: orders += composer.toTrinhCapTren()
      case .phieuNoiDungBangKhen: orders += composer.phieuNoiDungBangKhen()
      case .quyetDinhKhenThuong: orders += composer.quyetDinhKhenThuong()
      case .danhSachTienThuong: orders += composer.danhSachTienThuong()
      case .giayKhen: orders += composer.giayKhen()
      case .bangKhen: orders += composer.bangKhen()
      case .soKhenThuong: orders += composer.soKhenThuong().map { [$0] } ?? []
      case .baoCaoSoKet: orders += composer.baoCaoSoKet()
      case .baoCaoTongKet: orders += composer.baoCaoTongKet()
      }
    }
    return Diagnosed(orders, composer.findings)
  }
}

/// The dossier, the decisions on it, and what has been found while papers are composed from it.
///
/// Each kind of paper adds its own part in the file that bears its name.
struct Composer {
  let dossier: Dossier
  let decisions: [Decision]
  let packs: PackSet
  private(set) var findings: [Diagnostic] = []

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
  }

  /// An order for a paper; none when a text of its data is not in NFC, which `Intake` saw to.
  mutating func order(
    _ kind: DocumentKind, place: Int, name: String, subject: String? = nil, head: DocumentHead,
    body: [JSONValue.Member], origin: Place
  ) -> DocumentOrder? {
    let data = JSONValue(.object(head.members + body))
    if let pointer = data.pointerOfUnnormalisedText() {
      report(.unnormalised(kind, pointer, at: origin))
      return nil
    }
    let digits = String(place)
    let number = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    return DocumentOrder(
      kind: kind, subject: subject, fileStem: "\(number)-\(VietnameseText.slug(name))",
      state: head.state, medium: dossier.office.medium, data: data, origin: origin)
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
