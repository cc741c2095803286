internal import Conformance
internal import Diagnostics

/// The page that lists every check of every document, for a person to sign.
enum LintReportPage {
  static func html(_ reports: [(path: String, report: LintReport)]) -> String {
    let documents = reports.map { section($0.path, $0.report) }.joined()
    return """
      <!DOCTYPE html>
      <html lang="vi">
      <head><meta charset="utf-8"><title>Kết quả soát thể thức</title>
      <style>
      body { font-family: "Times New Roman", serif; margin: 2em auto; max-width: 60em; }
      table { border-collapse: collapse; width: 100%; }
      th, td { border: 1px solid #999; padding: 0.3em 0.5em; text-align: left; vertical-align: top; }
      .failed { background: #fdd; } .notChecked { background: #ffd; }
      .notApplicable { color: #777; }
      @media print { section { break-after: page; } }
      </style></head>
      <body>
      <h1>Kết quả soát thể thức theo Nghị định 30/2020/NĐ-CP</h1>
      \(documents)</body>
      </html>

      """
  }

  private static func section(_ path: String, _ report: LintReport) -> String {
    let rows = report.results.map(row).joined()
    let unread =
      report.results.isEmpty ? report.findings.map { "<p>\(escaped($0.message))</p>" } : []
    let open = report.open.reduce(0) { $0 + $1.ids.count }
    return """
      <section>
      <h2>\(escaped(path))</h2>
      <p>\(report.passed) điểm đạt, \(report.failed) điểm không đạt, \(open) điểm chưa soát.</p>
      \(unread.joined())
      <table><thead><tr><th>Mã</th><th>Yêu cầu</th><th>Kết quả</th><th>Giá trị thấy</th>\
      <th>Căn cứ</th></tr></thead><tbody>
      \(rows)</tbody></table>
      <p>Người soát (ký, ghi rõ họ tên): ………………………………… Ngày: ……………</p>
      </section>

      """
  }

  private static func row(_ result: CheckResult) -> String {
    let (name, outcome, seen): (String, String, String)
    switch result.verdict {
    case .passed: (name, outcome, seen) = ("passed", "đạt", "")
    case .failed:
      let places = result.findings.map { finding in
        [finding.message, finding.place.context].compactMap(\.self).map(escaped)
          .joined(separator: "; ")
      }
      (name, outcome, seen) = ("failed", "không đạt", places.joined(separator: "<br>"))
    case .notChecked(let reason):
      (name, outcome, seen) = ("notChecked", "chưa soát", escaped(reason))
    case .notApplicable(let reason):
      (name, outcome, seen) = ("notApplicable", "không áp dụng", escaped(reason))
    }
    let check = result.check
    return "<tr class=\"\(name)\"><td>\(check.id)</td><td>\(escaped(check.says))</td>"
      + "<td>\(outcome)</td><td>\(seen)</td><td>\(escaped(check.citation))</td></tr>\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
