/// A kind of paper the program writes; the ids are those of the contract.
package enum DocumentKind: String, Sendable, CaseIterable {
  /// Kế hoạch phát động.
  case keHoach = "ke-hoach"
  /// Kế hoạch triển khai của phòng, đơn vị.
  case keHoachDonVi = "ke-hoach-don-vi"
  /// Công văn hướng dẫn, mời đề nghị khen thưởng.
  case congVanDeNghi = "cong-van-de-nghi"
  /// Biên bản họp bình xét.
  case bienBanBinhXet = "bien-ban-binh-xet"
  /// Báo cáo thành tích của tập thể.
  case baoCaoThanhTichTapThe = "bao-cao-thanh-tich-tap-the"
  /// Báo cáo thành tích của cá nhân.
  case baoCaoThanhTichCaNhan = "bao-cao-thanh-tich-ca-nhan"
  /// Báo cáo kết quả của phòng, đơn vị.
  case baoCaoDonVi = "bao-cao-don-vi"
  /// Danh sách trích ngang.
  case danhSachDeNghi = "danh-sach-de-nghi"
  /// Phiếu thẩm định hồ sơ.
  case phieuThamDinh = "phieu-tham-dinh"
  /// Biên bản họp Hội đồng.
  case bienBanHoiDong = "bien-ban-hoi-dong"
  /// Biên bản kiểm phiếu.
  case bienBanKiemPhieu = "bien-ban-kiem-phieu"
  /// Tờ trình của phòng tham mưu.
  case toTrinhGiayKhen = "to-trinh-giay-khen"
  /// Tờ trình của Văn phòng về Bằng khen.
  case toTrinhBangKhen = "to-trinh-bang-khen"
  /// Tờ trình cấp có thẩm quyền.
  case toTrinhCapTren = "to-trinh-cap-tren"
  /// Quyết định tặng Giấy khen.
  case quyetDinhKhenThuong = "quyet-dinh-khen-thuong"
  /// Giấy khen.
  case giayKhen = "giay-khen"
  /// Nội dung in Bằng khen.
  case phieuNoiDungBangKhen = "phieu-noi-dung-bang-khen"
  /// Bằng khen.
  case bangKhen = "bang-khen"
  /// Bảng tổng hợp trình Hội đồng.
  case bangTongHop = "bang-tong-hop"
  /// Phiếu đề nghị bổ sung hồ sơ.
  case phieuBoSung = "phieu-bo-sung"
  /// Danh sách nhận tiền thưởng.
  case danhSachTienThuong = "danh-sach-tien-thuong"
  /// Sổ khen thưởng.
  case soKhenThuong = "so-khen-thuong"
  /// Báo cáo sơ kết.
  case baoCaoSoKet = "bao-cao-so-ket"
  /// Báo cáo tổng kết.
  case baoCaoTongKet = "bao-cao-tong-ket"

  /// What there is one paper for.
  package enum Scope: Sendable {
    /// One for the period.
    case period
    /// One for each unit.
    case unit
    /// One for each nominee.
    case nominee
    /// One for each meeting of the council.
    case meeting
    /// One for each row of `van-ban.json`.
    case documentRow
    /// One for each award of the period.
    case award
    /// One for each awardee.
    case awardee
    /// One for each decision.
    case decision
  }

  /// The profile a finished paper is checked by.
  package enum Form: String, Sendable {
    /// Nghị định 30/2020/NĐ-CP in full.
    case nd30 = "nd30"
    /// Page, font, header; three signatures, no number.
    case thanhTich = "thanh-tich"
    /// Page, font, Unicode, table.
    case bangBieu = "bang-bieu"
    /// The lines and colours of a certificate.
    case giayKhen = "giay-khen"
  }

  /// What the contract says of a kind.
  package struct Facts: Sendable {
    /// The Vietnamese name.
    package let name: String
    /// What there is one paper for.
    package let scope: Scope
    /// The profile it is checked by.
    package let form: Form
    /// The moments it belongs to.
    package let moments: [Moment]
    /// The step of the dossier it belongs to; nil for the papers of a launch.
    package let stage: Stage?
    /// The abbreviation of its type in the number, such as `KH`; nil where the paper has none.
    ///
    /// - Legal basis: Nghị định 30/2020/NĐ-CP, Phụ lục III, mục I. A công văn has none.
    package let abbreviation: String?

    fileprivate init(
      _ name: String, _ scope: Scope, _ form: Form, _ moments: [Moment], _ stage: Stage?,
      _ abbreviation: String? = nil
    ) {
      self.name = name
      self.scope = scope
      self.form = form
      self.moments = moments
      self.stage = stage
      self.abbreviation = abbreviation
    }
  }

  /// What the contract says of this kind.
  package var facts: Facts {
    switch self {
    case .keHoach:
      Facts("Kế hoạch phát động phong trào thi đua", .period, .nd30, [.phatDong], nil, "KH")
    case .keHoachDonVi:
      Facts("Kế hoạch triển khai của phòng, đơn vị", .unit, .nd30, [.phatDong], nil, "KH")
    case .congVanDeNghi:
      Facts("Công văn hướng dẫn, mời đề nghị khen thưởng", .period, .nd30, Self.reviews, .deNghi)
    case .bienBanBinhXet:
      Facts("Biên bản họp bình xét của phòng, đơn vị", .unit, .nd30, Self.reviews, .deNghi, "BB")
    case .baoCaoThanhTichTapThe:
      Facts("Báo cáo thành tích của tập thể", .nominee, .thanhTich, Self.reviews, .deNghi)
    case .baoCaoThanhTichCaNhan:
      Facts("Báo cáo thành tích của cá nhân", .nominee, .thanhTich, Self.reviews, .deNghi)
    case .baoCaoDonVi:
      Facts("Báo cáo kết quả của phòng, đơn vị", .unit, .nd30, Self.reviews, .deNghi, "BC")
    case .danhSachDeNghi:
      Facts("Danh sách trích ngang đề nghị khen thưởng", .unit, .bangBieu, Self.reviews, .deNghi)
    case .phieuThamDinh:
      Facts("Phiếu thẩm định hồ sơ", .nominee, .bangBieu, Self.reviews, .thamDinh)
    case .bienBanHoiDong:
      Facts(
        "Biên bản họp Hội đồng Thi đua - Khen thưởng", .meeting, .nd30, Self.reviews, .hoiDong, "BB"
      )
    case .bienBanKiemPhieu:
      Facts("Biên bản kiểm phiếu", .meeting, .nd30, Self.reviews, .hoiDong, "BB")
    case .toTrinhGiayKhen:
      Facts("Tờ trình tặng Giấy khen", .documentRow, .nd30, Self.reviews, .trinh, "TTr")
    case .toTrinhBangKhen:
      Facts("Tờ trình đề nghị tặng Bằng khen", .documentRow, .nd30, Self.phases, .trinh, "TTr")
    case .toTrinhCapTren:
      Facts("Tờ trình đề nghị cấp có thẩm quyền", .award, .nd30, Self.phases, .trinh, "TTr")
    case .quyetDinhKhenThuong:
      Facts("Quyết định tặng Giấy khen", .documentRow, .nd30, Self.reviews, .quyetDinh, "QĐ")
    case .giayKhen:
      Facts("Giấy khen", .awardee, .giayKhen, Self.reviews, .quyetDinh)
    case .phieuNoiDungBangKhen:
      Facts("Nội dung in Bằng khen", .awardee, .bangBieu, Self.phases, .trinh)
    case .bangKhen:
      Facts("Bằng khen", .awardee, .giayKhen, Self.phases, .quyetDinh)
    case .bangTongHop:
      Facts("Bảng tổng hợp trình Hội đồng", .meeting, .bangBieu, Self.reviews, .hoiDong)
    case .phieuBoSung:
      Facts("Phiếu đề nghị bổ sung, hoàn thiện hồ sơ", .unit, .bangBieu, Self.reviews, .thamDinh)
    case .danhSachTienThuong:
      Facts("Danh sách nhận tiền thưởng", .decision, .bangBieu, Self.reviews, .quyetDinh)
    case .soKhenThuong:
      Facts("Sổ khen thưởng", .period, .bangBieu, Self.reviews, .quyetDinh)
    case .baoCaoSoKet:
      Facts("Báo cáo sơ kết phong trào", .period, .nd30, [.soKet], .trinh, "BC")
    case .baoCaoTongKet:
      Facts("Báo cáo tổng kết phong trào", .period, .nd30, [.tongKet], .trinh, "BC")
    }
  }

  private static let reviews: [Moment] = [.hangNam, .soKet, .tongKet]
  private static let phases: [Moment] = [.soKet, .tongKet]
}
