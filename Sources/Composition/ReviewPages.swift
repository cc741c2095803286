internal import Diagnostics

extension CompositionPages {
  /// What the papers of a review are about.
  static let review: [Page] = [
    Page(
      "CO030", "văn bản chưa có danh sách đề nghị",
      """
      Tờ trình và quyết định lấy danh sách ở khóa “de_nghi” của dòng tương ứng trong van-ban.json. \
      Chương trình không tự chọn ai vào danh sách: người lập hồ sơ ghi mã các đề nghị đã đạt và đã \
      được Hội đồng thông qua, theo thứ tự in. Khi Hội đồng đã họp, phần trợ giúp nêu sẵn danh sách \
      theo thứ tự tên của cơ quan để xem lại rồi chép.
      """),
    Page(
      "CO031", "danh sách xen kẽ tập thể và cá nhân",
      """
      Danh sách in theo hai khối, và số thứ tự trong danh sách là số sổ vàng trên Giấy khen. Khi \
      “de_nghi” xen kẽ hai khối, thứ tự in khác thứ tự ghi.
      Xếp lại “de_nghi”; nếu muốn cá nhân trước thì đặt “tap_the_truoc” của quy-dinh.json là false.
      """),
    Page(
      "CO032", "chưa biết người ký của cơ quan",
      """
      Dòng văn bản không ghi “nguoi_ky” và co-quan.json không có người đứng đầu ký được vào ngày ấy.
      """),
    Page(
      "CO033", "chưa có ngày để tính tiền thưởng",
      """
      Mức lương cơ sở chọn theo ngày của quyết định. Khi chưa có ngày ấy, chương trình tạm lấy ngày \
      của chính văn bản, ngày hội nghị rồi hạn nộp hồ sơ; ở đây cả ba đều chưa có.
      """),
    Page(
      "CO034", "căn cứ pháp lý chưa đối chiếu bản gốc",
      """
      Căn cứ được in theo gói quy định, nhưng số, ngày hoặc tên của văn bản ấy mới biết qua nguồn \
      thuật lại. Văn bản trình ký không nói gì về điều này, nên người soạn phải đối chiếu.
      """),
    Page(
      "CO035", "căn cứ thiếu số, ngày, cơ quan hoặc trích yếu",
      """
      Dòng căn cứ phải đủ tên loại, số, ký hiệu, cơ quan, ngày và trích yếu. Dòng còn thiếu thì \
      không in, thay vì in nửa chừng.
      Ghi đủ ở co-quan.json, phong-trao.json hoặc “can_cu_them” của dot.json.
      """),
    Page(
      "CO036", "chưa có câu thành tích",
      """
      Quyết định và Giấy khen ghi câu thành tích, ví dụ “Đã có thành tích trong Phong trào thi đua \
      …”. Câu chung của đợt ở “cau_thanh_tich” của dot.json; câu riêng ở “cau_thanh_tich” của đề \
      nghị, bắt đầu bằng “Đã có thành tích …” và không có dấu chấm ở cuối. Chương trình không tự \
      đặt câu.
      """),
    Page(
      "CO037", "quyết định đề ngày trước tờ trình",
      "Quyết định viện dẫn tờ trình nên không thể ban hành trước tờ trình. Thường là gõ nhầm ngày."),
    Page(
      "CO040", "danh sách đề nghị của đơn vị bỏ qua một số đề nghị",
      """
      Danh sách trích ngang kèm biên bản bình xét chỉ ghi tập thể, cá nhân đã được cuộc họp của \
      đơn vị bình xét và đạt mọi điều kiện. Đề nghị không đạt, chưa đủ dữ kiện hoặc chưa được \
      bình xét không có trong danh sách; đơn vị không còn ai thì không có danh sách.
      Xem phiếu thẩm định để biết vì sao. Bổ sung đủ dữ kiện rồi lập lại thì đề nghị được đưa vào.
      """),
    Page(
      "CO041", "chưa biết năm sinh của người được đề nghị",
      """
      Danh sách trích ngang có cột năm sinh, chia nam và nữ. Người chưa có “ngay_sinh” trong \
      nhan-su.json thì ô để trống, phải điền tay.
      Ghi “ngay_sinh” rồi lập lại.
      """),
    Page(
      "CO042", "chưa biết hạn bổ sung hồ sơ",
      """
      Phiếu đề nghị bổ sung ghi hạn lấy từ “han_bo_sung” của lần trả lại gần nhất ở “tra_lai” \
      trong ket-qua.json. Chưa có thì hạn để trống, phải điền tay.
      Thêm dòng trả lại hồ sơ, hoặc ghi “han_bo_sung”.
      """),
    Page(
      "CO043", "hồ sơ thiếu dữ kiện mà đơn vị không nộp được",
      """
      Phiếu đề nghị bổ sung chỉ hỏi những gì đơn vị nộp được. Dữ kiện do Văn phòng giữ (ngày nhận \
      hồ sơ, sổ khen thưởng, phong trào …) không ghi vào phiếu; phiếu thẩm định vẫn nêu. Hồ sơ chỉ \
      thiếu dữ kiện loại này thì không có trong phiếu.
      Phòng tham mưu ghi dữ kiện ấy vào tệp nêu trong thông báo.
      """),
    Page(
      "CO044", "đề nghị chưa có tóm tắt thành tích",
      """
      Cột “Tóm tắt thành tích” của danh sách trích ngang lấy từ “tom_tat” trong de-nghi.json. \
      Chưa có thì ô để trống.
      Ghi một câu ngắn nêu kết quả chính, có số liệu.
      """),
    Page(
      "CO051", "chữ trên Giấy khen quá dài",
      """
      Giấy khen chỉ có một trang. Chương trình tự giảm cỡ chữ rồi ngắt dòng: tên của cá nhân một \
      dòng, tên của tập thể và chức vụ, đơn vị không quá hai dòng, câu thành tích không quá ba \
      dòng. Ở đây chữ nhỏ nhất cũng không đủ chỗ, nên không lập để khỏi tràn sang trang sau.
      Rút ngắn chỗ mà thông báo nêu, ít nhất bằng số ký tự đã ghi (tính cả dấu cách).
      """),
    Page(
      "CO060", "có trường hợp không nhận tiền thưởng ở cơ quan",
      """
      Danh sách nhận tiền thưởng chỉ có Giấy khen do người đứng đầu cơ quan tặng. Tiền thưởng kèm \
      theo Bằng khen và các hình thức của cấp trên do quỹ của cấp ấy chi.
      Nếu trường hợp ấy đúng ra là Giấy khen, sửa “hinh_thuc” ở de-nghi.json.
      """),
    Page(
      "CO061", "chưa biết kế toán của cơ quan",
      """
      Danh sách nhận tiền thưởng có chữ ký của kế toán. “ke_toan” của co-quan.json còn trống thì \
      danh sách vẫn được soạn, dưới chữ ký kế toán không in tên.
      """),
    Page(
      "CO062", "chưa biết ai ký nhận tiền thưởng của tập thể",
      """
      Tiền thưởng của tập thể do người đứng đầu ký nhận (“truong” trong don-vi.json). Chưa ghi \
      người đứng đầu, hoặc người ấy đã thôi làm việc vào ngày quyết định, thì danh sách không nêu \
      tên người ký nhận.
      """),
    Page(
      "CO063", "quyết định chưa có số hoặc ngày nên chưa vào sổ",
      """
      Sổ khen thưởng ghi số và ngày của quyết định. Quyết định còn là dự thảo thì chưa có lần khen \
      nào để vào sổ, và cũng chưa có dòng đề xuất.
      Khi văn thư cấp số và ngày, ghi vào van-ban.json rồi chạy lại.
      """),
    Page(
      "CO064", "chưa có sổ khen thưởng",
      """
      Sổ in ra là sổ nối nhiều năm: các dòng của so-khen-thuong.json trước, các lần khen của đợt \
      này sau. Chưa có tệp ấy thì sổ chỉ có các lần khen của đợt này.
      Chép sổ giấy đang giữ vào so-khen-thuong.json theo mẫu trong Samples/chung.
      """),
    Page(
      "CO065", "có dòng đề xuất ghi vào sổ khen thưởng",
      """
      Chương trình không tự sửa sổ. Các lần khen theo quyết định đã có số và ngày mà sổ chưa có \
      được ghi ra so-khen-thuong.them.json, đúng hình thức của so-khen-thuong.json.
      Kiểm tra từng dòng, điền chỗ còn null nếu biết, rồi chép vào cuối danh sách “khen_thuong” \
      của so-khen-thuong.json. Lần chạy sau, dòng đã có trong sổ (cùng số, ngày quyết định và \
      người được khen) không được đề xuất nữa.
      """),
    Page(
      "CO066", "dòng đề xuất vào sổ còn chỗ chưa biết",
      """
      Dòng của sổ có những khóa mà dữ liệu của đợt không ghi, chẳng hạn nguồn tiền thưởng; \
      ngày trao chưa có cho đến khi ghi vào ket-qua.json. Chương trình để null, không đoán.
      Ghi các khóa ấy vào dữ liệu của đợt, hoặc ghi thẳng khi chép dòng vào sổ.
      """),
  ]
}
