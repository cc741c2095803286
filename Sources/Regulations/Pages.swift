package import Diagnostics
internal import Vocabulary

/// The pages behind the codes of this room, and the catalogue of rules.
package enum RegulationsPages {
  /// One page for each code, in the order of codes.
  package static let all: [Page] = (packs + law + results).sorted { $0.code < $1.code }

  /// One page for each rule of the program's own packs, in the order of ids.
  package static let rules: [Page] = rules(of: PackSet.embedded.value?.packs ?? [])

  private static let packs: [Page] = [
    Page(
      "RU001", "Gói quy định thiếu khóa",
      """
      Một gói là một tệp JSON cho một văn bản, có các khóa: ma, van_ban, ten, ngay, hieu_luc {tu, \
      den, den_vi}, da_kiem_tra, tham_so, quy_tac. Mỗi quy tắc có: ma, ten, can_cu [{dieu hoặc \
      muc, khoan, diem}], y, doi_tuong, dieu_kien, khi_khong_dat, cach_dat, do_tin_cay; có thể \
      thêm hinh_thuc, luu_y_khi, luu_y, ghi_chu, hieu_luc, don_vi_bo_sung [{du_kien, can, vi, \
      con_goi}]: khi thiếu dữ kiện thì đơn vị đề nghị nộp gì, vì sao; ap_dung_khi: điều kiện để quy \
      tắc được xét; tac_dung: quyet_dinh (mặc định) hoặc canh_bao (chỉ nhắc). Gói có thể thêm \
      khong_xet [{ma, ten, can_cu, y, vi, do_tin_cay}] và loai: van_ban (mặc định), noi_bo (quy định \
      của cơ quan, căn cứ lấy từ quy-dinh.json) hoặc de_xuat (chỉ nhắc); quy tắc của hai loại sau \
      không có can_cu. Mỗi tham số có: ma, can_cu, y, gia_tri, \
      do_tin_cay; có thể thêm hinh_thuc, doi_tuong, hieu_luc.
      """),
    Page(
      "RU002", "Giá trị trong gói quy định không đúng kiểu",
      """
      Ngày viết năm-tháng-ngày; “den” là ngày đầu tiên không còn hiệu lực và phải kèm den_vi nói \
      vì sao; căn cứ phải nêu điều (hoặc mục, đối với kế hoạch), có điểm thì phải có khoản. Không \
      được tự đặt số điều. do_tin_cay là một trong: da_doi_chieu (đã đọc văn bản gốc), trich_dan \
      (đọc bài trích nguyên văn), theo_mau (văn bản của tỉnh khác hoặc đã bị thay thế), \
      chua_doi_chieu.
      """),
    Page(
      "RU003", "Khóa lạ trong gói quy định",
      "Thường do gõ sai tên khóa. Trang RU001 nêu các khóa của một gói."),
    Page(
      "RU004", "Không đọc được điều kiện",
      """
      Điều kiện dùng chung cách viết với mẫu văn bản: và, hoặc, không, để trống, có trong, các \
      phép so sánh = ≠ < ≤ > ≥ và phép tính + − × ÷. Ví dụ: gương mẫu chấp hành và số đồng ý × 2 \
      > số có mặt.
      """),
    Page(
      "RU005", "Điều kiện đọc một tên không phải dữ kiện",
      """
      Điều kiện chỉ được đọc các dữ kiện mà chương trình tính từ hồ sơ, và tham số trong cùng gói. \
      Các dữ kiện: \(FactName.allCases.map(\.label).joined(separator: "; ")).
      """),
    Page(
      "RU006", "Hai văn bản cùng quy định một quy tắc trong một thời gian",
      """
      Mỗi ngày chỉ có một lời văn của một quy tắc hoặc một tham số. Khi có văn bản mới, ghi “den” \
      của văn bản cũ là ngày văn bản mới có hiệu lực.
      """),
    Page(
      "RU040", "Hai tệp của một gói quy định",
      """
      Trong thư mục nêu ở --regulations có hai tệp cùng khóa ma. Chương trình không chọn hộ: giữ \
      lại tệp đúng. Gói cùng ma với gói có sẵn thì thay gói có sẵn.
      """),
    Page(
      "RU007", "Trùng mã trong một gói",
      "Hai dòng cùng mã, cùng đối tượng, cùng thời gian. Giữ một dòng hoặc tách thời gian."),
  ]

  private static let law: [Page] = [
    Page(
      "RU020", "Ngày trước văn bản đầu tiên",
      """
      Luật áp dụng chọn theo ngay_nhan_ho_so; mức lương cơ sở chọn theo ngày của quyết định. Trước \
      ngày đầu tiên có trong các gói, chương trình không đoán mà dừng lại. Thường là gõ nhầm năm.
      """),
    Page(
      "RU021", "Văn bản đã hết hiệu lực hoặc đã sửa đổi",
      """
      Sau ngày cuối của văn bản mà chưa có văn bản thay thế trong các gói, quy tắc vẫn áp dụng \
      theo lời văn cuối cùng đã biết, nhưng được coi là chưa đối chiếu. Người thẩm định phải đối \
      chiếu văn bản đang có hiệu lực.
      """),
    Page(
      "RU022", "Ngày sau lần đối chiếu cuối cùng",
      """
      Giá trị như mức lương cơ sở có thể đã thay đổi sau ngày da_kiem_tra của gói. Kiểm tra rồi \
      ghi ngày kiểm tra mới, hoặc thêm gói của văn bản mới.
      """),
    Page(
      "RU023", "Điều kiện không hợp với dữ kiện",
      "Điều kiện so sánh hai thứ khác loại, ví dụ số với chữ. Đây là lỗi của gói quy định."),
    Page(
      "RU024", "Văn bản có tên người chưa đạt",
      """
      Tờ trình, quyết định chỉ được có những đề nghị đạt mọi quy tắc. Người không đạt hoặc còn \
      thiếu dữ kiện phải bỏ khỏi de_nghi của dòng văn bản cho đến khi hồ sơ được bổ sung.
      """),
    Page(
      "RU025", "Chưa có giá trị trong các gói quy định",
      """
      Hệ số tiền thưởng của hình thức này chưa đọc được hoặc các nguồn nói khác nhau, nên chương \
      trình không tự điền.
      """),
    Page(
      "RU026", "Không tính được tiền thưởng",
      "Hệ số, mức lương cơ sở hoặc mức làm tròn trong gói không phải là số dùng được."),
    Page(
      "RU027", "Văn bản có tên người mà Hội đồng chưa thông qua",
      """
      Khi Hội đồng đã họp (có phiên trong hoi-dong.json), tờ trình và quyết định chỉ được có những \
      đề nghị có kết quả biểu quyết trong bo-phieu.json và đủ tỷ lệ đồng ý. Tỷ lệ tính trên tổng \
      số thành viên, gồm cả ý kiến bằng văn bản của người vắng.
      """),
    Page(
      "RU028", "Chưa có tỷ lệ thông qua của cơ quan",
      """
      Luật không nêu tỷ lệ phiếu cho Giấy khen, Bằng khen. Khi “ty_le_thong_qua” ở “hoi_dong” của \
      quy-dinh.json không có hình thức ấy, ai được quá nửa tổng số thành viên Hội đồng đồng ý thì coi \
      là được thông qua. Cơ quan có quy chế Hội đồng nêu tỷ lệ thì ghi vào; không có thì để nguyên.
      """),
    Page(
      "RU029", "Đạt nhưng không có trong quyết định",
      """
      Người này đạt mọi quy tắc và được Hội đồng thông qua, còn quyết định cùng hình thức thì không \
      có tên. Có thể bị sót khi chép danh sách.
      """),
  ]

  private static let results: [Page] = [
    Page(
      "RU030", "Đạt",
      "Mọi quy tắc áp dụng cho đối tượng đều đạt. Căn cứ và giá trị đã xét nằm ở phiếu thẩm định."),
    Page(
      "RU031", "Không đạt",
      """
      Đây là kết quả thẩm định, không phải lỗi dữ liệu. Thông báo nêu quy tắc, căn cứ, giá trị đã \
      xét, mức tin cậy của quy tắc; phần trợ giúp nêu điều gì làm thay đổi kết quả.
      """),
    Page(
      "RU032", "Chưa đủ dữ kiện",
      """
      Thiếu dữ kiện không bao giờ là bị loại. Thông báo nêu dữ kiện, tệp và chỗ ghi. Không có thì \
      ghi [] hoặc false; chưa biết thì để null.
      """),
    Page(
      "RU033", "Điểm cần người xem xét",
      "Quy tắc đạt nhưng có điểm mà Hội đồng hoặc người thẩm định cần tự cân nhắc."),
    Page(
      "RU034", "Cần xem xét",
      """
      Quy tắc này chỉ nhắc (tac_dung là canh_bao): nó không làm thay đổi kết quả của đề nghị. Người \
      thẩm định hoặc Hội đồng xem, quyết định và ghi lý do vào phiếu thẩm định hoặc biên bản.
      """),
    Page(
      "RU035", "Thứ tự để Hội đồng chọn",
      """
      Số đề nghị đạt nhiều hơn số lượng mà quy-dinh.json đặt. Chương trình xếp theo phiếu của Hội \
      đồng, rồi theo uu_tien_khi_bang_nhau, và không tự loại ai; Hội đồng chọn.
      """),
    Page(
      "RU036", "Chưa xem được một quy tắc chỉ nhắc",
      """
      Thiếu dữ kiện để xem một quy tắc chỉ nhắc. Kết quả của đề nghị không phụ thuộc vào quy tắc này; \
      bổ sung thì lần chạy sau mới nhắc được.
      """),
    Page(
      "RU037", "Có thể là một người dưới hai mã",
      """
      Hai mã có cùng họ tên khi bỏ dấu, hoặc cùng ngày sinh và họ tên gần giống nhau. Nếu là một \
      người thì lịch sử khen thưởng bị chia đôi và R07, R08 không thấy. Chương trình không tự gộp; \
      hai ngày sinh khác nhau thì coi là hai người.
      """),
    Page(
      "RU038", "Quy định nội bộ chưa nêu căn cứ",
      """
      quy-dinh.json đặt một con số nhưng can_cu để trống. Quy tắc vẫn áp dụng, và phiếu thẩm định ghi \
      rõ là quy định nội bộ chưa nêu căn cứ.
      """),
    Page(
      "RU039", "Một đề nghị được biểu quyết ở hai phiên họp",
      """
      Hội đồng biểu quyết lại thì kết quả của phiên họp sau thay kết quả của phiên trước; biên bản \
      của phiên trước vẫn in kết quả của phiên ấy. Nếu phiên sau chỉ nhắc lại mà không bỏ phiếu thì bỏ \
      dòng ấy khỏi kết quả của phiên sau trong bo-phieu.json.
      """),
  ]
}
