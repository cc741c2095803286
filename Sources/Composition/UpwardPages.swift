internal import Diagnostics

extension CompositionPages {
  /// What is proposed to the body over the office, what comes back from it, and the steps.
  static let upward: [Page] = [
    Page(
      "CO080", "chưa biết cấp trên để trình",
      """
      Tờ trình đề nghị Bằng khen, Cờ thi đua gửi cấp trên của cơ quan. Nơi gửi, người quyết định và \
      cơ quan thẩm định lấy từ “cap_tren” của co-quan.json; chương trình không tự đặt.
      Thêm, ví dụ: "cap_tren": { "kinh_gui": ["Chủ tịch UBND tỉnh Sơn La", "Sở Nội vụ tỉnh Sơn La"], \
      "nguoi_dung_dau": "Chủ tịch UBND tỉnh", "co_quan_tham_dinh": "Sở Nội vụ", \
      "tham_quyen": "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA" }.
      """),
    Page(
      "CO081", "tờ trình có tên người được đề nghị hình thức khác",
      """
      to-trinh-bang-khen chỉ trình Bằng khen của Chủ tịch UBND tỉnh; to-trinh-cap-tren trình Cờ thi \
      đua và Bằng khen của Thủ tướng Chính phủ; to-trinh-giay-khen trình Giấy khen. Danh sách có \
      hình thức khác thì câu đề nghị sẽ sai, nên không soạn.
      Chuyển mã đề nghị sang dòng của văn bản đúng hình thức, hoặc sửa “hinh_thuc” ở de-nghi.json.
      """),
    Page(
      "CO082", "một tờ trình cấp trên gồm nhiều hình thức",
      """
      Mỗi hình thức do một cấp quyết định và có câu đề nghị riêng, nên mỗi hình thức một tờ trình.
      Tách dòng trong van-ban.json: mỗi dòng một “ma”, một hình thức, “so” và “ngay” riêng.
      """),
    Page(
      "CO083", "câu thành tích để tặng Bằng khen nêu phong trào của Văn phòng",
      """
      Bằng khen của Chủ tịch UBND tỉnh cho cá nhân dựa trên phong trào do tỉnh phát động, nên câu \
      thành tích nêu phong trào ấy. Câu ở đây có tên Văn phòng, thường là chép từ câu của Giấy khen. \
      Văn bản vẫn được soạn đúng như dữ liệu ghi.
      Sửa “bang_khen_tinh” ở “cau_thanh_tich” của dot.json, hoặc câu riêng của đề nghị. Nếu tên Văn \
      phòng không chỉ phong trào thì giữ nguyên.
      """),
    Page(
      "CO084", "quyết định của cấp trên chưa đủ để lập Bằng khen",
      """
      Khi "in_bang_khen" của quy-dinh.json là true, Bằng khen được lập theo quyết định của cấp trên: \
      số, ngày, người ký và các dòng trên chữ ký của quyết định ấy. Thiếu một điều thì không lập. \
      Chỗ ký và số sổ vàng luôn để trống.
      Ghi vào dòng "ben_ngoai": true của van-ban.json, ví dụ "so": "2650/QĐ-UBND", \
      "ngay": "2027-11-24", "nguoi_ky_quyen_han": ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], \
      "nguoi_ky_ten": "…".
      """),
    Page(
      "CO085", "một bước của hồ sơ còn thiếu dữ liệu",
      """
      Với --stage, chương trình chỉ nêu những gì bước ấy cần: đề nghị và bình xét (de-nghi), ngày \
      nhận hồ sơ và dữ kiện (tham-dinh), phiên họp và phiếu (hoi-dong), tờ trình (trinh), quyết định \
      (quyet-dinh). Văn bản của bước vẫn được lập với những gì đã có.
      """),
    Page(
      "CO086", "đợt phát động không chia bước",
      """
      Các bước đề nghị, thẩm định, họp Hội đồng, trình, quyết định chỉ có ở đợt xét hằng năm, sơ kết \
      và tổng kết.
      """),
  ]
}
