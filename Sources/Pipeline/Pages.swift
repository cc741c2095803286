package import Diagnostics

/// The pages behind the codes of this room.
package enum PipelinePages {
  /// One page a code.
  package static let all = general + records + lint + inspection + builds

  private static let general = [
    Page(
      "PL001", "không có thư mục kỳ xét",
      "Lệnh cần đường dẫn tới thư mục của một kỳ xét, trong đó có dot.json."),
    Page(
      "PL002", "không tìm thấy mẫu",
      "Mẫu là Templates/<loại văn bản>.docx và .odt. Chương trình tìm trong thư mục của --templates,"
        + " rồi thư mục Templates nơi chạy lệnh, rồi Templates ở các thư mục bên trên kỳ xét."),
    Page(
      "PL003", "đuôi tệp mẫu không khớp nội dung",
      "Đổi đuôi tệp không đổi được định dạng. Mở bằng Word hoặc Writer rồi lưu lại đúng dạng."),
    Page(
      "PL004", "không có văn bản nào để lập",
      "Loại văn bản nêu ở --only có thật nhưng kỳ này không sinh ra văn bản nào của loại đó."),
    Page(
      "PL005", "dữ liệu không được đọc",
      "Một giá trị trong dữ liệu không có thẻ nào của mẫu dùng đến; có thể tên trong thẻ viết sai."),
    Page(
      "PL006", "đuôi tệp kết quả khác mẫu",
      "Mẫu DOCX chỉ tạo ra DOCX, mẫu ODT chỉ tạo ra ODT."),
    Page("PL007", "mã không có trang giải thích", "Mã gồm hai chữ cái và các chữ số, ví dụ IN002."),
    Page(
      "PL008", "không có thư mục mẫu",
      "Thư mục ghi sau --templates không có. Chương trình không tự dùng mẫu chính thay vào, vì văn"
        + " bản sẽ khác điều người lập chờ đợi."),
    Page(
      "PL009", "thư mục mẫu không có mẫu nào được dùng",
      "Mẫu được tìm theo tên, ví dụ ke-hoach.docx. Tệp mang tên khác (“ke-hoach (1).docx”) không"
        + " được đọc, nên văn bản lập theo mẫu chính. Đổi tên tệp rồi lập lại."),
    Page(
      "PL010", "hồ sơ cơ quan không đọc được",
      "Hồ sơ là một đối tượng JSON như khóa “office” của manifest.json: ma, ten, tieu_de, dia_danh,"
        + " chuc_danh_dung_dau, don_vi [{ma, ten, ky_hieu, co_so_van_ban}]. Nêu thẳng một"
        + " manifest.json cũng được."),
    Page(
      "PL011", "thư mục không có văn bản để soát",
      "Lệnh soát các tệp .docx và .odt trong thư mục và các thư mục con."),
    Page(
      "PL012", "chưa soát được PDF",
      "Đọc PDF cần các chương trình pdfinfo, pdffonts, pdftotext, pdfimages của gói poppler-utils. Tệp"
        + " quá lớn, bị hỏng, bị khóa hoặc làm chương trình chạy quá lâu thì không soát."),
  ]
}
