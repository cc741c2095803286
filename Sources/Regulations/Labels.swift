package import Dossier

// The words by which reasons name what the files write without marks.

extension AwardForm {
  /// The award as a reason names it.
  package var label: String {
    switch self {
    case .giayKhen: "Giấy khen"
    case .bangKhenTinh: "Bằng khen của Chủ tịch UBND tỉnh"
    case .bangKhenThuTuong: "Bằng khen của Thủ tướng Chính phủ"
    case .coThiDuaTinh: "Cờ thi đua của UBND tỉnh"
    case .coThiDuaChinhPhu: "Cờ thi đua của Chính phủ"
    case .laoDongTienTien: "Lao động tiên tiến"
    case .chienSiThiDuaCoSo: "Chiến sĩ thi đua cơ sở"
    case .chienSiThiDuaTinh: "Chiến sĩ thi đua cấp tỉnh"
    case .tapTheLaoDongTienTien: "Tập thể lao động tiên tiến"
    case .tapTheLaoDongXuatSac: "Tập thể lao động xuất sắc"
    }
  }

  /// True for a commendation (hình thức khen thưởng), false for a title (danh hiệu thi đua),
  /// which rests on a year and not on single achievements.
  package var isCommendation: Bool {
    switch self {
    case .giayKhen, .bangKhenTinh, .bangKhenThuTuong: true
    case .coThiDuaTinh, .coThiDuaChinhPhu, .laoDongTienTien, .chienSiThiDuaCoSo,
      .chienSiThiDuaTinh, .tapTheLaoDongTienTien, .tapTheLaoDongXuatSac:
      false
    }
  }
}

extension Movement.Level {
  /// The level as a reason names it.
  package var label: String {
    switch self {
    case .thuTuong: "Thủ tướng Chính phủ"
    case .tinh: "UBND tỉnh"
    case .vanPhong: "Văn phòng UBND tỉnh"
    }
  }
}

extension Moment {
  /// The moment as a reason names it.
  var label: String {
    switch self {
    case .phatDong: "phát động"
    case .hangNam: "xét hằng năm"
    case .soKet: "sơ kết"
    case .tongKet: "tổng kết"
    }
  }
}

extension Rating {
  /// The rating as a reason names it.
  package var label: String {
    switch self {
    case .khongHoanThanh: "không hoàn thành nhiệm vụ"
    case .hoanThanh: "hoàn thành nhiệm vụ"
    case .hoanThanhTot: "hoàn thành tốt nhiệm vụ"
    case .hoanThanhXuatSac: "hoàn thành xuất sắc nhiệm vụ"
    }
  }
}

extension Incident.Kind {
  /// The kind as a reason names it.
  var label: String {
    switch self {
    case .kyLuat: "kỷ luật"
    case .xemXetKyLuat: "đang xem xét kỷ luật"
    case .dieuTra: "điều tra"
    case .thanhTraKiemTra: "thanh tra, kiểm tra"
    case .khieuNaiToCao: "khiếu nại, tố cáo"
    case .baoChiNeu: "báo chí nêu"
    case .thaiSan: "nghỉ thai sản"
    case .nghiOm: "nghỉ ốm"
    case .nghiKhongLuong: "nghỉ không hưởng lương"
    case .diHoc: "đi học"
    case .bietPhai: "biệt phái"
    }
  }
}

extension Incident.Measure {
  /// The measure as a reason names it.
  var label: String {
    switch self {
    case .khienTrach: "khiển trách"
    case .canhCao: "cảnh cáo"
    case .haBacLuong: "hạ bậc lương"
    case .giangChuc: "giáng chức"
    case .cachChuc: "cách chức"
    case .buocThoiViec: "buộc thôi việc"
    }
  }
}
