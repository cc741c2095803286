package import Diagnostics

/// Why nothing was published; what stood in the target stands there still.
package enum PublishingFailure: Error, Hashable, Sendable {
  /// The system refused a file operation.
  case file(FileFailure)
  /// The target holds something that this program did not make.
  case notOurs(path: String)
  /// A file, a link or a device stands where the folder should.
  case notAFolder(path: String)
  /// A folder, a link or a device stands where the file should.
  case notAFile(path: String)
  /// The path names nothing of its own, as `..` does.
  case unnamed(path: String)
  /// Another run is writing to the same target.
  case inUse(path: String)
  /// A name leads out of the folder, is reserved or is given twice: our own fault.
  case unsafePath(String)
  /// The manifest and the files written do not agree on a path: our own fault.
  case manifestDisagrees(path: String)

  /// The process's exit status (`sysexits.h`), as the contract lists it.
  package var exitStatus: Int32 {
    switch self {
    case .file(let failure):
      if failure.isDiskFull { return 74 }
      return switch failure.action {
      case .read: 66
      case .create: 73
      case .write: 74
      }
    case .notOurs, .notAFolder, .notAFile, .unnamed: return 73
    case .inUse: return 75
    case .unsafePath, .manifestDisagrees: return 70
    }
  }

  /// The failure as a finding.
  package var diagnostic: Diagnostic {
    switch self {
    case .file(let failure): .refused(failure)
    case .notOurs(let path): .notOurs(path)
    case .notAFolder(let path): .wrongKind(path, wanted: "thư mục")
    case .notAFile(let path): .wrongKind(path, wanted: "tệp thường")
    case .unnamed(let path): .unnamed(path)
    case .inUse(let path): .inUse(path)
    case .unsafePath(let path): .unsafePath(path)
    case .manifestDisagrees(let path): .manifestDisagrees(path)
    }
  }
}

extension Diagnostic {
  fileprivate static func refused(_ failure: FileFailure) -> Diagnostic {
    let place = Place.file(failure.path)
    let quoted = "“\(failure.path)”: \(failure.reason)"
    if failure.action == .read {
      return .error(
        Code("PB008"), "không đọc được \(quoted)", at: place,
        help: "kiểm tra tên và quyền của tệp, thư mục")
    }
    if failure.isDiskFull {
      return .error(
        Code("PB004"), "không ghi được \(quoted)", at: place,
        help: "xóa bớt tệp không dùng hoặc ghi sang đĩa khác bằng --output")
    }
    if failure.action == .create {
      return .error(
        Code("PB001"), "không tạo được \(quoted)", at: place,
        help: "chọn nơi ghi khác bằng --output, hoặc xin quyền ghi vào thư mục này")
    }
    return .error(
      Code("PB004"), "không ghi được \(quoted)", at: place,
      help: "kiểm tra đĩa rồi chạy lại")
  }

  fileprivate static func notOurs(_ path: String) -> Diagnostic {
    .error(
      Code("PB002"), "thư mục “\(path)” đang chứa tệp không do chương trình lập", at: .file(path),
      help: "chọn nơi ghi khác bằng --output, hoặc thêm --force để thay thư mục này")
  }

  fileprivate static func wrongKind(_ path: String, wanted: String) -> Diagnostic {
    .error(
      Code("PB003"), "“\(path)” đã có nhưng không phải là \(wanted)", at: .file(path),
      help: "đổi tên nó, hoặc chọn nơi ghi khác bằng --output")
  }

  fileprivate static func unnamed(_ path: String) -> Diagnostic {
    .error(
      Code("PB019"), "“\(path)” không nêu tên của thư mục hoặc tệp cần ghi",
      help: "viết cả tên, ví dụ output/2027-so-ket")
  }

  fileprivate static func inUse(_ path: String) -> Diagnostic {
    .error(
      Code("PB005"), "một lần chạy khác đang ghi vào “\(path)”", at: .file(path),
      help: "chờ lần chạy kia xong rồi chạy lại")
  }

  fileprivate static func unsafePath(_ path: String) -> Diagnostic {
    .error(
      Code("PB006"), "tên tệp “\(path)” không dùng được trong thư mục kết quả",
      help: "báo lỗi này cho người phụ trách chương trình")
  }

  fileprivate static func manifestDisagrees(_ path: String) -> Diagnostic {
    .error(
      Code("PB007"), "danh mục kết quả và tệp đã ghi không khớp ở “\(path)”",
      help: "báo lỗi này cho người phụ trách chương trình")
  }
}
