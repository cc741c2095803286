internal import Diagnostics

extension TemplatingPages {
  /// The pages behind what the inspection of a template finds.
  static let inspection = [
    Page(
      "TE070", "không ghi được bản có chú thích",
      "Lệnh inspect --annotate chép mẫu và đặt chú thích ở chỗ có lỗi. Tệp không phải DOCX hay ODT, hoặc"
        + " hỏng đến mức không mở được, thì không có bản chép. Mở mẫu bằng Word hoặc Writer, lưu lại, rồi"
        + " thử lần nữa.")
  ]
}
