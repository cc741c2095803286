internal import Diagnostics

extension PipelinePages {
  /// The pages behind what `thidua inspect` finds.
  static let inspection = [
    Page(
      "PL080", "mẫu đọc một tên mà dữ liệu không có, ở phần lần này không in",
      "Thẻ đứng trong một nhánh điều kiện hay vòng lặp mà dữ liệu này không đi vào, nên văn bản vẫn lập"
        + " được; dữ liệu khác đi vào đó thì sẽ báo TE030. Thêm khóa vào dữ liệu, hoặc viết “| mặc định"
        + " …” trong thẻ."),
    Page(
      "PL081", "khóa của dữ liệu gần giống một tên mà mẫu đọc",
      "Dữ liệu có một khóa không thẻ nào đọc, và mẫu đọc một tên gần giống mà dữ liệu không có. Thường là"
        + " gõ sai một bên. Sửa cho hai bên cùng một tên; viết có dấu hay không dấu đều được."),
    Page(
      "PL082", "tên của bản có chú thích không dùng được",
      "Bản chép cùng định dạng với mẫu, nên phải cùng đuôi .docx hay .odt; và không được đè lên chính mẫu."
    ),
  ]
}
