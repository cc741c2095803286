internal import Diagnostics

extension PipelinePages {
  /// What a build finds in the documents it made.
  static let builds = [
    Page(
      "PL040", "mẫu cho ra văn bản sai thể thức",
      "Văn bản vừa lập được soát như bằng thidua lint. Lỗi trình bày là lỗi của mẫu nên chưa ghi gì;"
        + " từng lỗi nêu ngay phía trên, mỗi mã có trang riêng (thidua explain PG03). Lỗi câu chữ từ"
        + " dữ liệu chỉ là cảnh báo và không chặn việc lập.")
  ]
}
