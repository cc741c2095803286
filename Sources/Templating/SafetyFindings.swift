internal import Diagnostics

/// Something in a package that could run or fetch; the package is refused.
enum Harm: Hashable {
  /// A script, an event, a link to code; what names it.
  case script(String)
  /// An object of another program.
  case object(String)
  /// A foreign document to be taken in when the document is opened.
  case chunk(String)
  /// A field or section that fetches; its instruction or address.
  case field(String)
  /// A field whose kind is what another field shows.
  case computedField(String)
}

/// Something outside that a package named, and that was taken away.
struct RemovedAddress: Hashable {
  enum Kind: Hashable { case template, picture, link, mergeSource, other }

  let kind: Kind
  let address: String
}

extension Diagnostic {
  static func encrypted(at place: Place) -> Diagnostic {
    .error(
      Code("TE090"), "mẫu bị khóa bằng mật khẩu nên không đọc được", at: place,
      help: "mở mẫu bằng Writer, bỏ mật khẩu (Tệp → Thuộc tính → An ninh), rồi lưu lại")
  }

  static func harm(_ harm: Harm, at place: Place) -> Diagnostic {
    switch harm {
    case .object(let name):
      .error(
        Code("TE091"),
        "mẫu chứa đối tượng nhúng của chương trình khác (“\(name.quoted)”), không được nhận vì lý do"
          + " an toàn", at: place,
        help: "xóa đối tượng đó, hoặc thay bằng ảnh chụp hay bảng của chính văn bản")
    case .chunk(let name):
      .error(
        Code("TE092"),
        "mẫu kéo nguyên một văn bản khác vào lúc mở (“\(name.quoted)”), không được nhận vì lý do an"
          + " toàn", at: place,
        help: "mở mẫu bằng Word rồi lưu lại: Word chép nội dung ấy vào mẫu và bỏ chỗ kéo")
    case .field(let instruction):
      .error(
        Code("TE093"),
        "mẫu có trường lấy nội dung từ nơi khác: “\(instruction.quoted)”", at: place,
        help: "bấm vào nội dung đó rồi Ctrl+Shift+F9 (Word) hoặc cắt liên kết (Writer) để nó thành"
          + " nội dung thường")
    case .computedField(let instruction):
      .error(
        Code("TE093"),
        "mẫu có trường mà tên do một trường khác tính ra (“\(instruction.quoted)”), không biết nó"
          + " làm gì", at: place, help: "bấm Alt+F9 trong Word để thấy trường đó rồi xóa")
    case .script(let name):
      .error(
        Code("TE094"),
        "mẫu có chỗ gọi mã lệnh (“\(name.quoted)”), không được nhận vì lý do an toàn", at: place,
        help: "xóa nút, liên kết hay sự kiện gọi mã lệnh đó rồi lưu lại mẫu")
    }
  }

  static func removed(_ removed: RemovedAddress, at place: Place) -> Diagnostic {
    let address = removed.address.quoted
    switch removed.kind {
    case .template:
      return .warning(
        Code("TE095"), "đã bỏ mẫu gốc đính kèm “\(address)”: văn bản tạo ra không tải gì từ ngoài",
        at: place, help: "không cần làm gì; muốn hết cảnh báo thì gỡ mẫu đính kèm rồi lưu lại mẫu")
    case .picture:
      return .warning(
        Code("TE096"), "đã bỏ ảnh lấy từ ngoài tệp “\(address)”: chỗ đó sẽ trống", at: place,
        help: "chèn hẳn ảnh vào mẫu, không chèn bằng liên kết")
    case .link:
      return .warning(
        Code("TE097"), "đã bỏ liên kết tới “\(address)”, chữ của nó còn nguyên", at: place,
        help: "chỉ giữ liên kết bắt đầu bằng https://, http:// hoặc mailto:")
    case .mergeSource:
      return .warning(
        Code("TE098"),
        "đã bỏ nối kết với nguồn trộn thư" + (address.isEmpty ? "" : " “\(address)”")
          + "; các trường trộn thư vẫn được điền", at: place, help: "không cần làm gì")
    case .other:
      return .warning(
        Code("TE099"), "đã bỏ phần trỏ ra ngoài tệp: “\(address)”", at: place,
        help: "đưa hẳn nội dung đó vào mẫu nếu cần")
    }
  }

