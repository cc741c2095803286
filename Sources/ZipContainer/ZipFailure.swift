/// Why an archive, or one entry of it, cannot be read or written.
public enum ZipFailure: Error, Hashable, Sendable {
  /// More bytes than the limit.
  case tooLarge(bytes: Int, limit: Int)
  /// No ZIP archive at all.
  case notAnArchive
  /// The end of the archive, or of an entry, is missing.
  case truncated
  /// Bytes follow the end record, or its comment is longer than the limit.
  case trailingBytes(Int)
  /// A part of an archive split over several files.
  case split
  /// The large form ZIP64, which no office document of ours needs.
  case zip64
  /// An archive without entries.
  case noEntries
  /// More entries than the limit.
  case tooManyEntries(Int, limit: Int)
  /// An entry larger than the limit, uncompressed.
  case entryTooLarge(String, bytes: Int, limit: Int)
  /// All entries together are larger than the limit, uncompressed.
  case totalTooLarge(limit: Int)
  /// An entry that would grow more than the limit allows.
  case bomb(String, ratioLimit: Int)
  /// A name that is empty, absolute, climbs out with `..`, or has a forbidden character.
  case unsafeName(String)
  /// A name longer than the limit, in bytes.
  case nameTooLong(String, limit: Int)
  /// A name that is not UTF-8; here with U+FFFD for what cannot be read.
  case nameNotUTF8(String)
  /// Two entries of one name.
  case duplicateName(String)
  /// Two names that differ only by case.
  case namesDifferOnlyByCase(String, String)
  /// An encrypted entry.
  case encrypted(String)
  /// An entry compressed by another method than Deflate; the method's number.
  case unknownMethod(String, Int)
  /// The local and the central header of an entry say different things.
  case headersDisagree(String)
  /// The central directory does not fill its place, or libzip reads another one than we do.
  case directoryDamaged
  /// An entry that lies over another one or over the directory.
  case overlap(String)
  /// The contents of an entry cannot be decompressed, or do not have the CRC recorded.
  case damaged(String)
  /// The archive has no entry of this name.
  case noSuchEntry(String)
  /// libzip or zlib refused, in its own words.
  case library(String)
  /// There is not enough memory.
  case outOfMemory
}

extension ZipFailure {
  /// What is wrong, in Vietnamese, lower case, without a full stop.
  public var message: String {
    switch self {
    case .tooLarge(let bytes, let limit): "tệp nén dài \(bytes) byte, quá giới hạn \(limit) byte"
    case .notAnArchive: "tệp không phải là tệp nén ZIP, nên không phải DOCX hay ODT"
    case .truncated: "tệp nén bị cắt cụt"
    case .trailingBytes(let count): "tệp nén có \(count) byte thừa ở cuối"
    case .split: "tệp nén là một phần của bộ nhiều tệp"
    case .zip64: "tệp nén ở dạng ZIP64, không được nhận"
    case .noEntries: "tệp nén rỗng, không có mục nào"
    case .tooManyEntries(let count, let limit): "tệp nén có \(count) mục, quá giới hạn \(limit) mục"
    case .entryTooLarge(let name, let bytes, let limit):
      "mục “\(name)” trong tệp nén dài \(bytes) byte khi giải nén, quá giới hạn \(limit) byte"
    case .totalTooLarge(let limit): "tệp nén dài quá \(limit) byte khi giải nén"
    case .bomb(let name, let limit):
      "mục “\(name)” trong tệp nén phình ra quá \(limit) lần khi giải nén"
    case .unsafeName(let name): "tệp nén có mục mang tên không an toàn “\(name)”"
    case .nameTooLong(let name, let limit):
      "tệp nén có mục mang tên dài quá \(limit) byte, bắt đầu bằng “\(name.prefix(40))”"
    case .nameNotUTF8(let name): "tệp nén có mục mang tên không phải UTF-8 “\(name)”"
    case .duplicateName(let name): "tệp nén có hai mục cùng tên “\(name)”"
    case .namesDifferOnlyByCase(let first, let second):
      "tệp nén có hai mục chỉ khác nhau ở chữ hoa, chữ thường: “\(first)” và “\(second)”"
    case .encrypted(let name): "mục “\(name)” trong tệp nén bị khóa bằng mật khẩu"
    case .unknownMethod(let name, let method):
      "mục “\(name)” trong tệp nén dùng cách nén số \(method), không được nhận"
    case .headersDisagree(let name): "tệp nén ghi không khớp nhau về mục “\(name)”"
    case .directoryDamaged: "mục lục của tệp nén bị hỏng"
    case .overlap(let name): "mục “\(name)” trong tệp nén nằm chồng lên mục khác"
    case .damaged(let name): "mục “\(name)” trong tệp nén bị hỏng"
    case .noSuchEntry(let name): "tệp nén không có mục “\(name)”"
    case .library(let words): "thư viện nén báo lỗi: \(words)"
    case .outOfMemory: "không đủ bộ nhớ để mở tệp nén"
    }
  }

  /// The name of the limit that was met, as `--limit` takes it; nil for another failure.
  public var limit: String? {
    switch self {
    case .tooLarge: "goi-byte"
    case .tooManyEntries: "goi-muc"
    case .entryTooLarge: "muc-byte"
    case .totalTooLarge: "goi-tong"
    case .bomb: "muc-ti-le"
    case .nameTooLong: "muc-ten"
    default: nil
    }
  }

  /// What to do, in Vietnamese: one action.
  public var help: String {
    if let limit {
      return "bỏ bớt ảnh và nội dung thừa rồi lưu lại; nếu tin tệp này thì nới bằng"
        + " --limit \(limit)=SỐ"
    }
    return switch self {
    case .notAnArchive, .encrypted:
      "mở tệp bằng Word hoặc Writer, bỏ mật khẩu nếu có, rồi lưu thành DOCX hoặc ODT"
    case .outOfMemory: "đóng bớt chương trình đang chạy rồi làm lại"
    default: "lấy lại bản gốc của tệp, hoặc mở bằng Word hay Writer rồi lưu lại"
    }
  }
}
