internal import Diagnostics

extension PipelinePages {
  /// One page a code of `thidua lint` on PDFs and on copies with comments.
  static let lint = [
    Page(
      "PL060", "không xem được PDF bên cạnh văn bản",
      "Bên cạnh văn bản có tệp PDF cùng tên nhưng không đọc được, nên những điểm chỉ thấy trên trang"
        + " đã dựng được nêu là chưa soát. Đọc PDF cần các chương trình của poppler-utils."),
    Page(
      "PL061", "chỉ ghi chú thích cho một văn bản",
      "lint --annotate ghi bản sao của đúng một văn bản DOCX hoặc ODT. Với nhiều văn bản, chạy từng"
        + " văn bản, hoặc dùng --report."),
    Page(
      "PL062", "bản sao trùng tên hoặc khác đuôi",
      "Bản sao có chú thích là một tệp khác, cùng dạng với văn bản; văn bản gốc không bị sửa."),
  ]
}
