import Foundation
import Pipeline
import TestSupport
import Testing

@Suite("The table of limits")
struct LimitTableTests {
  @Test("the page for clerks says every limit and its number")
  func page() throws {
    let rows = SafetyLimits.all.map { entry in
      "| `\(entry.name)` | \(SafetyLimits.standard[keyPath: entry.path]) | \(entry.meaning) |"
        + " \(entry.code) |"
    }
    let page = """
      # Giới hạn an toàn

      Mẫu, dữ liệu và văn bản đến từ bất cứ đâu, nên mỗi tệp chỉ được tốn đến một mức. Quá mức thì
      chương trình dừng trước khi tốn bộ nhớ, nói giới hạn nào và cách nới. Lệnh `render`, `inspect`,
      `lint`, `check`, `build` nhận `--limit tên=số`, nhiều lần; `K` và `M` là 1024 và 1024² lần.
      Chỉ nới cho tệp mà bạn biết rõ nguồn. Trang này do kiểm thử viết (`scripts/update-golden`).

      | Tên | Mức | Là số | Mã |
      |---|---|---|---|

      """ + rows.joined(separator: "\n") + "\n"
    try expectText(page, equals: Fixture.projectURL.appending(path: "docs/gioi-han.md"))
  }
}
