internal import Diagnostics
internal import Templating

/// What was found in many records, in their order: the same fault of many records is told once,
/// with the lines it stands in.
struct RecordReport {
  let limit: Int
  private var groups: [Group] = []
  /// For look-up only: its order is never used.
  private var known: [Diagnostic: Int] = [:]
  /// How many kinds of each weight are told, and how many findings are not.
  private var told: [Severity: Int] = [:]
  private var untold: [Severity: Int] = [:]
  private(set) var hasErrors = false

  /// The same fault of several records.
  private struct Group {
    let first: Diagnostic
    var lines: [Int]
    var count: Int

    /// The first finding, with the lines of the others.
    var finding: Diagnostic {
      guard count > 1 else { return first }
      var finding = first
      let named = lines.map(String.init).joined(separator: ", ")
      let more = count > lines.count ? " và \(count - lines.count) dòng nữa" : ""
      finding.message += "; \(count) bản ghi như vậy, ở dòng \(named)\(more)"
      return finding
    }
  }

  /// How many lines of a fault are named.
  private static let namedLines = 10
  /// How many bytes of a line are kept to be shown.
  private static let shownBytes = 1 << 16

  init(limit: Int) { self.limit = limit }

  /// Notes what was found in the record of a line.
  ///
  /// - Parameters:
  ///   - findings: what was found there.
  ///   - line: the line, from 1.
  ///   - isSingle: true for what speaks of the text of the line, which no other shares.
  mutating func add(_ findings: [Diagnostic], line: Int, isSingle: Bool = false) {
    for finding in findings {
      if finding.severity == .error { hasErrors = true }
      var key = finding
      key.place.file = nil
      if !isSingle { key.place.span = nil }
      if let index = known[key] {
        groups[index].count += 1
        if groups[index].lines.count < Self.namedLines { groups[index].lines.append(line) }
        continue
      }
      guard told[finding.severity, default: 0] < limit else {
        untold[finding.severity, default: 0] += 1
        continue
      }
      told[finding.severity, default: 0] += 1
      known[key] = groups.count
      groups.append(Group(first: Self.shortened(finding), lines: [line], count: 1))
    }
  }

  /// Every finding that is told, in the order of the records; behind them how many are not.
  var findings: [Diagnostic] {
    let counts = Severity.allCases.compactMap { severity in
      untold[severity].map { (severity, $0) }
    }
    return groups.map(\.finding) + (counts.isEmpty ? [] : [.untold(counts)])
  }

  /// A line may be megabytes long; what a printer can show of it is not.
  private static func shortened(_ finding: Diagnostic) -> Diagnostic {
    guard let span = finding.place.span, span.text.utf8.count > shownBytes else { return finding }
    var finding = finding
    finding.place.span?.text =
      span.column < shownBytes / 4 ? String(span.text.prefix(span.column + 200)) : ""
    return finding
  }
}

// What is wrong with a file of records; the pages behind the codes are in `RecordPages.swift`.

extension Diagnostic {
  static func untold(_ counts: [(Severity, Int)]) -> Diagnostic {
    let words = counts.map { severity, count in
      switch severity {
      case .error: "\(count) lỗi"
      case .warning: "\(count) cảnh báo"
      case .info: "\(count) ghi chú"
      }
    }
    return .info(
      Code("PL013"), "còn \(words.joined(separator: ", ")) nữa ở các bản ghi, chưa nêu ở đây",
      help: "sửa những lỗi đã nêu rồi chạy lại")
  }

  static func noRecords(_ path: String) -> Diagnostic {
    .error(
      Code("PL014"), "tệp “\(path)” không có bản ghi nào", at: .file(path),
      help: "viết mỗi bản ghi thành một dòng JSON")
  }

  static func spreadRecords(_ path: String, _ brackets: String) -> Diagnostic {
    .error(
      Code("PL019"),
      "tệp “\(path)” không có mỗi dòng một bản ghi: dòng đầu chỉ có “\(brackets)”", at: .file(path),
      help:
        "viết trọn mỗi bản ghi trên một dòng, không có ngoặc [ ] bao ngoài và dấu phẩy cuối dòng")
  }

  static func longRecord(_ path: String, line: Int, limit: Int) -> Diagnostic {
    .error(
      Code("PL015"), "dòng \(line) dài hơn giới hạn \(limit) byte cho một bản ghi",
      at: Place(file: path, span: TextSpan(line: line, column: 1, length: 1, text: "")),
      help: "chia bớt dữ liệu của bản ghi này, hoặc ghi ảnh thành tệp thay cho “data:”")
  }

  static func manyRecords(_ path: String, line: Int, limit: Int) -> Diagnostic {
    .error(
      Code("PL016"), "tệp có hơn \(limit) bản ghi; từ dòng \(line) trở đi không được đọc",
      at: Place(file: path, span: TextSpan(line: line, column: 1, length: 1, text: "")),
      help: "chia tệp thành nhiều tệp, mỗi tệp một thư mục kết quả")
  }

  static func sameName(_ name: String, first: Int, at place: Place) -> Diagnostic {
    .error(
      Code("PL017"),
      "tên tệp “\(name)” trùng với bản ghi ở dòng \(first)", at: place,
      help: "thêm vào --name một thẻ khác nhau ở mỗi bản ghi, ví dụ <<vòng.stt>>")
  }

  static func noName(_ text: String, at place: Place) -> Diagnostic {
    .error(
      Code("PL018"), "--name cho ra “\(text)”, không còn chữ nào dùng làm tên tệp được", at: place,
      help: "điền trường mà --name đọc, hoặc thêm thẻ <<vòng.stt>> vào --name")
  }
}
