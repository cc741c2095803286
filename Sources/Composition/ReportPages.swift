internal import Diagnostics

extension CompositionPages {
  /// What the reports of a review are about.
  static let reports: [Page] = [
    Page(
      "CO090", "báo cáo thành tích để trống dòng lý lịch",
      """
      Phần sơ lược lý lịch lấy từ nhan-su.json: ngày sinh, dân tộc, quê quán, nơi thường trú, trình \
      độ. Dòng chưa biết vẫn in nhãn, phía sau để trống để điền tay. Số điện thoại luôn để trống, \
      chương trình không hỏi.
      Ghi các khóa mà thông báo nêu rồi chạy lại.
      """),
    Page(
      "CO091", "báo cáo thành tích thiếu một phần",
      """
      Phần nào chưa có dữ kiện thì không in, thay vì in một câu rỗng; các phần còn lại được đánh số \
      liền nhau. Biết là không có sáng kiến thì ghi "sang_kien": [] và báo cáo in “Chưa có”.
      Ghi dữ kiện vào tệp mà thông báo nêu.
      """),
    Page(
      "CO092", "báo cáo thành tích không in lời cam đoan",
      """
      Người báo cáo cam đoan không trong thời gian xem xét kỷ luật, điều tra, thanh tra, kiểm tra \
      hoặc có đơn thư đang được xác minh. su-viec.json ghi một sự việc như vậy chưa kết thúc vào \
      ngày báo cáo, nên lời cam đoan không được in sẵn.
      Ghi “den_ngay” và “ket_luan” khi sự việc kết thúc, hoặc xem lại đề nghị.
      """),
    Page(
      "CO093", "chưa biết dân tộc của người trong tập thể",
      """
      Báo cáo thành tích của tập thể nêu số người dân tộc thiểu số. Còn một người chưa biết dân tộc \
      thì số ấy không chắc đúng, nên cả cụm từ không được in.
      Ghi “dan_toc” của những người mà thông báo nêu.
      """),
    Page(
      "CO095", "phòng, đơn vị chưa có báo cáo kết quả",
      """
      Mỗi phòng, đơn vị có một dòng trong bao-cao-don-vi.json. Đơn vị chưa có dòng thì không có báo \
      cáo, không được tính vào số đơn vị đã báo cáo, và được nêu tên trong phụ lục của báo cáo sơ \
      kết, tổng kết.
      Đôn đốc đơn vị rồi nhập báo cáo.
      """),
    Page(
      "CO096", "Lãnh đạo Văn phòng không lập báo cáo đơn vị",
      """
      Báo cáo đơn vị gửi Lãnh đạo Văn phòng, nên dòng của Lãnh đạo Văn phòng (loại “lanh_dao”) bị bỏ \
      qua và không tính vào số đơn vị.
      Bỏ dòng đó, hoặc sửa “don_vi” nếu ghi nhầm.
      """),
    Page(
      "CO097", "một nội dung thi đua chưa có kết quả",
      """
      Báo cáo nêu kết quả theo từng nội dung của phong trào. Nội dung chưa có kết quả thì không in, \
      các mục sau được đánh số liền nhau.
      Hỏi lại đơn vị; có kết quả thì thêm vào “ket_qua”.
      """),
    Page(
      "CO098", "chưa có kết quả của một chỉ tiêu",
      """
      Bảng chỉ tiêu chỉ có những dòng đã biết kết quả; không in số 0 hay dấu chấm thay cho số chưa \
      biết.
      Ghi kết quả của chỉ tiêu vào “chi_tieu” của đơn vị.
      """),
    Page(
      "CO099", "chỉ tiêu chưa có mục tiêu của năm",
      """
      Kết quả được so với mục tiêu của năm cuối trong thời gian tính thành tích, theo chiều tăng hoặc \
      giảm của chỉ tiêu. Năm ấy chưa có mục tiêu thì lấy mục tiêu gần nhất trước đó và in rõ năm; \
      không có mục tiêu nào thì dòng ấy không in.
      Ghi mục tiêu của năm vào “muc_tieu” trong phong-trao.json.
      """),
    Page(
      "CO100", "báo cáo của đơn vị thiếu một phần",
      """
      Khóa không có hoặc null nghĩa là chưa biết, nên phần ấy không in. Biết là không có thì ghi danh \
      sách trống [], và báo cáo in “Chưa có” hoặc “Không có”.
      """),
    Page(
      "CO101", "chưa biết đơn vị nào có kế hoạch triển khai",
      """
      Số phòng, đơn vị có kế hoạch lấy từ ke-hoach-don-vi.json. Đợt xét không có tệp ấy thì câu nêu \
      số đơn vị có kế hoạch không được in.
      Chép tệp từ thư mục của đợt phát động sang.
      """),
    Page(
      "CO102", "chưa biết số, ngày Kế hoạch phát động",
      """
      Báo cáo viện dẫn Kế hoạch phát động của Văn phòng. Chưa đủ số và ngày thì câu viện dẫn chỉ nêu \
      tên, không in nửa chừng.
      Ghi số (cả ký hiệu) và ngày ở tầng “van_phong” của phong-trao.json.
      """),
    Page(
      "CO103", "chưa có phần nhận định của báo cáo",
      """
      Số liệu do chương trình tính, nhận định do người viết: lãnh đạo, chỉ đạo; kiểm tra; ưu điểm, hạn \
      chế, nguyên nhân, bài học; nhiệm vụ; kiến nghị. Chưa có bao-cao.json thì báo cáo không có các \
      phần ấy.
      Ghi bao-cao.json theo Samples/schemas/bao-cao.schema.json.
      """),
    Page(
      "CO104", "chưa có sổ khen thưởng để tính",
      """
      Phần khen thưởng của báo cáo tính từ sổ khen thưởng và các quyết định có số, ngày của đợt. Chưa \
      có sổ thì không biết cả giai đoạn có bao nhiêu lần khen, nên không in phần ấy.
      """),
    Page(
      "CO105", "chưa biết dân tộc của người được khen",
      """
      Còn một người chưa biết dân tộc thì số người dân tộc thiểu số được khen không chắc đúng, nên \
      không in.
      Ghi “dan_toc” của những người mà thông báo nêu.
      """),
    Page(
      "CO106", "chưa biết lần khen có sáng kiến hay không",
      """
      “sang_kien” của một lần khen để null là chưa biết, [] là không có. Còn một lần chưa biết thì số \
      cá nhân có sáng kiến không được in.
      """),
    Page(
      "CO107", "đơn vị chưa ghi hoạt động tuyên truyền",
      """
      Tổng số hoạt động tuyên truyền cộng từ mọi báo cáo đơn vị. Còn một đơn vị chưa ghi thì tổng \
      không đúng, nên không in.
      Ghi “tuyen_truyen” của đơn vị; không có thì ghi [].
      """),
    Page(
      "CO108", "chưa biết có kiểm tra hay không",
      """
      “kiem_tra” trong bao-cao.json để null là chưa biết, [] là không có cuộc nào. Chưa biết thì báo \
      cáo không có phần kiểm tra, giám sát.
      """),
  ]
}
