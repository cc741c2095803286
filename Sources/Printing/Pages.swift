package import Diagnostics

/// The pages behind the codes of this room.
package enum PrintingPages {
  /// One page a code.
  package static let all = [
    Page(
      "PR001", "không tìm thấy LibreOffice",
      "Bản PDF do LibreOffice lập từ bản ODT. Chương trình tìm soffice trong PATH. Trên Debian, Ubuntu:"
        + " sudo apt-get install libreoffice-writer-nogui fonts-liberation2. DOCX và ODT không cần"
        + " LibreOffice."),
    Page(
      "PR002", "thiếu phông chữ cho bản PDF",
      "Văn bản dùng Times New Roman. Máy không có phông này thì dùng Liberation Serif từ bản 2, có cùng"
        + " bề rộng chữ nên xuống dòng, sang trang y như vậy và đủ chữ tiếng Việt; bản 1 thiếu nhiều"
        + " chữ. Cài gói fonts-liberation2."),
    Page(
      "PR003", "LibreOffice chạy quá lâu",
      "Mỗi lần chạy LibreOffice có giới hạn thời gian; quá hạn thì LibreOffice và mọi tiến trình của nó"
        + " bị dừng, thư mục kết quả giữ nguyên. Thường do máy đang bận: chạy lại."),
    Page(
      "PR004", "LibreOffice không lập được bản PDF",
      "LibreOffice đã kết thúc nhưng không có tệp PDF của văn bản được nêu, dù nó báo thành công hay"
        + " không. Thư mục kết quả giữ nguyên. Chạy lại; nếu vẫn vậy, mở bản ODT ấy bằng LibreOffice."
    ),
    Page(
      "PR005", "bản PDF không đọc được",
      "Tệp mà LibreOffice lập không phải PDF, hoặc ở dạng mà chương trình chưa biết, nên không kiểm"
        + " tra được số trang và phông chữ. Chưa ghi gì."),
    Page(
      "PR006", "không chạy được LibreOffice",
      "Hệ thống từ chối khởi động LibreOffice, thường vì hết bộ nhớ hoặc cài đặt hỏng."),
  ]
}
