/// A form of commendation or a title (hình thức khen thưởng, danh hiệu thi đua).
package enum AwardForm: String, Sendable, CaseIterable {
  /// Giấy khen của Chánh Văn phòng: certificate of merit of the office.
  case giayKhen = "giay_khen"
  /// Bằng khen của Chủ tịch UBND tỉnh: certificate of merit of the province.
  case bangKhenTinh = "bang_khen_tinh"
  /// Bằng khen của Thủ tướng Chính phủ: certificate of merit of the Prime Minister.
  case bangKhenThuTuong = "bang_khen_thu_tuong"
  /// Cờ thi đua của UBND tỉnh: emulation flag of the province.
  case coThiDuaTinh = "co_thi_dua_tinh"
  /// Cờ thi đua của Chính phủ: emulation flag of the Government.
  case coThiDuaChinhPhu = "co_thi_dua_chinh_phu"
  /// Lao động tiên tiến: advanced worker.
  case laoDongTienTien = "lao_dong_tien_tien"
  /// Chiến sĩ thi đua cơ sở: emulation fighter at the grassroots level.
  case chienSiThiDuaCoSo = "chien_si_thi_dua_co_so"
  /// Chiến sĩ thi đua cấp tỉnh: emulation fighter of the province.
  case chienSiThiDuaTinh = "chien_si_thi_dua_tinh"
  /// Tập thể lao động tiên tiến: advanced collective.
  case tapTheLaoDongTienTien = "tap_the_lao_dong_tien_tien"
  /// Tập thể lao động xuất sắc: excellent collective.
  case tapTheLaoDongXuatSac = "tap_the_lao_dong_xuat_sac"
}