  static func moreInPackage(_ count: Int, at place: Place) -> Diagnostic {
    .warning(
      Code("TE100"), "còn \(count) phát hiện nữa về nội dung gói của mẫu, không nêu hết", at: place,
      help: "sửa những điều đã nêu rồi chạy lại")
  }
}

extension TemplatingPages {
  /// What a package may not hold, and what is taken away.
  static let safety = [
    Page(
      "TE090", "mẫu có mật khẩu",
      "Tệp ODT bị khóa thì nội dung là bản mã, không có thẻ nào đọc được. Bỏ mật khẩu rồi lưu lại."),
    Page(
      "TE091", "mẫu chứa đối tượng của chương trình khác",
      "Đối tượng OLE (bảng Excel nhúng, công thức kiểu cũ, tệp đính kèm) và ActiveX chạy chương trình"
        + " khác khi mở văn bản, và là đường lây mã độc quen thuộc. Biểu đồ của chính Word thì được."
    ),
    Page(
      "TE092", "mẫu kéo một văn bản khác vào",
      "Word có kiểu ghi “altChunk”: khi mở, một tệp HTML hay RTF được nhập vào văn bản mà không ai"
        + " thấy trước. Mở bằng Word và lưu lại là nội dung thành chữ thường của văn bản."),
    Page(
      "TE093", "mẫu có trường lấy nội dung từ nơi khác",
      "Các trường DDE, DDEAUTO, INCLUDETEXT, INCLUDEPICTURE, LINK, DATABASE… của Word, liên kết DDE,"
        + " phần (section) lấy từ tệp và khung nổi của Writer đọc tệp hoặc gọi chương trình khác khi"
        + " mở. Văn bản hành chính không cần; chuyển thành nội dung thường rồi lưu lại. Trường mà tên"
        + " do trường khác tính ra là cách che giấu, nên cũng bị từ chối."),
    Page(
      "TE094", "mẫu có chỗ gọi mã lệnh",
      "Sự kiện, nút bấm, liên kết javascript:, macro ghi trong ô nhập, tiện ích cài thêm đều chạy mã"
        + " lệnh trên máy người mở văn bản."),
    Page(
      "TE095", "đã bỏ mẫu gốc đính kèm",
      "Word và Writer nhớ mẫu mà văn bản được lập từ đó, thường là một đường dẫn trên máy hay mạng,"
        + " và Word tải nó về khi mở. Đường dẫn được bỏ khỏi văn bản tạo ra; mẫu của bạn không bị sửa."
    ),
    Page(
      "TE096", "đã bỏ ảnh lấy từ ngoài",
      "Ảnh chèn bằng liên kết được tải về mỗi lần mở, cho người giữ ảnh biết ai mở văn bản, và mất khi"
        + " gửi đi. Chèn hẳn ảnh vào mẫu."),
    Page(
      "TE097", "đã bỏ một liên kết",
      "Liên kết trong văn bản chỉ được tới trang mạng (http, https), thư (mailto) hay số điện thoại"
        + " (tel). Liên kết tới tệp trên máy hay trên mạng nội bộ không mở được ở máy khác và có thể lộ"
        + " mật khẩu Windows, nên bị bỏ; chữ thì giữ."),
    Page(
      "TE098", "đã bỏ nối kết trộn thư",
      "Mẫu còn nối với tệp Excel hay cơ sở dữ liệu của lần trộn thư trước; Word sẽ hỏi và chạy truy"
        + " vấn mỗi lần mở. Trường trộn thư vẫn được điền từ dữ liệu JSON."),
    Page(
      "TE099", "đã bỏ phần trỏ ra ngoài",
      "Văn bản con, khung, phông chữ, âm thanh… nằm ngoài tệp được bỏ, vì không gì trong văn bản tạo"
        + " ra được tải từ ngoài."),
    Page(
      "TE100", "còn nhiều phát hiện nữa",
      "Một mẫu bình thường không có hàng trăm liên kết ra ngoài. Xem lại mẫu lấy từ đâu."),
  ]
}
