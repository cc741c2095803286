package import Diagnostics

/// The pages behind the findings of this room, which `thidua explain` prints.
package enum CompositionPages {
  /// One page for each code, in the order of the codes.
  package static let all: [Page] = launch + review + meetings + upward + reports

  /// What the plans and the parts that all papers share are about.
  private static let launch: [Page] = [
    Page(
      "CO001", "van-ban.json chưa có dòng cho một văn bản",
      """
      Mỗi văn bản được soạn lấy số, ngày, người ký từ một dòng của van-ban.json. Chưa có dòng thì \
      văn bản vẫn được soạn thành dự thảo: số, ngày, tháng, năm để trống.
      Chép dòng mà thông báo gợi ý vào van-ban.json, ví dụ { "ma": "kh", "loai": "ke-hoach", \
      "so": null, "ngay": null, "nam": 2026 }. Khi văn thư cấp số và ngày, thay null bằng \
      số và ngày đó rồi chạy lại.
      """),
    Page(
      "CO002", "phòng, đơn vị chưa có kế hoạch triển khai",
      """
      Kế hoạch phát động yêu cầu từng phòng, đơn vị trực thuộc xây dựng nội dung triển khai cụ \
      thể. Đơn vị có trong don-vi.json mà không có dòng nào trong ke-hoach-don-vi.json thì không \
      có văn bản của đơn vị đó; số thứ tự tệp của các đơn vị khác không đổi.
      Nhập nội dung của đơn vị vào ke-hoach-don-vi.json.
      """),
    Page(
      "CO003", "một nội dung thi đua không có việc mà cũng không ghi là không phát sinh",
      """
      Bảng trong kế hoạch của đơn vị nêu đủ các nội dung thi đua. Nội dung không có việc chỉ in \
      “Không phát sinh” khi dữ liệu nói như vậy; nếu không, chưa rõ là không có hay là quên.
      Thêm việc vào “noi_dung” của đơn vị, hoặc ghi số của nội dung vào “khong_phat_sinh”.
      """),
    Page(
      "CO004", "người ký không có trong danh sách người ký của cơ quan",
      """
      Văn bản của Văn phòng chỉ do người có trong “nguoi_ky” của co-quan.json ký, vì chức vụ in \
      trên chữ ký và việc ký thay (KT.) lấy từ đó.
      Thêm người ký vào co-quan.json cùng chức vụ và thời gian, hoặc sửa “nguoi_ky” của văn bản.
      """),
    Page(
      "CO005", "chưa biết ai ký văn bản của đơn vị",
      """
      Văn bản của đơn vị do người đứng đầu ký (“truong” trong don-vi.json), hoặc người ghi ở \
      “nguoi_ky” của dòng trong van-ban.json. Cả hai đều trống thì không soạn được khối chữ ký.
      Ghi một trong hai. Khi chưa có người đứng đầu, ghi cấp phó vào “nguoi_ky”.
      """),
    Page(
      "CO006", "văn bản chưa có ngày và cũng chưa có năm",
      """
      Dự thảo để trống ngày và tháng nhưng in sẵn năm: “ngày      tháng      năm 2026”. Dòng \
      của văn bản không có “nam” thì năm cũng để trống.
      Ghi năm ban hành vào “nam”; khi đã có “ngay” thì không cần “nam” nữa.
      """),
    Page(
      "CO007", "trích yếu kết thúc bằng dấu chấm",
      """
      Trích yếu là một cụm từ nêu nội dung chủ yếu của văn bản, không phải câu, nên cuối không có \
      dấu chấm (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 5).
      Bỏ dấu chấm ở cuối “trich_yeu”. Văn bản vẫn được soạn đúng như dữ liệu ghi.
      """),
    Page(
      "CO008", "dữ liệu của văn bản có chữ chưa chuẩn hóa",
      """
      Mọi chữ tiếng Việt được đưa về dạng dựng sẵn (Unicode NFC) khi đọc tệp. Gặp thông báo này \
      là phần mềm có lỗi, không phải dữ liệu có lỗi.
      Gửi nguyên văn thông báo và thư mục dữ liệu cho người bảo trì phần mềm.
      """),
    Page(
      "CO009", "văn bản có số nhưng đơn vị không có sổ văn bản",
      """
      Văn bản của phòng không có con dấu và không có sổ văn bản thì không in dòng “Số:”. Số ghi ở \
      van-ban.json vì vậy không được in.
      Nếu đơn vị có sổ riêng, đặt “co_so_van_ban” của đơn vị thành true; nếu không, bỏ số.
      """),
    Page(
      "CO011", "đợt phát động chưa có Kế hoạch",
      """
      Đợt phát động phải có tệp ke-hoach.json: nội dung Kế hoạch phát động, từng mục, khoản, đoạn, \
      gạch đầu dòng, được in đúng từng chữ.
      Nhập nội dung Kế hoạch theo mẫu trong Samples/2026-phat-dong/ke-hoach.json.
      """),
    Page(
      "CO012", "số văn bản không chỉ gồm phần số",
      """
      “so” của văn bản do cơ quan mình ban hành chỉ là phần số, ví dụ 15 hoặc 15a, không có khoảng \
      trắng và không có chữ “Số:”. Ký hiệu (“KH-VPUB”) lấy từ loại văn bản và đơn vị ban hành; ghi \
      cả hai thì in thành hai lần.
      Chỉ để lại phần số. Văn bản của cơ quan khác (“ben_ngoai”) thì ghi đủ số và ký hiệu.
      """),
    Page(
      "CO013", "người ký ở hai nơi khác nhau",
      """
      ke-hoach.json ghi người ký như Kế hoạch in; dòng của Kế hoạch trong van-ban.json có thể ghi \
      một người khác, ví dụ cấp phó ký thay. Khi hai nơi khác nhau, người ở van-ban.json được in.
      Sửa cho hai nơi giống nhau, hoặc bỏ “nguoi_ky” ở van-ban.json.
      """),
    Page(
      "CO014", "người ký không phải trưởng hay phó của đơn vị",
      """
      Văn bản của đơn vị do trưởng ký, hoặc phó ký thay (“KT.”). Người ghi ở “nguoi_ky” không \
      thuộc đơn vị, hoặc chức vụ không bắt đầu bằng “Phó”, nên chức vụ được in như chữ ký của \
      người đứng đầu.
      Kiểm tra lại người ký và chức vụ trong nhan-su.json.
      """),
    Page(
      "CO015", "Lãnh đạo Văn phòng không lập kế hoạch riêng",
      """
      Kế hoạch phát động giao các phòng, đơn vị trực thuộc xây dựng nội dung triển khai; Lãnh đạo \
      Văn phòng (loại “lanh_dao”) không thuộc diện này, nên dòng kế hoạch của họ bị bỏ qua.
      Bỏ dòng đó, hoặc sửa “don_vi” nếu ghi nhầm.
      """),
    Page(
      "CO016", "chưa biết phong trào thực hiện từ năm nào đến năm nào",
      """
      Kế hoạch của đơn vị nêu giai đoạn của phong trào, ví dụ “giai đoạn 2026-2030”. Giai đoạn lấy \
      từ “tu_nam”, “den_nam” của tầng Văn phòng trong phong-trao.json, nếu trống thì lấy của \
      tỉnh, rồi của Thủ tướng.
      Ghi hai năm đó cho tầng “van_phong”.
      """),
    Page(
      "CO017", "người ký không có thẩm quyền vào ngày của văn bản",
      """
      Mỗi dòng “nguoi_ky” của co-quan.json có thời gian (“tu_ngay”, “den_ngay”). Ngày của văn bản \
      nằm ngoài thời gian đó; khi văn bản chưa có ngày, dòng đã kết thúc cũng không dùng được.
      Sửa người ký của văn bản, hoặc sửa thời gian trong co-quan.json.
      """),
    Page(
      "CO018", "năm không khớp ngày ban hành",
      """
      “nam” là năm in sẵn khi chưa có ngày. Khi đã có “ngay” thì ngày được in; hai năm khác nhau \
      thường là gõ nhầm năm của ngày.
      Sửa chỗ gõ nhầm.
      """),
    Page(
      "CO019", "văn bản của đơn vị có trước Kế hoạch mà nó viện dẫn",
      """
      Kế hoạch của phòng, đơn vị viện dẫn số và ngày Kế hoạch của Văn phòng, nên không thể đề ngày \
      sớm hơn, và không nên ban hành khi Kế hoạch ấy còn chưa có số, ngày: chỗ viện dẫn để trống.
      Kiểm tra “so”, “ngay” của hai văn bản trong van-ban.json.
      """),
    Page(
      "CO020", "cấp phó ký mà không ghi ký thay",
      """
      Cấp phó ký thay người đứng đầu thì trước chức vụ của người đứng đầu có “KT.” (Nghị định \
      30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 7). Chương trình in “KT.” khi dòng của người \
      ký trong “nguoi_ky” của co-quan.json có "ky_thay": true.
      """),
    Page(
      "CO021", "người ký hoặc người chủ trì đã thôi làm việc",
      """
      “ngay_thoi” trong nhan-su.json là ngày người ấy thôi làm việc ở cơ quan. Văn bản vẫn được \
      soạn với tên người ấy.
      Ghi người khác; nếu “ngay_thoi” ghi nhầm thì sửa lại.
      """),
    Page(
      "CO022", "người chủ trì không thuộc đơn vị",
      """
      Việc trong kế hoạch của một phòng, đơn vị thường do người của phòng, đơn vị ấy chủ trì. Gõ \
      nhầm mã thì tên người của đơn vị khác được in.
      Kiểm tra “chu_tri”; người đã chuyển đơn vị thì sửa “don_vi” trong nhan-su.json.
      """),
    Page(
      "CO023", "thời hạn nằm ngoài giai đoạn của phong trào",
      """
      Thời hạn của công việc nằm trước năm đầu hoặc sau năm cuối của phong trào; thường là gõ nhầm \
      năm. Thời hạn được in đúng như dữ liệu ghi.
      """),
    Page(
      "CO024", "chỉ tiêu thuộc nội dung thi đua khác",
      """
      Mỗi chỉ tiêu trong phong-trao.json thuộc một nội dung thi đua. Việc của nội dung này mang \
      chỉ tiêu của nội dung kia thường là gõ nhầm mã.
      """),
    Page(
      "CO025", "dấu được in hai lần",
      """
      Mẫu tự in dấu gạch trước mỗi nơi nhận và mỗi gạch đầu dòng, dấu chấm phẩy sau mỗi nơi nhận và \
      dấu chấm sau nơi nhận cuối cùng. Chữ chép từ văn bản cũ kèm các dấu ấy thì in ra “- - Sở Nội \
      vụ;;”.
      Bỏ các dấu ấy khỏi dữ liệu.
      """),
    Page(
      "CO027", "chưa có kết quả xét của một đề nghị",
      """
      Phiếu thẩm định ghi kết quả xét từng điều kiện. Đề nghị chưa có kết quả xét thì không có \
      phiếu; thường là vì các gói quy định đi kèm phần mềm không đọc được.
      Sửa các lỗi RU được báo cùng lúc, hoặc gửi thông báo cho người bảo trì phần mềm.
      """),
  ]
}
