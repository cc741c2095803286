extension FileShape {
  /// The plan of the launch: `ke-hoach.json`.
  static let keHoach = FileShape(
    "Kế hoạch phát động",
    "Toàn văn kế hoạch, theo mục, khoản, gạch đầu dòng; in ra đúng từng chữ.",
    [
      .required("trich_yeu", .text(), "Trích yếu."),
      .required("nguoi_ky", signer, "Người ký, như kế hoạch in."),
      .required("mo_dau", .list(.text(), atLeast: 1), "Các đoạn mở đầu."),
      .required("muc", .list(section, atLeast: 1), "Các mục."),
      .required("ket", .texts, "Các đoạn kết; đoạn cuối kết thúc bằng “./.”."),
      .required(
        "noi_nhan", .list(.text(), atLeast: 1),
        "Nơi nhận, không ghi gạch đầu dòng và dấu cuối dòng."
      ),
    ])

  private static let signer = Shape.object([
    .required("chuc_vu", .text(), "Chức vụ."),
    .required("ho_ten", .text(), "Họ tên."),
  ])

  private static let section = Shape.object([
    .required("so", .text(.roman), "Số La Mã của mục."),
    .required("ten", .text(), "Tên mục, viết in hoa."),
    .optional("doan", .texts, "Các đoạn đứng trước khoản đầu tiên."),
    .optional("khoan", .list(clause), "Các khoản."),
  ])

  private static let clause = Shape.object([
    .required("so", .integer(1...100), "Số thứ tự của khoản."),
    .optional("ten", .text(), "Tên khoản; null khi số đứng ngay trước đoạn văn."),
    .optional("doan", .texts, "Các đoạn văn."),
    .optional("gach", .texts, "Các gạch đầu dòng, không ghi dấu gạch."),
  ])
}
