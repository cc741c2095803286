internal import Diagnostics
internal import Templating

// One function a code; the pages behind the codes are in `Pages.swift`.

extension Diagnostic {
  /// The codes of this room that mean an input is missing, not wrong.
  static let missingInputCodes = [
    Code("PL001"), Code("PL002"), Code("PL008"), Code("PL065"), Code("PB008"),
  ]

  static func noPeriod(_ path: String) -> Diagnostic {
    .error(
      Code("PL001"), "không có thư mục kỳ xét “\(path)”", at: .file(path),
      help: "kiểm tra tên thư mục, ví dụ Samples/2026-phat-dong")
  }

  static func noTemplate(_ name: String, searched: [String]) -> Diagnostic {
    .error(
      Code("PL002"), "không tìm thấy mẫu “\(name)” trong \(searched.joined(separator: ", "))",
      help: "chạy lệnh từ thư mục gốc của chương trình, hoặc chỉ thư mục mẫu bằng --templates")
  }

  static func otherFormat(
    _ path: String, says: DocumentFormat, holds: DocumentFormat
  ) -> Diagnostic {
    .error(
      Code("PL003"),
      "mẫu “\(path)” mang đuôi .\(says.rawValue) nhưng bên trong là"
        + " \(holds.rawValue.uppercased())", at: .file(path),
      help: "đổi lại đuôi tệp cho đúng, hoặc lưu lại đúng dạng")
  }

  static func nothingToBuild(_ kinds: [String]) -> Diagnostic {
    .error(
      Code("PL004"), "kỳ này không có văn bản nào thuộc loại \(kinds.joined(separator: ", "))",
      help: "bỏ --only để lập mọi văn bản của kỳ")
  }

  static func outputSuffix(_ path: String, format: DocumentFormat) -> Diagnostic {
    .error(
      Code("PL006"), "tệp kết quả “\(path)” phải có đuôi .\(format.rawValue) như mẫu",
      at: .file(path), help: "đổi đuôi tệp trong --output")
  }

  static func noSuchCode(_ code: String, nearest: String?) -> Diagnostic {
    .error(
      Code("PL007"), "không có trang nào cho mã “\(code)”",
      help: nearest.map { "có phải là “\($0)”?" } ?? "thidua explain --all liệt kê mọi mã")
  }

  static func noTemplateFolder(_ path: String) -> Diagnostic {
    .error(
      Code("PL008"), "không có thư mục mẫu “\(path)”", at: .file(path),
      help: "kiểm tra tên thư mục sau --templates, hoặc bỏ --templates để dùng mẫu chính")
  }

  static func templateFolderUnused(_ path: String, names: [String]) -> Diagnostic {
    .warning(
      Code("PL009"), "không mẫu nào trong “\(path)” được dùng; đã dùng mẫu chính", at: .file(path),
      help: "tên mẫu phải đúng là \(names.joined(separator: ", "))")
  }
}
