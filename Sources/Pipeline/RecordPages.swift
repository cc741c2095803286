internal import Diagnostics

extension PipelinePages {
  /// The pages about files of many records.
  static let records = [
    Page(
      "PL013", "còn lỗi chưa nêu",
      "Mỗi lần chạy nêu tối đa 100 loại lỗi và 100 loại cảnh báo của các bản ghi; một lỗi gặp ở"
        + " nhiều bản ghi chỉ nêu một lần, kèm các dòng có nó. Phần còn lại chỉ được đếm."),
    Page(
      "PL014", "tệp không có bản ghi nào",
      "Tệp của --records có mỗi dòng một JSON; dòng trống được bỏ qua. Tệp này chỉ có dòng trống."),
    Page(
      "PL015", "bản ghi dài quá",
      "Mỗi dòng được đọc trọn vào bộ nhớ nên có giới hạn. Thường gặp khi ảnh nằm ngay trong dữ liệu"
        + " (“data:”), hoặc khi cả tệp là một danh sách JSON viết trên một dòng."),
    Page(
      "PL016", "nhiều bản ghi quá",
      "Mỗi bản ghi thành một tệp và một dòng trong manifest.json, nên số bản ghi của một lần chạy có"
        + " giới hạn. Chia tệp rồi chạy từng phần, mỗi phần một thư mục."),
    Page(
      "PL017", "hai bản ghi cùng một tên tệp",
      "Hai bản ghi cho ra cùng một tên tệp theo --name. Chữ hoa và chữ thường được coi là một, vì"
        + " Windows và macOS không phân biệt. Không tệp nào bị ghi đè: chưa có gì được ghi."),
    Page(
      "PL018", "tên tệp trống",
      "Theo --name, bản ghi này không có chữ nào dùng làm tên tệp được, thường vì trường đó để trống."
        + " Dấu / \\ : * ? \" < > | trong tên được thay bằng dấu -, dấu chấm ở đầu và cuối bị bỏ."),
    Page(
      "PL019", "mỗi bản ghi phải là một dòng",
      "Tệp của --records là JSON Lines: mỗi dòng một JSON trọn vẹn. Tệp này là một JSON trải trên"
        + " nhiều dòng. Chương trình xuất dữ liệu thường có dạng JSONL; danh sách có sẵn thì đổi bằng"
        + " lệnh jq -c '.[]' danh-sach.json. Một JSON cho một văn bản thì dùng --data."),
  ]
}
