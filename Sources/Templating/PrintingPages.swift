internal import Diagnostics

extension TemplatingPages {
  /// The pages about documents of many pages of their own, and about what was made.
  static let printing = [
    Page(
      "TE054", "văn bản tạo ra sai cấu trúc",
      "Văn bản vừa tạo được đọc lại và soát: XML, mã số không trùng, quan hệ, bảng, ô, chú thích. Lỗi"
        + " này là lỗi của chương trình, không phải của dữ liệu; đừng phát hành văn bản đó."),
    Page(
      "TE055", "văn bản tạo ra còn thẻ chưa điền",
      "Văn bản vừa tạo được đọc lại và còn một thẻ. Nếu thẻ nằm trong giá trị của dữ liệu thì sửa dữ"
        + " liệu; nếu không thì đó là lỗi của chương trình."),
    Page(
      "TE056", "hai vòng “mỗi trang” trong một mẫu",
      "Một mẫu có một vòng <<mỗi trang … trong …>> ở thân văn bản; mỗi phần tử bắt đầu ở trang mới, số"
        + " trang và đầu trang riêng."),
    Page(
      "TE058", "quá nhiều đầu trang, chân trang riêng",
      "Trong .docx, đầu trang hay chân trang có thẻ được chép cho từng phần tử, mỗi bản một tệp trong"
        + " gói, và một gói chứa được ngần ấy tệp. Bản giống nhau chỉ lưu một lần."),
    Page(
      "TE057", "“mỗi trang” trong mẫu ghép in",
      "Lệnh merge-print cho mỗi bản ghi những trang riêng; trong đó không lặp thêm theo trang được."
    ),
  ]
}
