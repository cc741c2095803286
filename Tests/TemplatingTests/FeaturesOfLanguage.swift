import Diagnostics
import LocatedJSON
import Templating
import Testing

// The rows on data, conditions and loops.

extension Feature {
  static let data: [Feature] = [
    Feature("tên có dấu chấm", 14, "<<đơn vị.tên>>", gives: "Phòng A"),
    Feature(
      "so sánh, và, hoặc, không", 10,
      "<<nếu số > 1000 và không tắt hoặc loại = 'C'>>có<<hết>>", gives: "có"),
    Feature("phép tính đúng từng chữ số", 10, "<<= nam + nữ × 0,1>>", gives: "3.2"),
    Feature(
      "tên ở phạm vi bên ngoài", 15, "<<mỗi p trong nhóm>><<..tên>>;<<hết>>",
      gives: "Lò Thị Xuân;Lò Thị Xuân;"),
    Feature(
      "số thứ tự, đầu, cuối, số lượng của vòng lặp", 10,
      "<<mỗi p trong ds>><<vòng.stt>>/<<vòng.số lượng>><<nếu vòng.cuối>>.<<không thì>>, <<hết>><<hết>>",
      gives: "1/3, 2/3, 3/3."),
    Feature(
      "bộ lọc nối tiếp", 8, "<<tên | chữ thường | hoa chữ đầu>>", gives: "Lò thị xuân"),
    Feature(
      "ngày, số, tiền viết theo lối Việt", 6,
      "<<ngày đúng | ngày đầy đủ>>; <<ngày | ngày>>; <<số | số>>; <<số | tiền>>",
      gives: "ngày 05 tháng 9 năm 2026; 04/5/2026; 1.250.000; 1.250.000 đồng"),
    Feature(
      "số và tiền bằng chữ", 0, "<<nam | bằng chữ>>; <<số | tiền bằng chữ>>",
      gives: "ba; Một triệu hai trăm năm mươi nghìn đồng"),
    Feature(
      "hoa, thường đúng dấu tiếng Việt", 7, "<<tên | in hoa>>", gives: "LÒ THỊ XUÂN"),
    Feature(
      "tên viết có dấu hay không dấu đều gặp, nhưng bảng không phải bằng", nil,
      "<<Đơn_vị.TÊN>> <<don vi.ten>>", gives: "Phòng A Phòng A"),
  ]

  static let conditions: [Feature] = [
    Feature("điều kiện trong dòng", 16, "a<<nếu có>>b<<hết>>c<<nếu tắt>>d<<hết>>", gives: "abc"),
    Feature(
      "còn nếu, không thì", 10,
      "<<nếu loại = 'A'>>1<<còn nếu loại = 'B'>>2<<không thì>>3<<hết>>", gives: "2"),
    .lacking(
      "chọn theo giá trị (switch)", 8, "<<chọn loại>>", refusedWith: "TE030",
      why: "dùng `<<còn nếu>>`"),
    Feature(
      "bỏ cả đoạn, không để lại dòng trống", 11,
      lines: ["a", "<<chỉ khi tắt>>b", "<<nếu tắt>>", "c", "<<hết>>", "d"], gives: "a", "d"),
    Feature(
      "bỏ cả hàng", 13, rows: [["<<hàng chỉ khi tắt>>a", "b"], ["c", "d"]], gives: "|c|d"),
    Feature("bỏ cả cột", 6, written: "<<cột chỉ khi tắt>>") {
      try PainLayoutTests().columns(format: $0)
    },
    Feature(
      DocumentCase(
        "bỏ cả bảng",
        [.table([MiniDocument.row("<<bảng chỉ khi tắt>>a")]), MiniDocument.p("sau")],
        FeatureData.values, ["sau"]), 13, "<<bảng chỉ khi tắt>>"),
    Feature(
      name: "bỏ cả vùng (section)", written: "<<vùng chỉ khi tắt>>", others: 13,
      word: .has(.run { _ in try SectionConditionTests().word() }),
      writer: .has(.run { _ in try SectionConditionTests().writer() })),
  ]

  static let loops: [Feature] = [
    Feature("lặp trong dòng", 14, "<<mỗi m trong môn>>[<<m>>]<<hết>>", gives: "[Toán][Lý]"),
    Feature(
      "lặp đoạn", 17, lines: ["<<mỗi m trong môn>>", "- <<m>>", "<<hết>>"], gives: "- Toán",
      "- Lý"),
    Feature(
      "lặp hàng, không cần thẻ đóng", 18,
      rows: [["TT", "Môn"], ["<<mỗi m trong môn>><<stt>>", "<<m>>"]], gives: "|TT|Môn", "|1|Toán",
      "|2|Lý"),
    Feature(
      "lặp một nhóm hàng", 15,
      rows: [["<<mỗi m trong môn>><<m>>"], ["của <<m>><<hết>>"]], gives: "|Toán", "|của Toán",
      "|Lý", "|của Lý"),
    Feature("lặp cột", 10, written: "<<mỗi cột m trong môn>>…<<hết>>") {
      try PainLayoutTests().columns(format: $0)
    },
    Feature(
      "lặp lồng nhau", 14,
      rows: [
        ["<<mỗi n trong nhóm>>", ""], ["<<n.tên>>", ""],
        ["<<mỗi v trong n.ds>><<..vòng.stt>>.<<stt>>", "<<v>><<hết>>"], ["<<hết>>", ""],
      ], gives: "|I|", "|1.1|a", "|1.2|b", "|II|", "|2.1|c"),
    Feature(
      "mỗi mục một trang, đánh số trang lại", 7, written: "<<mỗi trang p trong ds>>…<<hết>>"
    ) {
      try PageTests().headers(format: $0)
    },
    Feature(
      "phần in khi danh sách trống", 5,
      "<<mỗi p trong vắng>>x<<không có>>(không có)<<hết>>", gives: "(không có)"),
    Feature(
      "dấu ngăn giữa các phần tử", 9,
      "<<mỗi m trong môn>><<m>><<giữa>>, <<hết giữa>><<hết>>.", gives: "Toán, Lý."),
    Feature(
      "lọc, sắp xếp, nhóm, cộng", 9,
      "<<mỗi n trong ds | lọc điểm > 1 | sắp xếp theo tên | nhóm theo phòng>><<n.phòng>>: <<n.danh sách | tổng điểm>> <<hết>>",
      gives: "A: 5 B: 5 "),
    Feature(
      "mục kiểu Mustache", nil, "<<#đơn vị>><<tên>><</đơn vị>><<^vắng>>không<</vắng>>",
      gives: "Phòng Akhông"),
  ]
}
