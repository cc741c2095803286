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
  ]
}
