internal import Diagnostics

// Faults of the engine itself: what a document is not published with. No data and no template
// brings them about, so there is nothing a clerk could mend.

extension Diagnostic {
  /// A part in which the bytes written are not those that its program meant to write.
  static func otherSigns(in part: String) -> Diagnostic {
    .error(
      Code("TE110"), "phần “\(part)” của văn bản tạo ra không đúng cấu trúc",
      at: Place(part: part), help: help)
  }

  /// A tag that is in the compiled template still, and so in every document.
  static func leftTag(_ tag: String, in part: String, of file: String) -> Diagnostic {
    .error(
      Code("TE111"), "bộ điền bỏ sót thẻ “\(tag)” của mẫu", at: Place(file: file, part: part),
      help: "báo người bảo trì, kèm mẫu; tạm thời gõ lại thẻ đó trong một đoạn riêng")
  }

  /// A relationship that a part names and no list has, or whose target is not in the package.
  static func lostRelationship(_ target: String, of part: String) -> Diagnostic {
    .error(
      Code("TE112"), "phần “\(part)” của văn bản tạo ra trỏ tới “\(target)” không có trong gói",
      at: Place(part: part), help: help)
  }

  private static let help = "báo người bảo trì, kèm mẫu và dữ liệu; không phát hành văn bản này"

  /// The finding, if it is about the document itself, with the document's name.
  func naming(_ document: String?) -> Diagnostic {
    guard let document, place.file == nil, Self.ofDocuments.contains(code) else { return self }
    var finding = self
    finding.place.file = document
    return finding
  }

  private static let ofDocuments: Set<Code> = [
    Code("TE054"), Code("TE055"), Code("TE110"), Code("TE112"),
  ]
}

extension TemplatingPages {
  static let structure = [
    Page(
      "TE110", "văn bản tạo ra không đúng cấu trúc",
      "Khi đọc mẫu, chương trình chứng minh rằng mẫu luôn cho văn bản đúng cấu trúc, dù dữ liệu ra"
        + " sao; khi điền, nó đếm lại từng dấu đã ghi. Số đếm không khớp nghĩa là chương trình có"
        + " lỗi; văn bản đó không được ghi. Gửi mẫu và dữ liệu cho người bảo trì."),
    Page(
      "TE111", "bộ điền bỏ sót một thẻ",
      "Sau khi đọc mẫu, chương trình soát lại xem còn thẻ nào chưa được nhận. Còn thẻ nghĩa là"
        + " chương trình có lỗi, và thẻ ấy sẽ in ra giấy. Gửi mẫu cho người bảo trì; trong lúc chờ,"
        + " xóa thẻ và gõ lại, không dán."),
    Page(
      "TE112", "văn bản tạo ra trỏ tới thứ không có trong gói",
      "Ảnh, liên kết hay đầu trang được thêm khi điền phải có mặt trong gói của văn bản. Thiếu nghĩa"
        + " là chương trình có lỗi; văn bản đó không được ghi. Gửi mẫu và dữ liệu cho người bảo trì."
    ),
  ]
}
