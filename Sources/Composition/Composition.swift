package import Diagnostics
package import Dossier
package import Regulations
internal import LocatedJSON
internal import Vocabulary

/// From a dossier to the papers it asks for, in the order in which they are filed.
package enum Composition {
  /// The kinds of paper that can be composed for a moment of the movement, in their order.
  package static func kinds(for moment: Moment) -> [DocumentKind] {
    switch moment {
    case .phatDong: [.keHoach, .keHoachDonVi]
    case .hangNam:
      [
        .baoCaoThanhTichTapThe, .baoCaoThanhTichCaNhan, .baoCaoDonVi, .danhSachDeNghi,
        .phieuThamDinh, .phieuBoSung, .toTrinhGiayKhen, .quyetDinhKhenThuong,
        .danhSachTienThuong, .giayKhen, .soKhenThuong,
      ]
    case .soKet: [.baoCaoThanhTichTapThe, .baoCaoThanhTichCaNhan, .baoCaoDonVi, .baoCaoSoKet]
    case .tongKet: [.baoCaoThanhTichTapThe, .baoCaoThanhTichCaNhan, .baoCaoDonVi, .baoCaoTongKet]
    }
  }

  /// The papers of the period, from its facts and from what the rules say of them.
  ///
  /// A paper with an error has no order; the others have theirs, so that everything wrong is seen
  /// at once.
  package static func compose(
    _ dossier: Dossier, decisions: [Decision] = [], packs: PackSet = .none
  ) -> Diagnosed<[DocumentOrder]> {
    var composer = Composer(dossier: dossier, decisions: decisions, packs: packs)
    var orders: [DocumentOrder] = []
    let kinds = kinds(for: dossier.period.moment)
    if dossier.period.moment != .phatDong { composer.report(.otherPapersAbsent(dossier.period)) }
    for kind in kinds {
      switch kind {
      case .keHoach: orders += composer.keHoach().map { [$0] } ?? []
      case .keHoachDonVi: orders += composer.keHoachDonVi()
      case .baoCaoThanhTichTapThe: orders += composer.baoCaoThanhTichTapThe()
      case .baoCaoThanhTichCaNhan: orders += composer.baoCaoThanhTichCaNhan()
      case .baoCaoDonVi: orders += composer.baoCaoDonVi()
      case .danhSachDeNghi: orders += composer.danhSachDeNghi()
      case .phieuThamDinh: orders += composer.phieuThamDinh()
      case .phieuBoSung: orders += composer.phieuBoSung()
      case .toTrinhGiayKhen: orders += composer.toTrinhGiayKhen()
      case .quyetDinhKhenThuong: orders += composer.quyetDinhKhenThuong()
      case .danhSachTienThuong: orders += composer.danhSachTienThuong()
      case .giayKhen: orders += composer.giayKhen()
      case .soKhenThuong: orders += composer.soKhenThuong().map { [$0] } ?? []
      case .baoCaoSoKet: orders += composer.baoCaoSoKet()
      case .baoCaoTongKet: orders += composer.baoCaoTongKet()
      default: break  // No moment asks for another kind yet.
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
  fileprivate static func otherPapersAbsent(_ period: Period) -> Diagnostic {
    let kinds = Composition.kinds(for: period.moment).map(\.facts.name).joined(separator: ", ")
    return .info(
      Code("CO026"), "đợt này mới soạn được \(kinds); các văn bản khác chưa có trong bản này",
      at: period.origin, help: "soạn các văn bản khác như vẫn làm trước nay")
  }

  fileprivate static func unnormalised(
    _ kind: DocumentKind, _ pointer: String, at place: Place
  ) -> Diagnostic {
    .error(
      Code("CO008"),
      "lỗi của phần mềm: dữ liệu của \(kind.rawValue) có chữ chưa chuẩn hóa tại \(pointer)",
      at: place, help: "gửi thông báo này cho người bảo trì phần mềm")
  }
}
