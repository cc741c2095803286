internal import Glibc

/// A file operation that the system refused: what was tried, on which path, and why.
package struct FileFailure: Hashable, Sendable {
  /// What was tried, as far as the exit status needs to know.
  package enum Action: Hashable, Sendable {
    /// Looking at a path, listing a folder or reading a file.
    case read
    /// Making a folder or a lock.
    case create
    /// Writing, syncing, renaming or removing.
    case write
  }

  /// What was tried.
  package let action: Action
  /// The path it was tried on.
  package let path: String
  /// The system's `errno`.
  package let code: Int32

  /// Creates a failure.
  package init(_ action: Action, _ path: String, code: Int32) {
    self.action = action
    self.path = path
    self.code = code
  }

  /// True when there is no room left, by disk or by quota.
  package var isDiskFull: Bool { code == ENOSPC || code == EDQUOT }

  /// True when something bears the name already.
  package var isTaken: Bool { code == EEXIST }

  /// True when the file system does not know the operation, as opposed to refusing it this time.
  package var isUnsupported: Bool {
    code == EINVAL || code == ENOSYS || code == ENOTSUP || code == EOPNOTSUPP
  }

  /// Why, in Vietnamese.
  package var reason: String {
    switch code {
    case ENOSPC: "đĩa đã đầy"
    case EDQUOT: "đã hết hạn mức đĩa"
    case EACCES, EPERM: "không có quyền"
    case EROFS: "đĩa chỉ cho đọc"
    case ENOENT: "không có tệp hoặc thư mục này"
    case ENOTDIR: "một phần của đường dẫn không phải là thư mục"
    case EISDIR: "đây là thư mục, không phải tệp"
    case EEXIST, ENOTEMPTY: "tên này đã có"
    case ENAMETOOLONG: "tên quá dài"
    case EIO: "đĩa đọc ghi hỏng"
    case EFBIG: "tệp quá lớn"
    case EBUSY: "đang được dùng"
    case EMFILE, ENFILE: "mở quá nhiều tệp cùng lúc"
    case ELOOP: "đây là liên kết, không phải tệp"
    case EXDEV: "nằm trên hai đĩa khác nhau"
    case EILSEQ: "có tên tệp không phải UTF-8"
    default: "lỗi hệ thống số \(code)"
    }
  }
}
