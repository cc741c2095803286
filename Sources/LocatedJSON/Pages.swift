package import Diagnostics

/// The pages behind the findings of this room, for `thidua explain`.
package enum LocatedJSONPages {
  /// One page for each code, in the order of the codes.
  package static let all = (encoding + signs + texts + values + limits).sorted { $0.code < $1.code }

  private static let encoding = [
    Page(
      "JS001", "Tệp không phải UTF-8",
      """
      Chương trình đọc tệp JSON ở dạng UTF-8. Byte được nêu không thuộc chữ nào của UTF-8; thường \
      là tệp lưu bằng bảng mã cũ (TCVN3, VNI, Windows-1258). Mở tệp bằng chương trình đã soạn ra \
      nó rồi lưu lại, chọn mã UTF-8.
      """),
    Page(
      "JS002", "Tệp có dấu BOM ở đầu",
      """
      Notepad đời cũ ghi ba byte EF BB BF vào đầu tệp. Chương trình bỏ qua ba byte đó; không phải \
      sửa gì. Muốn hết lời nhắc, lưu lại dạng “UTF-8”.
      """),
    Page(
      "JS003", "Tệp được lưu dạng UTF-16",
      """
      Notepad gọi dạng này là “Unicode” hoặc “UTF-16 LE”. Mở tệp, chọn Lưu thành (Save as), ở ô \
      Mã hóa (Encoding) chọn UTF-8.
      """),
    Page(
      "JS004", "Tệp trống",
      """
      Tệp không có chữ nào. Có thể lần lưu trước bị ngắt giữa chừng. Chép lại nội dung từ bản sao; \
      nếu tệp thừa thì xóa đi.
      """),
  ]

  private static let signs = [
    Page(
      "JS005", "Gặp ký tự không đúng chỗ",
      """
      JSON chỉ có các dấu { } [ ] : , và đoạn chữ trong dấu ngoặc kép. Lời báo nói ở chỗ đó lẽ ra \
      phải là gì. Lỗi thường nằm ngay trước chỗ được chỉ: thiếu hoặc thừa một dấu.
      """),
    Page(
      "JS006", "Khóa chưa có giá trị",
      """
      Sau dấu hai chấm phải có giá trị: đoạn chữ trong dấu ngoặc kép, số, true, false, hoặc null. \
      Chưa biết thì viết null.
      """),
    Page(
      "JS008", "Thiếu dấu phẩy",
      "Giữa hai mục của một nhóm phải có dấu phẩy. Thêm dấu phẩy vào sau chỗ được chỉ."),
    Page(
      "JS009", "Thiếu dấu hai chấm, hoặc tên chưa đóng ngoặc kép",
      """
      Mỗi mục của nhóm { } có dạng "tên": giá trị. Sau tên phải là dấu ngoặc kép đóng rồi dấu hai \
      chấm.
      """),
    Page(
      "JS010", "Dấu ngoặc mở mà không đóng, hoặc đóng nhầm loại",
      """
      Mỗi “{” phải có một “}”, mỗi “[” phải có một “]”, lồng nhau đúng thứ tự. Lời báo nêu dòng có \
      dấu mở. Nếu tệp bị cắt cụt khi chép, lấy lại bản đầy đủ.
      """),
    Page(
      "JS011", "Thừa dấu phẩy",
      """
      Sau mục cuối cùng của nhóm không có dấu phẩy, và giữa hai mục chỉ có một. Lỗi này hay gặp \
      khi xóa mục cuối danh sách. Xóa dấu phẩy được chỉ.
      """),
    Page(
      "JS012", "Tệp có ghi chú",
      """
      JSON không có ghi chú; các dòng bắt đầu bằng //, # hoặc nằm trong /* */ phải xóa. Điều cần \
      ghi nhớ nên viết ở tệp khác.
      """),
    Page(
      "JS018", "Còn chữ sau khi tệp đã hết",
      """
      Mỗi tệp có đúng một giá trị, thường là một nhóm { }. Sau dấu đóng ngoặc cuối cùng không còn \
      gì nữa. Thường do thừa một dấu đóng ngoặc, hoặc dán hai tệp vào một.
      """),
    Page(
      "JS019", "Bộ gõ Telex đã đổi dấu ngoặc thành chữ",
      """
      Khi bộ gõ tiếng Việt đang bật kiểu Telex đầy đủ, phím [ ra “ơ”, ] ra “ư”, { ra “Ơ”, } ra “Ư”. \
      Tắt bộ gõ (chuyển sang E) khi sửa dấu ngoặc, rồi thay các chữ đó bằng dấu ngoặc. Chương \
      trình đã đọc các chữ đó như dấu ngoặc để báo hết các lỗi khác trong cùng một lần.
      """),
    Page(
      "JS022", "Khoảng trắng lạ giữa các dấu",
      """
      Chép từ trang web hoặc từ Word, dấu cách có thể là ký tự khác, trông giống hệt. Giữa các dấu \
      của JSON chỉ dùng dấu cách thường, Tab và xuống dòng. Xóa rồi gõ lại.
      """),
  ]

  private static let texts = [
    Page(
      "JS007", "Đoạn chữ thiếu dấu ngoặc kép đóng",
      """
      Đoạn chữ bắt đầu bằng dấu " và phải kết thúc bằng dấu " trên cùng một dòng. Thêm dấu " vào \
      cuối đoạn chữ, trước dấu phẩy.
      """),
    Page(
      "JS013", "Dùng dấu ngoặc kép cong hoặc dấu nháy đơn",
      """
      Word tự đổi dấu " thẳng thành “ ” cong. JSON chỉ nhận dấu " thẳng ở hai đầu đoạn chữ; bên \
      trong đoạn chữ thì “ ” dùng được. Sửa tệp bằng Notepad hoặc VS Code, không bằng Word.
      """),
    Page(
      "JS014", "Xuống dòng, Tab hoặc ký tự điều khiển trong đoạn chữ",
      """
      Một đoạn chữ nằm trên một dòng. Muốn xuống dòng trong văn bản thì viết \\n, muốn có Tab thì \
      viết \\t.
      """),
    Page(
      "JS015", "Dấu \\ dùng sai",
      """
      Trong đoạn chữ, dấu \\ chỉ đứng trước " \\ / b f n r t hoặc u và bốn chữ số hệ mười sáu. Muốn \
      có chính dấu \\, như trong đường dẫn, viết hai lần: C:\\\\van-ban.
      """),
    Page(
      "JS021", "Dấu ngoặc kép nằm bên trong đoạn chữ",
      """
      Gặp dấu " thứ hai là đoạn chữ hết. Muốn viết tên phong trào trong ngoặc kép, dùng “ ” hoặc \
      \\". Nếu phần sau là một mục khác thì thêm dấu phẩy vào giữa.
      """),
  ]

  private static let values = [
    Page(
      "JS016", "Số viết không đúng",
      """
      Số viết liền bằng chữ số: 1250000, không phải 1.250.000; phần thập phân sau dấu chấm: 1.5, \
      không phải 1,5; không có số 0 ở đầu. Ngày viết như đoạn chữ: "2026-05-04". Chú ý: 1.250 được \
      hiểu là một phẩy hai mươi lăm.
      """),
    Page(
      "JS017", "Một khóa viết hai lần",
      """
      Trong một nhóm { } mỗi khóa chỉ có một giá trị; viết hai lần thì không biết lấy giá trị nào. \
      Giữ một chỗ. Hai cách ghi một chữ tiếng Việt (dựng sẵn và tổ hợp) được coi là một.
      """),
    Page(
      "JS020", "Chữ không nằm trong dấu ngoặc kép",
      """
      Tên và đoạn chữ đều nằm trong dấu ". Chỉ có số, true, false và null viết trần; true, false, \
      null viết bằng chữ thường.
      """),
  ]

  private static let limits = [
    Page(
      "JS023", "Còn lỗi chưa liệt kê",
      "Một tệp chỉ liệt kê một số lỗi đầu. Sửa các lỗi đã nêu rồi chạy lại để thấy phần còn lại."),
    Page(
      "JS024", "Tệp quá lớn",
      """
      Để một tệp hỏng không làm treo máy, chương trình có giới hạn về cỡ tệp, số ngoặc lồng nhau, \
      số giá trị và độ dài từng giá trị. Tệp thường ngày còn xa mới tới giới hạn; hay gặp nhất là \
      thiếu một dấu ngoặc kép.
      """),
  ]
}
