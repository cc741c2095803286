internal import Diagnostics

extension CompositionPages {
  /// What the papers of meetings and the letter before them are about.
  static let meetings: [Page] = [
    Page(
      "CO070", "dòng của biên bản không khớp cuộc họp",
      """
      Biên bản không có dòng địa danh, ngày tháng: ngày in trong biên bản là ngày họp, người ký là \
      người chủ trì và thư ký của cuộc họp (binh-xet.json, hoi-dong.json). Dòng của biên bản trong \
      van-ban.json ghi ngày hoặc người ký khác thì thường một trong hai nơi bị gõ nhầm.
      """),
    Page(
      "CO071", "cuộc họp chưa đủ giờ, địa điểm hoặc ý kiến",
      """
      Biên bản nêu giờ bắt đầu, giờ kết thúc, địa điểm và ý kiến thảo luận. Điều chưa biết được để \
      thành chỗ chấm để ghi tay, và biên bản còn là dự thảo. Không ai phát biểu thì ghi “y_kien” là \
      danh sách trống.
      """),
    Page(
      "CO072", "người chủ trì, thư ký hoặc kiểm phiếu không có mặt",
      """
      Người chủ trì, thư ký, ban kiểm phiếu ký biên bản nên phải có mặt ở cuộc họp. Chương trình \
      không soạn hồ sơ khi dữ liệu nói ngược lại.
      Sửa người ấy, hoặc sửa danh sách “co_mat”, “vang”.
      """),
    Page(
      "CO073", "thành phần dự họp chưa khớp",
      """
      Số người vắng phải bằng số người được nêu tên, lý do; mỗi thành viên Hội đồng hoặc có mặt hoặc \
      vắng mặt. Biên bản in đúng con số đã ghi, nên cần sửa dữ liệu trước khi ký.
      """),
    Page(
      "CO074", "đơn vị không thống nhất mà vẫn có đề nghị",
      """
      Ở cuộc họp bình xét, số người đồng ý không nhiều hơn số người không đồng ý, nên phần kết luận \
      của biên bản không nêu đề nghị này, nhưng de-nghi.json vẫn có.
      Rút đề nghị (“trang_thai”: “rut”) hoặc sửa số phiếu theo biên bản gốc.
      """),
    Page(
      "CO075", "chưa biết kết quả hoặc ban kiểm phiếu của phiên họp",
      """
      Bảng kết quả trong biên bản Hội đồng và biên bản kiểm phiếu lấy số phiếu từ bo-phieu.json, \
      người kiểm phiếu từ “ban_kiem_phieu” của phiên họp. Chưa có thì phần ấy, hoặc biên bản ấy, \
      chưa được soạn.
      """),
    Page(
      "CO076", "cuộc họp đứng sau văn bản hoặc cuộc họp dựa vào nó",
      """
      Đơn vị bình xét trước, Hội đồng họp sau, rồi mới có tờ trình. Ngày ghi trong dữ liệu nói ngược \
      lại, thường do gõ nhầm tháng hoặc năm.
      Đối chiếu với biên bản gốc rồi sửa ngày sai.
      """),
    Page(
      "CO077", "công văn hướng dẫn chưa có hạn nộp hoặc thời gian tính thành tích",
      """
      Công văn nêu thời gian tính thành tích (“tinh_tu_ngay”, “tinh_den_ngay”) và hạn nộp hồ sơ \
      (“han_nop”) của dot.json. Điều chưa biết thì câu ấy không được in.
      """),
    Page(
      "CO078", "công văn hướng dẫn đề ngày sau hạn nộp hồ sơ",
      """
      Đơn vị không thể nộp hồ sơ trước khi có công văn. Thường do gõ nhầm ngày công văn trong \
      van-ban.json, hoặc “han_nop” trong dot.json còn là của đợt trước.
      """),
  ]
}
