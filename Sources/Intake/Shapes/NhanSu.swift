import Dossier

extension FileShape {
  /// The people: `nhan-su.json`.
  static let nhanSu = FileShape(
    "Nhân sự",
    "Công chức, viên chức, người lao động của cơ quan, mỗi người một dòng. Không ghi số căn cước, "
      + "điện thoại riêng hay tài khoản ngân hàng.",
    [.required("nguoi", .list(person, atLeast: 1), "Danh sách người.")])

  private static let person = Shape.object([
    .required(
      "ma", .identifier(.person), "Mã người, ví dụ “TH03”; các tệp khác gọi người bằng mã."),
    .required("ho_ten", .text(), "Họ và tên đầy đủ."),
    .optional(
      "ten_goi", .text(), "Chữ dùng để xếp thứ tự tên, khi không phải là chữ cuối của họ tên."),
    .required("gioi_tinh", .words(Person.Sex.self), "Giới tính: nam hoặc nu."),
    .optional("ngay_sinh", .date, "Ngày sinh; cần cho người có báo cáo thành tích."),
    .optional("dan_toc", .text(), "Dân tộc."),
    .required("don_vi", .reference(.unit), "Mã đơn vị đang công tác."),
    .required("chuc_vu", .text(), "Chức vụ, chức danh."),
    .required("lanh_dao", .boolean, "true nếu giữ chức vụ lãnh đạo, quản lý."),
    .required(
      "doi_tuong", .words(Person.Category.self), "Công chức, viên chức hoặc người lao động."),
    .optional(
      "dien_quan_ly", .words(Person.Management.self),
      "Diện quản lý; bỏ trống là van_phong."),
    .optional("dang_vien", .boolean, "true nếu là đảng viên."),
    .optional("ngay_vao", .date, "Ngày vào cơ quan."),
    .optional("ngay_thoi", .date, "Ngày thôi việc, nghỉ hưu hoặc từ trần."),
    .optional("que_quan", .text(), "Quê quán; chỉ cần cho báo cáo thành tích cá nhân."),
    .optional("tru_quan", .text(), "Nơi thường trú; chỉ cần cho báo cáo thành tích cá nhân."),
    .optional("trinh_do", .text(), "Trình độ chuyên môn."),
    .optional("nhiem_vu", .text(), "Nhiệm vụ được giao."),
    .optional(
      "qua_trinh", .list(service), "Quá trình công tác, chỉ ghi cho người đã chuyển đơn vị."),
  ])

  private static let service = Shape.object([
    .required("don_vi", .reference(.unit), "Mã đơn vị."),
    .required("chuc_vu", .text(), "Chức vụ, chức danh tại đơn vị đó."),
    .required("tu_ngay", .date, "Ngày đầu tiên."),
    .optional("den_ngay", .date, "Ngày cuối cùng; null là hiện nay."),
  ])
}
