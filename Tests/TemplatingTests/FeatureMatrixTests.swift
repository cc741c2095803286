import Foundation
import Templating
import TestSupport
import Testing

@Suite("The matrix of features and the pains, proved and written down")
struct FeatureMatrixTests {
  private static let groups: [(title: String, rows: [Feature])] = [
    ("Dữ liệu và phép tính", Feature.data), ("Điều kiện", Feature.conditions),
    ("Vòng lặp", Feature.loops), ("Chỗ đứng của thẻ", Feature.places),
    ("Nội dung", Feature.contents), ("Chắc chắn", Feature.robustness),
    ("Soạn mẫu và vận hành", Feature.operation),
  ]

  @Test("what the page claims", arguments: groups.flatMap(\.rows), DocumentFormat.allCases)
  func holds(feature: Feature, format: DocumentFormat) throws {
    switch feature.claim(in: format) {
    case .has(let proof), .lacks(_, let proof):
      switch proof {
      case .run(let run): try run(format)
      case .function(let name, let file):
        #expect(try source(file).contains("func \(name)("), "\(file): \(name)")
      }
    case .doesNotApply: break
    }
  }

  private func source(_ path: String) throws -> String {
    try String(contentsOf: Fixture.projectURL.appending(path: path), encoding: .utf8)
  }

  @Test("the page")
  func page() throws {
    var lines = [
      "# Bộ điền mẫu làm được gì", "",
      "Do `FeatureMatrixTests` lập từ chính các phép thử, không sửa tay (`scripts/update-golden --filter",
      "FeatureMatrixTests`). Mỗi hàng là một phép thử chạy ở DOCX và ở ODT: “có” khi nó đạt; “không” cũng có",
      "phép thử, hỏng vào ngày chương trình làm được, để trang này phải sửa theo. Cột cuối: trong 19 bộ",
      "điền đã đọc tháng 11 năm 2026 (docxtemplater, docxtpl, Carbone, poi-tl, relatorio…), bao nhiêu bộ làm",
      "được trọn vẹn mà không phải trả tiền; con số ấy là người đọc ghi lại, không do phép thử.",
    ]
    for (title, rows) in Self.groups {
      lines += [
        "", "## \(title)", "", "| Tính năng | Thẻ | DOCX | ODT | Bộ khác |",
        "|---|---|---|---|---|",
      ]
      lines += rows.map { row in
        "| \(row.name) | \(Self.code(row.written)) | \(Self.words(row.word)) | \(Self.words(row.writer)) |"
          + " \(row.others.map { "\($0)/19" } ?? "") |"
      }
    }
    lines += try painLines()
    try expectText(
      lines.joined(separator: "\n") + "\n",
      equals: Fixture.projectURL.appending(path: "docs/tinh-nang-bo-dien.md"))
  }

  private static func words(_ claim: Feature.Claim) -> String {
    switch claim {
    case .has: "có"
    case .lacks(let why, _): "không: \(why)"
    case .doesNotApply(let why): "– (\(why))"
    }
  }

  private static func code(_ text: String) -> String {
    text.isEmpty ? "" : "`\(text.replacing("|", with: "\\|"))`"
  }

  // MARK: Pains

  /// A test function named after pains, as it stands in the source.
  private struct PainTest {
    let pains: [Int]
    let function: String
    let formats: [DocumentFormat]
  }

