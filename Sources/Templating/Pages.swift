package import Diagnostics

/// The pages behind the codes of this room.
package enum TemplatingPages {
  /// One page a code.
  package static let all: [Page] =
    package + tags + blocks + filling + limits + printing + inspection + safety + structure

  private static let package = [
    Page(
      "TE001", "gói của mẫu không đọc được",
      "Tệp .docx và .odt là một gói nén. Gói này hỏng, bị cắt cụt, có mật khẩu, hoặc có dấu hiệu"
        + " gây hại (tên tệp lạ, nén quá mức). Mở bằng Word hoặc Writer rồi lưu lại thành tệp mới."),
    Page(
      "TE002", "không phải văn bản DOCX hay ODT",
      "Chương trình chỉ đọc văn bản .docx và .odt. Tệp .doc cũ hoặc .rtf: mở bằng Word hoặc Writer"
        + " rồi lưu lại dạng .docx hoặc .odt; đổi đuôi tệp không đủ."),
    Page(
      "TE003", "một phần của mẫu không đọc được",
      "Một phần bên trong gói không phải XML hợp lệ, hoặc có khai báo DOCTYPE (bị cấm vì có thể kéo"
        + " dữ liệu từ nơi khác). Mở mẫu bằng Word hoặc Writer và lưu lại."),
    Page(
      "TE004", "phần chữ viết theo một chuẩn khác",
      "Word có kiểu lưu “Strict Open XML Document”, cũng đuôi .docx nhưng viết theo chuẩn khác. Thẻ"
        + " trong đó không được nhìn thấy, nên mẫu bị từ chối thay vì để nguyên thẻ. Lưu lại mẫu kiểu"
        + " “Word Document (*.docx)”."),
    Page(
      "TE005", "thẻ ở chỗ chưa điền được",
      "Bản này chưa điền thẻ trong biểu đồ, sơ đồ SmartArt và mã trường của Word (Alt+F9). Thẻ ở đó còn nguyên trong văn bản tạo"
        + " ra; hãy chuyển hoặc xóa."),
    Page(
      "TE006", "mẫu có macro",
      "Macro chạy mã lệnh khi mở văn bản. Văn bản tạo ra không mang macro, và mẫu có macro không được"
        + " nhận. Lưu lại mẫu thành .docx hoặc .dotx."),
    Page(
      "TE007", "cặp dấu của thẻ ghi không đúng",
      "Thuộc tính tự đặt “thidua.delimiters” của tệp mẫu định một cặp dấu riêng cho thẻ, ví dụ { }"
        + " hay [[ ]]. Giá trị phải là dấu mở và dấu đóng, khác nhau, cách nhau một dấu cách. Sửa ở"
        + " File → Properties → Custom (Word: Tệp → Thông tin → Thuộc tính nâng cao), hoặc xóa thuộc"
        + " tính để dùng << >>."),
  ]

  private static let tags = [
    Page(
      "TE010", "thẻ mở mà không đóng",
      "Một thẻ được viết <<như thế này>> và phải nằm trọn trong một đoạn. Thường gặp khi xuống dòng"
        + " bằng Enter giữa thẻ, hoặc gõ thiếu một dấu >."),
    Page(
      "TE011", "thẻ đóng mà không mở",
      "Có >> mà phía trước không có <<. Thường do gõ thiếu một dấu <, hoặc do xóa mất nửa thẻ."),
    Page(
      "TE012", "dấu ngoặc của thẻ bị bộ gõ Telex đổi",
      "Dưới bộ gõ Telex, { thành Ơ và [ thành ơ. Vì vậy thẻ nên viết bằng << >>."),
    Page(
      "TE013", "thẻ viết không đúng ngữ pháp",
      "Thẻ trống, thiếu tên sau dấu chấm, hoặc thừa chữ. Tên có chữ “và”, “hoặc”, “không”, “đúng”,"
        + " “sai”, “rỗng” đứng trong điều kiện thì phải nối bằng dấu _ , ví dụ họ_và_tên."),
    Page(
      "TE014", "ngoặc trong thẻ không đủ cặp",
      "Dấu ngoặc kép hoặc ngoặc đơn trong biểu thức thiếu một nửa, hoặc lồng nhau quá sâu."),
    Page(
      "TE015", "số viết không đúng",
      "Trong biểu thức, số viết liền: 1250000 hoặc 1,5. Dấu chia nhóm (1.250.000) bị từ chối vì có"
        + " thể đọc thành số khác."),
    Page(
      "TE016", "không có bộ lọc này",
      "Sau dấu | là tên một bộ lọc trong danh sách cố định. Danh sách có trong docs/mau-van-ban.md."
    ),
    Page(
      "TE017", "bộ lọc thiếu hoặc thừa phần theo sau",
      "Có bộ lọc cần chữ theo sau (mặc định …),"
        + " có bộ lọc không nhận gì."),
    Page(
      "TE018", "tính năng chưa có trong bản này",
      "Thẻ viết đúng ngôn ngữ mẫu, nhưng bản này chưa thực hiện được. Chương trình báo lỗi thay vì"
        + " đoán; hãy viết lại mẫu bằng các thẻ đã có."),
    Page(
      "TE019", "thẻ nằm trong sửa đổi được theo dõi",
      "Không rõ thẻ thuộc bản cũ hay bản mới của mẫu. Chấp nhận hoặc từ chối sửa đổi rồi lưu lại."),
  ]

  private static let blocks = [
    Page(
      "TE020", "khối mở mà không đóng",
      "Mỗi <<nếu …>>, <<mỗi … trong …>> cần một <<hết>>. Riêng <<mỗi …>> ở ô đầu của một hàng bảng"
        + " có thể không cần: nó lặp đúng hàng đó."),
    Page("TE021", "đóng một khối chưa mở", "Có <<hết>> mà không có thẻ mở tương ứng phía trước."),
    Page(
      "TE022", "thẻ đóng khác loại với thẻ mở",
      "<<hết nếu>> chỉ đóng <<nếu>>, <<hết mỗi>> chỉ đóng <<mỗi>>; <<hết>> đóng khối trong cùng."),
    Page(
      "TE023", "thẻ chia khối đứng ngoài khối",
      "<<còn nếu>>, <<không thì>> thuộc về <<nếu>>; <<không có>> thuộc về <<mỗi>>; mỗi khối chỉ có"
        + " một <<không thì>> hoặc <<không có>>, đứng sau cùng."),
    Page(
      "TE024", "không rõ khối gồm những gì",
      "Thẻ mở và thẻ đóng phải cùng nằm trong một đoạn, hoặc đứng ở đầu và cuối các đoạn của cùng"
        + " một chỗ, hoặc nằm trong các hàng của cùng một bảng. Cách khác có thể hiểu hai kiểu nên"
        + " bị từ chối."),
    Page(
      "TE025", "thẻ nói về hàng hay bảng mà đứng ngoài bảng",
      "<<hàng chỉ khi …>>, <<bảng chỉ khi …>>, <<mỗi hàng …>> phải đứng trong một ô của bảng."
        + " <<vùng chỉ khi …>> phải đứng trong một vùng (Section): của Writer, hoặc của Word và không"
        + " phải vùng cuối cùng, vì vùng cuối kết thúc cùng văn bản."),
    Page(
      "TE052", "không rõ cột nào lặp hay bỏ",
      "<<mỗi cột …>> và <<hết>> của nó đứng trong cùng một hàng; các cột giữa hai thẻ được lặp ở mọi"
        + " hàng của bảng. <<cột chỉ khi …>> giữ hay bỏ cột chứa nó. Ô gộp ngang phải nằm trọn trong"
        + " các cột ấy, hoặc trùm hết chúng cùng ít nhất một cột khác."),
    Page(
      "TE050", "không gộp được ô",
      "Bộ lọc “gộp ô” gộp các ô liền nhau có cùng giá trị trong một cột. Thẻ phải đứng trong ô của"
        + " bảng, ô đó chưa gộp dọc sẵn với ô khác, và mỗi ô chỉ một thẻ như vậy."),
  ]

  private static let filling = [
    Page(
      "TE030", "dữ liệu không có tên mà thẻ đọc",
      "Tên trong thẻ được so với khóa của dữ liệu, bỏ qua hoa thường, dấu cách và dấu gạch dưới."
        + " Kiểm tra chính tả; nếu trường có thể vắng, thêm “| mặc định …”."),
    Page(
      "TE031", "giá trị chưa biết",
      "Dữ liệu ghi null: chưa biết. Một văn bản để ký không in chỗ trống thay cho điều chưa biết,"
        + " trừ khi mẫu nói rõ bằng “| mặc định …”."),
    Page(
      "TE032", "giá trị không in được thành chữ",
      "Danh sách, nhóm trường, và giá trị đúng/sai không có cách in duy nhất."),
    Page(
      "TE033", "vòng lặp trên thứ không phải danh sách", "Sau chữ “trong” phải là một danh sách."),
    Page(
      "TE034", "biểu thức không tính được",
      "Hai giá trị khác loại không so sánh được; bộ lọc nhận sai loại; chia cho 0; số quá dài."),
    Page(
      "TE035", "độ dài đường kẻ không phải là số",
      "Bộ lọc “rộng” trong chữ thay thế của đường kẻ cần một số nguyên micrômét (1 mm = 1000)."),
    Page(
      "TE036", "giá trị có ký tự điều khiển",
      "XML không chứa được các ký tự này; chúng bị bỏ. Thường do sao chép từ chương trình khác."),
    Page(
      "TE037", "hai khóa đọc như nhau",
      "Hai khóa của cùng một nhóm chỉ khác nhau ở hoa thường, dấu cách hay dấu gạch: không thẻ nào"
        + " phân biệt được."),
  ]

  private static let limits = [
    Page(
      "TE040", "mẫu chạy quá nhiều bước",
      "Vòng lặp lồng nhau trên danh sách lớn có thể chạy không hết. Có giới hạn để máy không treo."),
    Page("TE041", "văn bản tạo ra quá lớn", "Chia dữ liệu thành nhiều văn bản."),
    Page("TE042", "mẫu có quá nhiều thẻ", "Chia mẫu thành nhiều mẫu nhỏ."),
    Page(
      "TE051", "khối lồng nhau quá sâu",
      "Điều kiện và vòng lặp lồng nhau có giới hạn, để một mẫu cố ý gây hại không làm cạn máy."),
    Page(
      "TE043", "thẻ độ dài không ở trên đường kẻ",
      "Bộ lọc “rộng” chỉ có nghĩa trong chữ thay thế (Alt Text) của một đường kẻ vẽ."),
    Page(
      "TE044", "bộ lọc đứng ở chỗ không có nghĩa",
      "Có bộ lọc không đổi giá trị mà đổi văn bản quanh nó, như “bỏ dòng”. Bộ lọc đó chỉ có nghĩa"
        + " trong thẻ in giá trị, như <<chức vụ | bỏ dòng>>; không dùng trong điều kiện, sau “trong”"
        + " của vòng lặp hay trong ngoặc đơn."),
    Page(
      "TE047", "thẻ ảnh không ở trên ảnh",
      "Bộ lọc “vừa khung”, “phủ khung”, “qr” thay ảnh mẫu bằng ảnh khác, nên thẻ phải đứng trong chữ"
        + " thay thế (Alt Text) của một ảnh chèn sẵn, không phải của hình vẽ."),
    Page(
      "TE048", "ảnh không dùng được",
      "Ảnh là đường dẫn trong thư mục của tệp dữ liệu, hoặc data:image/png;base64,… (hoặc jpeg);"
        + " không nhận địa chỉ mạng, đường dẫn ra ngoài, hay kiểu ảnh khác. Ảnh quá lớn bị từ chối."
        + " Mã QR chứa tối đa khoảng 2300 byte chữ."),
    Page(
      "TE049", "ảnh chụp ghi chiều xoay",
      "Điện thoại ghi chiều của ảnh vào tệp thay vì xoay ảnh. Word và Writer có thể bỏ qua ghi chú ấy"
        + " và in ảnh nằm ngang."),
    Page(
      "TE046", "đích liên kết không an toàn",
      "Địa chỉ lấy từ dữ liệu được kiểm tra: chỉ nhận http, https, ftp, mailto, tel, hoặc địa chỉ"
        + " không có phần đầu ấy. Kiểu khác (javascript, file, data…) có thể chạy mã lệnh hoặc mở"
        + " tệp trên máy người nhận."),
    Page(
      "TE045", "trường của Word không dùng thay thẻ được",
      "Trường trộn thư (MERGEFIELD) và điều khiển nội dung có Tag được đọc như thẻ, với các khóa"
        + " chuyển \\@ (ngày, tháng, năm bằng số), \\# (số) và \\* (Upper, Lower, FirstCap, Caps, Roman)."
        + " Trường lồng trong trường IF, trường sang đoạn khác, hay khóa chuyển khác thì bị từ chối"
        + " thay vì in sai; hãy thay bằng thẻ gõ tay."),
  ]
}
