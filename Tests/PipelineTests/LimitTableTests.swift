import Foundation
import Pipeline
import TestSupport
import Testing

@Suite("The table of limits")
struct LimitTableTests {
  @Test("the page for clerks says every limit and its number")
  func page() throws {
    let rows = SafetyLimits.all.map { entry in
      let number = SafetyLimits.standard[keyPath: entry.path]
      let linted = entry.lintPath.map { SafetyLimits.standard[keyPath: $0] }
      let other = linted.map { $0 == number ? "" : " (văn bản đem soát: \($0))" } ?? ""
      return "| `\(entry.name)` | \(number)\(other) | \(entry.meaning) | \(entry.code) |"
    }
    let page = """
      # Giới hạn an toàn

      Mẫu, dữ liệu và văn bản đến từ bất cứ đâu, nên mỗi tệp chỉ được tốn đến một mức. Quá mức thì
      chương trình dừng trước khi tốn bộ nhớ, nói giới hạn nào và cách nới. Lệnh `render`, `inspect`,
      `merge-print`, `lint`, `check`, `build` nhận `--limit tên=số`, nhiều lần; `K` và `M` là 1024 và
      1024² lần. Chỉ nới cho tệp mà bạn biết rõ nguồn. Văn bản đem soát gặp cùng giới hạn thì `lint`
      báo CF002, CF003. Trang này do kiểm thử viết (`scripts/update-golden`).

      | Tên | Mức | Là số | Mã |
      |---|---|---|---|

      """ + rows.joined(separator: "\n") + "\n"
    try expectText(page, equals: Fixture.projectURL.appending(path: "docs/gioi-han.md"))
  }
}
