package import Diagnostics

/// The pages behind the codes of this room.
package enum ConformancePages {
  /// One page for each way in which a document cannot be read.
  package static let all = [
    Page(
      "CF001", "không phải văn bản DOCX hay ODT",
      "Chỉ soát được văn bản lưu ở dạng DOCX hoặc ODT. Tệp .doc cũ, PDF và bảng tính không đọc được."
        + " DOCX lưu ở dạng “Strict Open XML” cũng chưa đọc được: lưu lại ở dạng DOCX thường."),
    Page(
      "CF002", "không mở được tệp",
      "Tệp bị hỏng, bị khóa bằng mật khẩu hoặc có dấu hiệu không an toàn. Mở bằng Word hoặc Writer"
        + " rồi lưu lại."),
    Page(
      "CF003", "một phần của tệp không đọc được",
      "Nội dung bên trong tệp sai cú pháp hoặc quá lớn. Mở bằng Word hoặc Writer rồi lưu lại."),
    Page(
      "CF004", "dạng hoặc tình trạng của văn bản là đoán",
      "Khi lệnh không nêu, chương trình đoán dạng văn bản theo tên loại, và coi văn bản bỏ trống số"
        + " hoặc ngày là dự thảo. Nêu --kind, --state để không phải đoán; trong thư mục do thidua"
        + " build lập thì đã có trong manifest.json."),
    Page(
      "CF005", "các điểm chưa soát",
      "Có điểm chỉ thấy trên trang đã dựng, có điểm cần hồ sơ cơ quan (--profile), có điểm không áp"
        + " dụng cho văn bản này, có phần chương trình không nhận ra. Điểm chưa soát không có nghĩa"
        + " là đạt."),
    Page(
      "CF006", "PDF cùng tên không phải bản dựng của văn bản",
      "Khi bên cạnh văn bản có tệp PDF cùng tên, chương trình xem trang đã dựng ở đó: phông thật sự"
        + " được dùng, Quốc hiệu có xuống dòng không, khối ký có bị tách trang không. Tệp PDF này có"
        + " nội dung khác nên bị bỏ qua; lưu lại PDF từ văn bản rồi soát lại."),
    Page(
      "CF007", "không ghi được chú thích vào bản sao",
      "lint --annotate ghi một bản sao của văn bản, mỗi phát hiện một chú thích bên lề. Văn bản này"
        + " không nhận được chú thích vì một phần của tệp không đọc được."),
  ]

  /// One page for each check of form.
  package static let checks: [Page] = Check.all.map { check in
    var body = "Yêu cầu: \(check.says).\nCăn cứ: \(check.citation).\nCách sửa: \(check.remedy)."
    if let reason = check.notEvaluatedBecause { body += "\nChưa soát được: \(reason)." }
    return Page(check.id, check.says, body)
  }
}
