import Diagnostics
import LocatedJSON
import Templating
import Testing

/// Everything the language has, and the data that are inferred from it.
@Suite("What is inferred from every construct of the language")
struct InferenceTests {
  /// Tags, and the type that the schema gives the key `a` or what it leads to.
  private static let constructs: [(written: String, type: String)] = [
    ("<<a>>", "string"), ("<<a | in hoa>>", "string"), ("<<a | chữ thường>>", "string"),
    ("<<a | hoa chữ đầu>>", "string"), ("<<a | hoa mỗi chữ>>", "string"),
    ("<<a | ngày>>", "string"),
    ("<<a | ngày đầy đủ>>", "string"), ("<<a | năm>>", "string"), ("<<a | số>>", "number"),
    ("<<a | phần trăm>>", "number"), ("<<a | tiền>>", "number"), ("<<a | bằng chữ>>", "integer"),
    ("<<a | tiền bằng chữ>>", "integer"), ("<<a | la mã>>", "integer"),
    ("<<a | chữ cái>>", "integer"), ("<<a | hai chữ số>>", "integer"),
    ("<<a | mặc định x>>", "string"), ("<<a | dòng chấm 9>>", "string"),
    ("<<a | bỏ dòng>>", "string"), ("<<a | viết liền>>", "string"), ("<<a | ông bà>>", "string"),
    ("<<a | hộp kiểm>>", "boolean"), ("<<a | nối ;>>", "array"), ("<<a | đếm>>", "array"),
    ("<<a | tổng k>>", "array"), ("<<= a + 1>>", "number"), ("<<= (a | đếm) × 2>>", "array"),
    ("<<nếu a>>x<<hết>>", ""), ("<<nếu không a>>x<<hết>>", ""),
    ("<<nếu a = 'x'>>x<<hết>>", "string"), ("<<nếu a ≥ 3>>x<<hết>>", "number"),
    ("<<nếu a < '2026-01-01'>>x<<hết>>", "string"), ("<<nếu 'x' có trong a>>x<<hết>>", "array"),
    ("<<nếu a để trống>>x<<hết>>", ""), ("<<chỉ khi a>>x", ""),
    ("<<mỗi p trong a>><<p>><<hết>>", "array"), ("<<mỗi đoạn p trong a>><<p.k>>", "array"),
    ("<<mỗi p trong a | lọc k > 1 | sắp xếp theo k>><<p.k>><<hết>>", "array"),
    (
      "<<mỗi n trong a | nhóm theo k>><<n.k>><<mỗi p trong n.danh sách>><<p.m>><<hết>><<hết>>",
      "array"
    ),
    ("<<#a>>x<</a>>", ""), ("<<#a>><<k>><</a>>", "object"), ("<<^a>>x<</a>>", ""),
    ("{{#if a}}x{{else}}y{{/if}}", ""),
    ("{{#each p in a}}{{p.k}}{{sep}},{{/sep}}{{/each}}", "array"),
    ("<<a.b.c>>", "object"),
    ("<<mỗi p trong a>><<mỗi q trong p.b>><<q>> <<..vòng.stt>><<hết>><<hết>>", "array"),
  ]

  @Test(
    "the schema's type, and a sample that fills it without a finding",
    arguments: constructs.indices,
    DocumentFormat.allCases)
  func construct(index: Int, format: DocumentFormat) throws {
    let (written, type) = Self.constructs[index]
    let compiled = Template.compile(
      try MiniDocument.bytes([MiniDocument.p(written)], format: format), name: "mẫu")
    let template = try #require(compiled.value, "\(written): \(compiled.findings)")
    let property = template.schema["properties"]?["a"]
    let found = property?["type"]?.string ?? property?["type"]?.array?.first?.string ?? ""
    #expect(found == type, "\(written)")
    let result = template.checked(template.sample)
    #expect(result.value != nil && result.findings.isEmpty, "\(written): \(result.findings)")
    let comparison = template.comparison(with: template.sample)
    #expect(comparison.missing.isEmpty && comparison.unread.isEmpty, "\(written)")
  }

  @Test("rows, columns and merged cells", arguments: DocumentFormat.allCases)
  func tables(format: DocumentFormat) throws {
    let grid =
      format == .docx
      ? "<w:tblGrid><w:gridCol w:w=\"9\"/><w:gridCol w:w=\"9\"/></w:tblGrid>"
      : "<table:table-column table:number-columns-repeated=\"2\"/>"
    let rows = [
      ["Tên", "<<mỗi cột m trong môn>><<m.tên>><<hết>>"],
      ["<<mỗi hàng p trong người>><<p.phòng | gộp ô>>", "<<hàng chỉ khi p.có>><<m.mã>>"],
    ].map { row($0.map { p($0, format) }, format) }.joined()
    let body =
      format == .docx
      ? "<w:tbl>\(grid)\(rows)</w:tbl>" : "<table:table>\(grid)\(rows)</table:table>"
    let compiled = Template.compile(try RawDocument.bytes(body, format), name: "mẫu")
    let template = try #require(compiled.value, "\(compiled.findings)")
    #expect(
      String(decoding: JSONWriter.compact(template.sample), as: UTF8.self)
        == #"{"mon":[{"ten":"tên","ma":"mã"}],"nguoi":[{"co":true,"phong":"phòng"}]}"#)
    #expect(template.checked(template.sample).findings.isEmpty)
  }

  @Test("a root that is a list or a text itself", arguments: DocumentFormat.allCases)
  func roots(format: DocumentFormat) throws {
    for (written, type) in [
      ("<<mỗi p trong .>><<p.k>><<hết>>", "array"), ("<<. | ngày>>", "string"),
    ] {
      let compiled = Template.compile(
        try MiniDocument.bytes([MiniDocument.p(written)], format: format), name: "mẫu")
      let template = try #require(compiled.value, "\(compiled.findings)")
      #expect(template.schema["type"]?.string == type, "\(written)")
      #expect(template.checked(template.sample).findings.isEmpty, "\(written)")
    }
  }
}
