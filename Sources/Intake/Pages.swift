package import Diagnostics

/// The pages behind the codes of this room.
package enum IntakePages {
  /// One page for each code, in the order of codes.
  package static let all: [Page] = (values + structure + texts + ids + files + review)
    .sorted { $0.code < $1.code }

  private static let values: [Page] = [
    Page(
      "IN001", "Giá trị không phải là ngày",
      """
      Ngày trong các tệp luôn viết theo dạng năm-tháng-ngày, đủ chữ số, đặt trong ngoặc kép: \
      "2027-10-05". Cách viết 5/10/2027 bị từ chối vì không chắc đâu là ngày, đâu là tháng. Trong \
      văn bản in ra, chương trình tự đổi sang cách viết của Nghị định 30/2020/NĐ-CP.
      """),
    Page(
      "IN002", "Không có ngày này trong lịch",
      """
      Giá trị viết đúng dạng nhưng không có ngày đó, ví dụ 2027-02-30 hoặc 2027-02-29 (năm 2027 \
      không nhuận). Đối chiếu với giấy tờ gốc; đừng sửa thành một ngày gần đúng.
      """),
    Page(
      "IN006", "Giá trị nằm ngoài danh sách cho phép",
      """
      Một số khóa chỉ nhận những từ viết sẵn, không dấu, ví dụ "hinh_thuc": "giay_khen". Phần trợ \
      giúp của thông báo nêu từ gần nhất và toàn bộ các từ được dùng.
      """),
    Page(
      "IN007", "Giá trị viết không đúng dạng",
      """
      Giờ viết "08:00"; phân số viết "2/3"; số La Mã viết "IV"; mã chỉ gồm chữ không dấu, số và \
      các dấu - _ . ; số đếm là số nguyên; tỷ lệ có tối đa hai chữ số sau dấu chấm (97.5, không \
      phải 97,5).
      """),
    Page(
      "IN008", "Đoạn chữ để trống",
      """
      Chuỗi rỗng hoặc chỉ có khoảng trắng không nói được là “không có” hay “chưa biết”. Chưa biết \
      thì để null hoặc bỏ khóa; biết là không có thì dùng danh sách trống [] hoặc false.
      """),
    Page(
      "IN010", "Số nằm ngoài khoảng cho phép",
      """
      Số lượng không âm; phần trăm đóng góp từ 1 đến 100; năm từ 1945 đến 2100. Thường là do gõ \
      thừa hoặc thiếu một chữ số.
      """),
    Page(
      "IN013", "Khoảng thời gian kết thúc trước khi bắt đầu",
      """
      Hai đầu của khoảng thời gian (tu_ngay và den_ngay, tu_nam và den_nam, bat_dau và ket_thuc) \
      đều được tính vào khoảng. Đầu cuối chưa biết thì để null: nghĩa là còn tiếp diễn.
      """),
    Page(
      "IN014", "Khóa phải là một năm",
      """
      Bảng theo năm dùng năm làm khóa, viết bằng bốn chữ số trong ngoặc kép: \
      "muc_tieu": { "2026": 90, "2027": 95 }.
      """),
  ]

  private static let structure: [Page] = [
    Page(
      "IN003", "Khóa không có trong tệp này",
      """
      Mỗi tệp chỉ nhận những khóa đã định; khóa viết sai sẽ bị bỏ sót lặng lẽ nếu chương trình \
      không báo. Khóa viết không dấu, nối bằng gạch dưới: ho_ten. Phần trợ giúp nêu khóa gần nhất. \
      Danh sách đầy đủ ở Samples/schemas; trình soạn thảo có hỗ trợ JSON Schema sẽ gợi ý khi gõ.
      """),
    Page(
      "IN004", "Thiếu một khóa bắt buộc",
      """
      Không có khóa này thì không lập được văn bản. Vị trí được chỉ là đầu của dòng bị thiếu. Khóa \
      nào được phép chưa biết thì không bao giờ bị báo ở đây.
      """),
    Page(
      "IN005", "Giá trị khác kiểu",
      """
      Chữ và ngày đặt trong ngoặc kép; số, true, false và null thì không. Danh sách đặt trong [ ], \
      nhóm khóa đặt trong { }. Thông báo nêu kiểu cần có và cái đang đứng ở đó.
      """),
    Page(
      "IN009", "Có nhiều khóa trong khi chỉ được một",
      """
      Một đề nghị, một lần khen thưởng hay một sự việc là của một người hoặc của một đơn vị. Nếu \
      là của cả hai thì tách thành hai dòng.
      """),
    Page(
      "IN011", "Danh sách thiếu phần tử",
      """
      Danh sách này không được trống, ví dụ kế hoạch phải có ít nhất một mục, tiêu đề cơ quan phải \
      có hai dòng.
      """),
    Page(
      "IN012", "Hai dòng cho cùng một đối tượng",
      """
      Ví dụ hai kế hoạch của một đơn vị, hai kết quả bỏ phiếu cho một đề nghị, hai dòng số văn bản \
      cho một văn bản. Chương trình không đoán dòng nào đúng.
      """),
    Page(
      "IN015", "“$schema” trỏ tới lược đồ của tệp khác",
      """
      “$schema” chỉ để trình soạn thảo biết cách gợi ý. Thường gặp khi chép tệp này thành tệp khác. \
      Chương trình chỉ xem phần cuối của đường dẫn và vẫn đọc tệp bình thường.
      """),
    Page(
      "IN027", "Nội dung “không phát sinh” mà vẫn có công việc",
      """
      Trong kế hoạch của đơn vị, “khong_phat_sinh” là lời khẳng định rằng nội dung thi đua đó không \
      có công việc nào; văn bản in ra đúng như vậy. Không thể vừa khẳng định vừa liệt kê công việc.
      """),
    Page(
      "IN028", "Lỗi của chương trình khi dựng dữ liệu",
      """
      Dữ liệu đã qua kiểm tra nhưng chương trình không dựng được. Người dùng không sửa được lỗi \
      này; gửi tệp nêu trong thông báo cho người phụ trách chương trình.
      """),
  ]

  private static let texts: [Page] = [
    Page(
      "IN016", "Chữ có dấu ở dạng tổ hợp (NFD)",
      """
      Cùng một chữ “ễ” có thể lưu thành một ký tự (dựng sẵn, NFC) hoặc ba ký tự (tổ hợp, NFD). Hai \
      cách trông giống nhau nhưng tìm kiếm, sắp xếp và phông chữ xử lý khác nhau. Chương trình đổi \
      sang NFC rồi làm việc; tệp gốc giữ nguyên. Thường gặp khi chép chữ từ máy Mac hoặc tệp PDF.
      """),
    Page(
      "IN017", "Chữ có vẻ thuộc bảng mã cũ (TCVN3, VNI)",
      """
      Văn bản gõ bằng phông .VnTime (TCVN3) hoặc VNI-Times hiện ra thành chữ lạ khi chép sang \
      Unicode. Thông báo cho thấy cách đọc đã sửa; đối chiếu rồi tự thay trong tệp. Chương trình \
      không tự sửa, vì có thể đó là chữ nước ngoài.
      """),
    Page(
      "IN018", "Thừa khoảng trắng",
      """
      Khoảng trắng ở đầu, ở cuối hoặc hai khoảng trắng liền nhau sẽ được in ra đúng như vậy. Xóa đi \
      nếu không cố ý.
      """),
  ]

  private static let ids: [Page] = [
    Page(
      "IN019", "Mã bị dùng hai lần",
      """
      Người, đơn vị, đề nghị, chỉ tiêu, sáng kiến… được các tệp khác gọi bằng mã, nên mỗi mã chỉ \
      của một dòng. Thông báo nêu dòng đã dùng mã đó. Nếu chép nhầm cả dòng thì xóa một dòng; nếu \
      là người khác thì đặt mã mới.
      """),
    Page(
      "IN020", "Mã không chỉ tới đâu",
      """
      Khóa này gọi một người, đơn vị, chỉ tiêu… bằng mã, nhưng không tệp nào có mã đó. Phần trợ \
      giúp nêu mã gần nhất kèm tên. Nếu tệp chứa mã không đọc được thì chương trình không báo lỗi \
      này, vì chưa biết mã có hay không.
      """),
    Page(
      "IN021", "Một người được ghi hai lần",
      """
      Hai dòng trong nhan-su.json có cùng họ tên và cùng ngày sinh dưới hai mã khác nhau. Thành \
      tích và khen thưởng của người đó sẽ bị chia đôi. So sánh họ tên không phân biệt chữ hoa, chữ \
      thường và cách đặt dấu thanh (Hoà và Hòa, Thuý và Thúy); tên in ra vẫn như đã ghi.
      """),
    Page(
      "IN022", "Có thể một người được ghi hai lần",
      """
      Hai dòng cùng họ tên trong một đơn vị, mà ít nhất một dòng chưa có ngày sinh nên không phân \
      biệt được. Cách đặt dấu thanh khác nhau (Thuý và Thúy) vẫn là một tên. Điền ngày sinh cho cả \
      hai thì chương trình tự biết là một hay hai người.
      """),
  ]

  private static let files: [Page] = [
    Page(
      "IN023", "Tệp lạ trong thư mục",
      """
      Chương trình chỉ đọc những tệp có tên đã định; tệp .json khác bị bỏ qua. Nếu tên viết sai \
      (nhan_su.json thay cho nhan-su.json) thì đổi tên; nếu là bản sao lưu thì chuyển đi nơi khác.
      """),
    Page(
      "IN024", "Tệp của một đợt nằm trong thư mục dùng chung",
      """
      Thư mục dùng chung chỉ giữ những gì dùng nhiều năm: cơ quan, đơn vị, nhân sự, xếp loại, sự \
      việc, sáng kiến, sổ khen thưởng, phong trào. Tệp của từng đợt để trong thư mục của đợt.
      """),
    Page(
      "IN025", "Thiếu tệp cần thiết",
      """
      Mỗi đợt cần co-quan, don-vi, nhan-su, phong-trao (thường nằm trong thư mục dùng chung) và \
      dot; đợt phát động cần thêm ke-hoach. Các tệp khác thêm dần khi có.
      """),
    Page(
      "IN026", "Không có thư mục dùng chung",
      """
      “dung_chung” trong dot.json là đường dẫn tới thư mục dùng chung, tính từ thư mục của đợt, ví \
      dụ "../chung". Kiểm tra tên thư mục và số dấu "..".
      """),
  ]

  private static let review: [Page] = [
    Page(
      "IN029", "Số người, số phiếu không khớp nhau",
      """
      Số người đồng ý và không đồng ý không thể nhiều hơn số người có mặt; số phiếu phát ra không \
      thể nhiều hơn số thành viên có mặt; phiếu thu về phải bằng phiếu hợp lệ cộng phiếu không hợp \
      lệ. Các con số này vào thẳng biên bản và tờ trình, nên chương trình không tự chọn số nào \
      đúng: đối chiếu với biên bản đã ký.
      """),
    Page(
      "IN030", "Hai nhận xét tạm thời cho cùng một thời gian",
      """
      Một người, một đơn vị chỉ có một mức dự kiến cho cùng một năm và cùng một ngày. Nhận xét \
      nhiều lần trong năm thì mỗi lần một “den_ngay” khác nhau; lần sau cùng được dùng. Kết quả cả \
      năm ghi ở “nam” thay cho mọi nhận xét tạm thời của năm đó.
      """),
    Page(
      "IN031", "Một đề nghị nằm trong hai quyết định",
      """
      Mỗi đề nghị được quyết định một lần. Nếu nằm trong danh sách của hai quyết định, người được \
      khen sẽ có hai Giấy khen, hai lần tiền thưởng và hai dòng trong sổ. Đề nghị được trình lại \
      ở đợt sau là một đề nghị mới, có mã mới.
      """),
    Page(
      "IN032", "Quyết định đứng trước cuộc họp biểu quyết",
      """
      Quyết định ký sau khi đơn vị họp bình xét và Hội đồng họp. Một trong hai ngày ghi sai: xem \
      lại ngày của quyết định trong van-ban.json và ngày họp trong binh-xet.json hoặc \
      hoi-dong.json.
      """),
    Page(
      "IN033", "Tỷ lệ dưới một phần trăm",
      """
      Tỷ lệ trong quy-dinh.json ghi theo phần trăm: 75 là 75%, 0.75 là 0,75%. Một số lớn hơn 0 và \
      nhỏ hơn 1 thường là 75% viết nhầm thành 0.75; khi ấy Hội đồng coi như luôn đủ phiếu, hạn mức \
      coi như không ai được xét. Nếu đúng là dưới 1% thì để nguyên.
      """),
    Page(
      "IN034", "Một phiên họp có hai kết quả bỏ phiếu",
      """
      bo-phieu.json ghi kết quả của một phiên ở trên cùng; khi Hội đồng bỏ phiếu nhiều phiên, các \
      phiên khác ghi trong “phien_khac”, mỗi phiên một lần. Đề nghị được biểu quyết ở hai phiên thì \
      kết quả của phiên họp sau được dùng.
      """),
    Page(
      "IN035", "Ngày trao đứng trước quyết định",
      """
      Khen thưởng chỉ trao sau khi có quyết định. Một trong hai ngày ghi sai: xem lại ngày trao trong \
      ket-qua.json và ngày của quyết định trong van-ban.json.
      """),
  ]
}