  /// The tests that name a pain, of the files of this folder whose names begin with `Pain`.
  private func painTests() throws -> [PainTest] {
    let attribute =
      #/
      @Test\(\s*"pain\s(?<first>\d+)(?:\sand\s(?<second>\d+))?:[^"]*"
      (?<rest>[^{]*?)func\s(?<name>\w+)
      /#
    let folder = Fixture.projectURL.appending(path: "Tests/TemplatingTests")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try files.filter { $0.hasPrefix("Pain") }.flatMap { file in
      let suite = file.replacing(".swift", with: "")
      return try source("Tests/TemplatingTests/\(file)").matches(of: attribute).map { match in
        let rest = match.rest
        let formats = DocumentFormat.allCases.filter {
          rest.contains("DocumentFormat.allCases")
            || rest.contains("DocumentFormat.\($0.rawValue)]")
        }
        return PainTest(
          pains: [match.first, match.second].compactMap { $0.flatMap { Int($0) } },
          function: "\(suite)/\(match.name)", formats: formats)
      }
    }
  }

  private func painLines() throws -> [String] {
    let tests = try painTests()
    var lines = [
      "", "## Những gì người dùng các bộ điền khác hay khổ vì", "",
      "Số thứ tự theo độ thường gặp. Mỗi phép thử trước hết cho thấy nỗi khổ ấy có thật trong tệp của nó.",
      "", "| # | Nỗi khổ | DOCX | ODT | Phép thử |", "|---|---|---|---|---|",
    ]
    for (index, pain) in Pain.all.enumerated() {
      let own = tests.filter { $0.pains.contains(index + 1) }
      #expect(
        own.isEmpty == (pain.without != nil), "pain \(index + 1): a test, or why there is none")
      let cells = DocumentFormat.allCases.map { format in
        own.contains { $0.formats.contains(format) } ? "có" : "–"
      }
      let names = own.map { "`\($0.function)`" }.joined(separator: ", ")
      lines.append(
        "| \(index + 1) | \(pain.title) | \(cells.joined(separator: " | ")) |"
          + " \(pain.without ?? names) |")
    }
    return lines
  }
}

/// What users of template engines suffer from, in the order of how often it is told.
private struct Pain {
  let title: String
  /// Why no test of this folder names it.
  var without: String?

  static let all = [
    Pain(title: "dòng trống do thẻ lặp và điều kiện để lại"),
    Pain(title: "Word báo tệp hỏng vì số hiệu trùng sau vòng lặp"),
    Pain(title: "danh sách đánh số chạy tiếp qua các lần lặp"),
    Pain(title: "thẻ bị cắt qua nhiều mảnh định dạng"),
    Pain(title: "lỗi không nói ở đâu, cái gì; chỉ báo lỗi đầu tiên"),
    Pain(title: "dấu &, <, ký tự điều khiển trong giá trị làm hỏng tệp"),
    Pain(title: "ô, hàng, bảng rỗng sau một điều kiện sai"),
    Pain(title: "ghép nhiều bản ghi vào một tệp in; trang trắng ở cuối"),
    Pain(title: "vùng và đầu trang trong vòng lặp"),
    Pain(title: "gộp ô dọc theo dữ liệu; ô gộp sẵn trong vòng lặp"),
    Pain(title: "mẫu chạy được mã lệnh"),
    Pain(title: "đầu trang, chân trang, khung chữ, chú thích không được điền"),
    Pain(title: "chậm hay hết bộ nhớ với hàng nghìn hàng"),
    Pain(title: "mẫu cần những tên nào; tên sai, thiếu, thừa"),
    Pain(title: "dấu cách quanh thẻ biến mất"),
    Pain(title: "xuống dòng, tab, nhiều dấu cách trong giá trị bị mất"),
    Pain(title: "giá trị mất định dạng, hoặc lấy nhầm định dạng"),
    Pain(title: "thay ảnh mẫu mà giữ khung; mỗi bản sao một ảnh"),
    Pain(title: "ngoặc kép cong, gạch dài, dấu cách không ngắt trong thẻ"),
    Pain(title: "cột theo điều kiện, cột lặp; bảng một cột"),
    Pain(title: "dấu trang, tham chiếu, mục lục, số trang hỏng hoặc cũ"),
    Pain(title: "thẻ nằm trong sửa đổi theo dõi"),
    Pain(
      title: "văn bản chèn vào mất kiểu, đánh số, ảnh",
      without: "không có thẻ chèn văn bản; xem hàng “chèn văn bản khác vào” ở trên"),
    Pain(title: "ô đánh dấu"),
    Pain(title: "tầm của vòng lặp bị đoán sai"),
    Pain(title: "đích của liên kết theo dữ liệu"),
    Pain(title: "hàng tiêu đề, hàng không tách qua trang, dòng đi liền"),
    Pain(title: "ngày lệch vì múi giờ, số viết theo ngôn ngữ của máy"),
  ]
}
