internal import Diagnostics

// One function a code; the pages behind the codes are in `PrintingPages.swift`.

extension Diagnostic {
  static func secondPages(_ tag: Tag) -> Diagnostic {
    .error(
      Code("TE056"), "thẻ “\(tag.raw.written)” là vòng “mỗi trang” thứ hai của mẫu", at: tag.place,
      help: "giữ một vòng “mỗi trang”, hoặc tách thành hai mẫu")
  }

  static func tooManyHeaders(_ limit: Int) -> Diagnostic {
    .error(
      Code("TE058"), "văn bản tạo ra cần hơn giới hạn \(limit) đầu trang và chân trang riêng",
      help: "bỏ thẻ khỏi đầu trang và chân trang, hoặc chia dữ liệu thành nhiều văn bản")
  }

  static func pagesInMerge(_ tag: Tag) -> Diagnostic {
    .error(
      Code("TE057"),
      "thẻ “\(tag.raw.written)” không dùng được khi ghép in: mỗi bản ghi đã là những trang riêng",
      at: tag.place, help: "dùng “mỗi đoạn” hoặc “mỗi hàng”, hoặc lập từng văn bản bằng render")
  }
}
