package import Dossier

/// The input files there are, in the order in which they are read and their findings told.
///
/// The raw value is the file's name without `.json`.
package enum FileKind: String, Sendable, CaseIterable, Comparable {
  /// The office.
  case coQuan = "co-quan"
  /// The units.
  case donVi = "don-vi"
  /// The people.
  case nhanSu = "nhan-su"
  /// Yearly ratings.
  case xepLoai = "xep-loai"
  /// Discipline, examination, complaint, absence.
  case suViec = "su-viec"
  /// Recognised initiatives.
  case sangKien = "sang-kien"
  /// The register of awards.
  case soKhenThuong = "so-khen-thuong"
  /// The movement.
  case phongTrao = "phong-trao"
  /// The period.
  case dot = "dot"
  /// The office's own rules.
  case quyDinh = "quy-dinh"
  /// The plan of the launch.
  case keHoach = "ke-hoach"
  /// The units' plans of the launch.
  case keHoachDonVi = "ke-hoach-don-vi"
  /// Unit reports.
  case baoCaoDonVi = "bao-cao-don-vi"
  /// Meetings in the units.
  case binhXet = "binh-xet"
  /// Nominations.
  case deNghi = "de-nghi"
  /// The council and its meetings.
  case hoiDong = "hoi-dong"
  /// Votes.
  case boPhieu = "bo-phieu"
  /// Numbers and days of papers.
  case vanBan = "van-ban"
  /// What became of the nominations.
  case ketQua = "ket-qua"
  /// What only a person can write in the interim report.
  case baoCao = "bao-cao"

  /// The name of the file.
  package var fileName: String { rawValue + ".json" }

  /// True for the files that last for years and lie in the shared folder.
  package var isShared: Bool { self < .dot }

  /// The files that a period of some moment cannot do without.
  package static func required(at moment: Moment) -> [FileKind] {
    moment == .phatDong ? alwaysRequired + [.keHoach] : alwaysRequired
  }

  /// The files that no period can do without.
  package static let alwaysRequired: [FileKind] = [.coQuan, .donVi, .nhanSu, .phongTrao, .dot]

  /// Orders files as they are read.
  package static func < (left: FileKind, right: FileKind) -> Bool {
    left.position < right.position
  }

  /// Where files of this kind stand in the order of all files, from 0.
  var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// What the file holds.
  var file: FileShape {
    switch self {
    case .coQuan: .coQuan
    case .donVi: .donVi
    case .nhanSu: .nhanSu
    case .xepLoai: .xepLoai
    case .suViec: .suViec
    case .sangKien: .sangKien
    case .soKhenThuong: .soKhenThuong
    case .phongTrao: .phongTrao
    case .dot: .dot
    case .quyDinh: .quyDinh
    case .keHoach: .keHoach
    case .keHoachDonVi: .keHoachDonVi
    case .baoCaoDonVi: .baoCaoDonVi
    case .binhXet: .binhXet
    case .deNghi: .deNghi
    case .hoiDong: .hoiDong
    case .boPhieu: .boPhieu
    case .vanBan: .vanBan
    case .ketQua: .ketQua
    case .baoCao: .baoCao
    }
  }
}

/// What one input file holds.
struct FileShape: Sendable {
  /// What the file is, in a few Vietnamese words.
  let title: String
  /// What it is for and how it is filled, in Vietnamese.
  let description: String
  /// The object at its top; the key `$schema` is allowed besides.
  let top: ObjectShape

  init(_ title: String, _ description: String, _ fields: [Field]) {
    self.title = title
    self.description = description
    top = ObjectShape(fields)
  }
}
