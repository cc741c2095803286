package import Diagnostics

/// The pages behind the findings of this room.
package enum PublishingPages {
  /// One page for each code, in the order of the codes.
  package static let all: [Page] = writing + keeping + verifying

  private static let writing: [Page] = [
    Page(
      "PB001", "Không tạo được thư mục hoặc tệp",
      """
      Hệ thống không cho tạo thư mục hay tệp ở nơi đã chọn, thường vì tài khoản không có quyền \
      ghi, hoặc đĩa chỉ cho đọc. Chưa có gì bị thay đổi. Chọn nơi ghi khác bằng --output, hoặc \
      xin quyền ghi rồi chạy lại. Mã thoát 73.
      """),
    Page(
      "PB002", "Thư mục kết quả đang chứa tệp của người khác",
      """
      Chương trình chỉ thay một thư mục do chính nó lập, tức là thư mục có manifest.json mang tên \
      thidua. Thư mục này không có, nên được để nguyên. Chọn nơi ghi khác bằng --output. Nếu chắc \
      chắn muốn thay, thêm --force: các tệp đang có được giữ lại ở da-sua-tay. Mã thoát 73.
      """),
    Page(
      "PB003", "Nơi ghi đã có thứ khác",
      """
      Ở nơi phải là thư mục lại có một tệp hoặc một liên kết, hay ở nơi phải là tệp lại có một \
      thư mục. Chương trình không đi theo liên kết và không thay thứ nó không hiểu. Đổi tên thứ \
      đang có, hoặc chọn nơi ghi khác bằng --output. Mã thoát 73.
      """),
    Page(
      "PB004", "Ghi không xong",
      """
      Đĩa đầy, hết hạn mức hoặc đĩa hỏng trong khi ghi. Phần đã ghi dở được bỏ đi; thư mục kết quả \
      vẫn như trước lần chạy này. Giải phóng chỗ trên đĩa hoặc ghi sang đĩa khác rồi chạy lại. \
      Mã thoát 74.
      """),
    Page(
      "PB005", "Một lần chạy khác đang ghi",
      """
      Mỗi lúc chỉ một lần chạy được ghi vào một thư mục kết quả. Khóa tự mất khi lần chạy kia kết \
      thúc, kể cả khi nó bị tắt ngang; không phải xóa tệp nào. Chờ rồi chạy lại. Mã thoát 75.
      """),
    Page(
      "PB006", "Tên tệp không an toàn",
      """
      Một tên tệp dẫn ra ngoài thư mục kết quả, có ký tự điều khiển, trùng tên dành riêng \
      (manifest.json, da-sua-tay), hoặc được ghi hai lần. Đây là lỗi của chương trình, không phải của dữ liệu: báo cho \
      người phụ trách, kèm dòng lỗi. Mã thoát 70.
      """),
    Page(
      "PB007", "Danh mục không khớp với tệp đã ghi",
      """
      Trước khi công bố, chương trình so manifest.json với từng tệp đã ghi; hai bên khác nhau nên \
      không có gì được công bố. Đây là lỗi của chương trình: báo cho người phụ trách, kèm dòng \
      lỗi. Mã thoát 70.
      """),
    Page(
      "PB008", "Không đọc được tệp hoặc thư mục",
      """
      Tên gõ sai, tệp đã bị chuyển đi, không có quyền đọc, hoặc trong thư mục có tên tệp không \
      phải UTF-8. Kiểm tra tên và quyền rồi chạy lại. Mã thoát 66.
      """),
  ]

  private static let keeping: [Page] = [
    Page(
      "PB009", "Văn bản sửa tay được giữ lại",
      """
      Một văn bản của lần lập trước đã bị sửa bằng tay. Bản mới thay chỗ nó; bản sửa tay được giữ \
      nguyên ở da-sua-tay, cùng đường dẫn, thêm “(2)” nếu tên đã có. Đối chiếu hai bản, đưa chỗ \
      sửa vào dữ liệu hoặc vào mẫu, để lần sau không phải sửa lại.
      """),
    Page(
      "PB010", "Tệp đặt tay được giữ lại",
      """
      Trong thư mục kết quả có một tệp không do chương trình lập. Tệp được giữ ở da-sua-tay. Thư \
      mục kết quả được thay trọn vẹn sau mỗi lần lập, nên không phải chỗ để lưu tệp khác.
      """),
    Page(
      "PB011", "Thư mục được thay theo --force",
      """
      Thư mục không do chương trình lập đã được thay vì có --force. Mọi tệp có sẵn trong đó được \
      giữ ở da-sua-tay, không mất tệp nào.
      """),
    Page(
      "PB012", "Chưa dọn hết tệp tạm",
      """
      Kết quả đã được ghi trọn vẹn và có hiệu lực; chỉ còn thư mục cũ hay tệp tạm ẩn bên cạnh, tên \
      có chữ thidua, chưa xóa được. Lần chạy sau tự dọn.
      """),
  ]

  private static let verifying: [Page] = [
    Page(
      "PB013", "Không có danh mục đọc được",
      """
      Thư mục không có manifest.json, hoặc tệp ấy bị hỏng hay không do chương trình lập, nên không \
      có gì để đối chiếu. Kiểm tra lại tên thư mục (ví dụ output/2027-so-ket), hoặc lập lại.
      """),
    Page(
      "PB014", "Thiếu tệp",
      """
      Danh mục ghi một tệp mà trong thư mục không còn: đã bị xóa, đổi tên hoặc chuyển đi. Lập lại \
      để có đủ.
      """),
    Page(
      "PB015", "Tệp đã bị sửa sau khi lập",
      """
      Cỡ hoặc mã băm SHA-256 của tệp không còn như trong danh mục: tệp đã được mở và lưu lại, hoặc \
      bị hỏng khi chép. Nếu chỗ sửa là đúng, hãy sửa dữ liệu hoặc mẫu rồi lập lại; bản sửa tay \
      được giữ ở da-sua-tay.
      """),
    Page(
      "PB016", "Tệp không có trong danh mục",
      """
      Trong thư mục có tệp mà chương trình không lập. Chuyển tệp sang thư mục khác; nếu cứ để, lần \
      lập sau sẽ chuyển nó vào da-sua-tay.
      """),
    Page(
      "PB017", "Có liên kết trong thư mục kết quả",
      """
      Một tên trong thư mục là liên kết tượng trưng hoặc thiết bị, không phải tệp thường. Chương \
      trình không lập ra thứ đó và không đi theo nó. Xóa nó rồi lập lại.
      """),
    Page(
      "PB018", "Còn sót thẻ của mẫu",
      """
      Trong văn bản đã lập còn nhìn thấy dấu mở thẻ của mẫu như << hay «: thẻ bị gõ thiếu dấu \
      đóng, hoặc mẫu dùng dấu khác. Không phát hành văn bản này; sửa thẻ trong mẫu rồi lập lại.
      """),
    Page(
      "PB019", "Nơi ghi không có tên",
      """
      Đường dẫn nơi ghi kết thúc bằng “..”, bằng “.” hoặc bằng dấu gạch chéo, nên không rõ tên của \
      thư mục hay tệp cần ghi. Viết cả tên, ví dụ output/2027-so-ket. Mã thoát 73.
      """),
  ]
}
