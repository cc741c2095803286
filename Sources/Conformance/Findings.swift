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

extension Diagnostic {
  /// The finding of a check at its first place; `count` says how many places there are.
  init(_ check: Check, _ fault: Fault, count: Int, file: String) {
    let more = count > 1 ? " (\(count) chỗ)" : ""
    let what =
      fault.seen == "không có"
      ? "không có \(fault.property)" : "\(fault.property) là \(fault.seen)"
    let message = "\(fault.component): \(what), cần \(fault.allowed)\(more)"
    let paragraph = fault.paragraph
    var place = Place(file: file, part: paragraph?.part, paragraph: paragraph?.index)
    let excerpt = paragraph.map { Wording.excerpt($0.plain) } ?? ""
    if let page = fault.page { place.context = "trang \(page)" }
    if !excerpt.isEmpty, let paragraph {
      place.context = "đoạn \(paragraph.index + 1), “\(excerpt)”"
    }
    self.init(
      fault.severity ?? check.severity, Code(check.id), message, at: place, help: check.remedy,
      citation: check.citation,
      evidence: Evidence(
        component: fault.component, property: fault.property, seen: fault.seen,
        allowed: fault.allowed))
  }

  /// What was guessed because nobody said it.
  static func guessed(
    _ form: Form, _ state: LintSettings.State, _ settings: LintSettings, file: String
  ) -> Diagnostic {
    var parts: [String] = []
    if settings.form == nil { parts.append("dạng \(form.rawValue)") }
    if settings.state == nil {
      parts.append(
        state == .draft ? "dự thảo (số, ngày bỏ trống hoặc là bản thử)" : "văn bản đã ban hành")
    }
    return .info(
      Code("CF004"), "tự đoán: \(parts.joined(separator: ", "))", at: .file(file),
      help: "nêu rõ bằng --kind và --state nếu đoán sai")
  }

  /// A PDF that lies beside a document and is not its print.
  static func otherPages(file: String) -> Diagnostic {
    .info(
      Code("CF006"), "tệp PDF cùng tên có nội dung khác văn bản nên không dùng để xem trang",
      at: .file(file), help: "lưu lại PDF từ văn bản này")
  }

  /// Which checks were not made, by reason; of several documents when the same is true of them.
  static func unchecked(_ report: LintReport, file: String, count: Int) -> Diagnostic {
    let list = report.open.map { "\($0.ids.joined(separator: ", ")) (\($0.reason))" }
    let others = count > 1 ? "; \(count - 1) văn bản khác cũng vậy" : ""
    let judged = "đã soát \(report.passed + report.failed) điểm"
    return .info(
      Code("CF005"),
      list.isEmpty
        ? judged + others : "\(judged); chưa soát: \(list.joined(separator: "; "))\(others)",
      at: .file(file), help: "xem các điểm chưa soát bằng mắt trên bản in")
  }
}
