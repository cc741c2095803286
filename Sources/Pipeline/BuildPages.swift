internal import Diagnostics

extension PipelinePages {
  /// What a build finds in the documents it made.
  static let builds = [
    Page(
      "PL040", "mẫu cho ra văn bản sai thể thức",
      "Văn bản vừa lập được soát như bằng thidua lint. Lỗi trình bày là lỗi của mẫu nên chưa ghi gì;"
        + " từng lỗi nêu ngay phía trên, mỗi mã có trang riêng (thidua explain PG03). Lỗi câu chữ từ"
        + " dữ liệu chỉ là cảnh báo và không chặn việc lập."),
    Page(
      "PL041", "bản PDF quá một trang",
      "Giấy khen, Bằng khen phải vừa đúng một trang. Bản PDF do LibreOffice dựng dài hơn, nên chưa ghi"
        + " gì. Thường do tên hoặc câu thành tích quá dài, hoặc mẫu đã sửa."),
    Page(
      "PL042", "bản PDF có phông chữ lạ",
      "Văn bản chỉ dùng Times New Roman (máy không có thì Liberation Serif cùng bề rộng). Ký hiệu mà"
        + " phông này không có (☐, ✓, chữ Hán…) bị thay bằng phông khác, trang in sẽ khác máy này máy"
        + " kia, nên chưa ghi gì. Bỏ ký hiệu ấy trong dữ liệu hoặc mẫu."),
    Page(
      "PL065", "không có thư mục gói quy định",
      "Thư mục ghi sau --regulations không có. Chương trình không tự dùng gói có sẵn thay vào, vì kết"
        + " quả xét sẽ khác điều người lập chờ đợi."),
    Page(
      "PL066", "thư mục gói quy định trống",
      "Mỗi gói là một tệp .json cho một văn bản; trang RU001 nêu các khóa. Tệp khác đuôi không được"
        + " đọc."),
    Page(
      "PL067", "gói quy định lấy từ thư mục ngoài",
      "Kết quả xét và căn cứ dựa trên tệp này, không phải gói có sẵn của chương trình. manifest.json"
        + " ghi tên tệp và mã băm ở khóa regulations để người khác kiểm tra lại được."),
  ]
}
