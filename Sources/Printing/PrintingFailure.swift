package import Diagnostics
package import Publishing

/// Why documents could not be made into PDFs.
package enum PrintingFailure: Error, Hashable, Sendable {
  /// LibreOffice is not installed.
  case noProgram
  /// Neither Times New Roman nor Liberation Serif from version 2 is installed.
  case noTypeface
  /// LibreOffice was at a document when its time was over.
  case timedOut(path: String, seconds: Int)
  /// LibreOffice ended without the PDF of a document.
  case noPDF(path: String, status: Int, words: String)
  /// What LibreOffice wrote is no PDF that can be read.
  case unreadable(path: String)
  /// LibreOffice could not be started.
  case notStarted(program: String, code: Int32)
  /// A file in the folder for what is in work could not be read or written.
  case file(PublishingFailure)

  /// The exit status of a run that this code of the room ended; nil for codes of other rooms.
  package static func exitStatus(of code: Code) -> Int32? {
    switch code.description {
    case "PR001", "PR002": 69
    case "PR003", "PR004", "PR006": 75
    case "PR005": 70
    default: nil
    }
  }

  /// The failure as a finding.
  package var diagnostic: Diagnostic {
    switch self {
    case .noProgram:
      .error(
        Code("PR001"), "không tìm thấy LibreOffice để lập bản PDF",
        help: "cài bằng lệnh: sudo apt-get install libreoffice-writer-nogui fonts-liberation2; hoặc"
          + " bỏ pdf ở --formats")
    case .noTypeface:
      .error(
        Code("PR002"),
        "máy không có phông Times New Roman, cũng không có phông cùng bề rộng là Liberation Serif 2",
        help: "cài bằng lệnh: sudo apt-get install fonts-liberation2")
    case .timedOut(let path, let seconds):
      .error(
        Code("PR003"), "LibreOffice chưa lập xong “\(path)” sau \(seconds) giây nên đã bị dừng",
        at: .file(path), help: "chạy lại khi máy rảnh hơn; nếu vẫn vậy, mở văn bản này xem thử")
    case .noPDF(let path, let status, let words):
      .error(
        Code("PR004"),
        "LibreOffice kết thúc (mã \(status)) mà không lập “\(path)”"
          + (words.isEmpty ? "" : "; LibreOffice báo: \(words)"),
        at: .file(path), help: "chạy lại; nếu vẫn vậy, mở bản ODT của văn bản này bằng LibreOffice")
    case .unreadable(let path):
      .error(
        Code("PR005"), "không đọc được bản PDF mà LibreOffice lập cho “\(path)”", at: .file(path),
        help: "báo lỗi này kèm phiên bản LibreOffice (soffice --version)")
    case .notStarted(let program, let code):
      .error(
        Code("PR006"), "không chạy được “\(program)” (lỗi hệ thống số \(code))", at: .file(program),
        help: "chạy lại; nếu vẫn vậy, cài lại LibreOffice")
    case .file(let failure): failure.diagnostic
    }
  }
}
