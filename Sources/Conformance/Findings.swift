internal import Diagnostics
internal import XMLTree
internal import ZipContainer

// What keeps a document from being checked at all; the checks themselves are in `Data/checks.json`.

extension Diagnostic {
  static func notADocument(_ file: String) -> Diagnostic {
    .error(
      Code("CF001"), "“\(file)” không phải là văn bản DOCX hay ODT", at: .file(file),
      help: "lưu văn bản thành DOCX hoặc ODT rồi soát lại")
  }

  static func badArchive(_ failure: ZipFailure, file: String) -> Diagnostic {
    .error(
      Code("CF002"), "không mở được “\(file)”: \(failure.message)", at: .file(file),
      help: failure.help)
  }

  static func badPart(_ part: String, _ failure: XMLFailure, file: String) -> Diagnostic {
    .error(
      Code("CF003"), "không đọc được “\(part)” trong “\(file)”: \(failure.message)",
      at: Place(file: file, part: part), help: failure.help)
  }
}
