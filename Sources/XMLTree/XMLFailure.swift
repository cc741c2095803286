/// Why bytes are not an XML document that we take.
public enum XMLFailure: Error, Hashable, Sendable {
  /// More bytes than the limit.
  case tooLarge(bytes: Int, limit: Int)
  /// Bytes that are not UTF-8, first on this line.
  case notUTF8(line: Int)
  /// The document declares, or its first bytes show, an encoding other than UTF-8.
  case encoding(String)
  /// A document type declaration, which could define entities or name files.
  case doctype(line: Int)
  /// A reference to an entity other than the five predefined ones.
  case entity(line: Int)
  /// Not well-formed, or a prefix is not declared; with libxml2's own words.
  case notWellFormed(line: Int, column: Int, message: String)
  /// Elements nested deeper than the limit.
  case tooDeep(line: Int, limit: Int)
  /// More nodes and attributes than the limit.
  case tooManyNodes(limit: Int)
  /// An element with more attributes than the limit.
  case tooManyAttributes(line: Int, limit: Int)
  /// A text or a value longer than the limit, in bytes.
  case textTooLong(line: Int, limit: Int)
  /// A name longer than the limit, in bytes.
  case nameTooLong(line: Int, limit: Int)
  /// libxml2 could not get memory.
  case outOfMemory
}

extension XMLFailure {
  /// What is wrong, in Vietnamese, lower case, without a full stop.
  public var message: String {
    switch self {
    case .tooLarge(let bytes, let limit):
      "phần XML dài \(bytes) byte, quá giới hạn \(limit) byte"
    case .notUTF8(let line):
      "phần XML có byte không phải UTF-8 ở dòng \(line)"
    case .encoding(let name):
      "phần XML ghi bằng bảng mã “\(name)”, chỉ nhận UTF-8"
    case .doctype(let line):
      "phần XML có khai báo DOCTYPE ở dòng \(line), không được nhận vì lý do an toàn"
    case .entity(let line):
      "phần XML gọi một thực thể (&tên;) không có sẵn ở dòng \(line)"
    case .notWellFormed(let line, let column, let message):
      "phần XML sai cú pháp ở dòng \(line), cột \(column) (libxml2: \(message))"
    case .tooDeep(let line, let limit):
      "phần XML lồng nhau quá \(limit) tầng ở dòng \(line)"
    case .tooManyNodes(let limit):
      "phần XML có quá \(limit) nút"
    case .tooManyAttributes(let line, let limit):
      "một phần tử XML có quá \(limit) thuộc tính ở dòng \(line)"
    case .textTooLong(let line, let limit):
      "một đoạn chữ trong phần XML dài quá \(limit) byte ở dòng \(line)"
    case .nameTooLong(let line, let limit):
      "một tên trong phần XML dài quá \(limit) byte ở dòng \(line)"
    case .outOfMemory:
      "không đủ bộ nhớ để đọc phần XML"
    }
  }

  /// The name of the limit that was met, as `--limit` takes it; nil for another failure, and for one that
  /// cannot be widened.
  public var limit: String? {
    switch self {
    case .tooLarge: "xml-byte"
    case .tooDeep(_, let limit) where limit < XMLLimits.mostDepth: "xml-tang"
    case .tooManyNodes: "xml-nut"
    case .tooManyAttributes: "xml-thuoc-tinh"
    case .textTooLong: "xml-chu"
    case .nameTooLong: "xml-ten"
    default: nil
    }
  }

  /// What to do, in Vietnamese: one action.
  public var help: String {
    if let limit {
      return "bỏ bớt nội dung thừa rồi lưu lại; nếu tin tệp này thì nới bằng --limit \(limit)=SỐ"
    }
    return switch self {
    case .tooDeep: "gỡ bớt bảng, khung và vùng lồng trong nhau rồi lưu lại"
    case .outOfMemory: "đóng bớt chương trình đang chạy rồi làm lại"
    default: "mở tệp bằng Word hoặc Writer rồi lưu lại; nếu vẫn lỗi, lấy lại bản gốc của tệp"
    }
  }
}
