import Diagnostics
import LocatedJSON
import Templating
import Testing

private typealias M = MiniDocument

private let office: JSONValue = [
  "ds": [
    ["ho_ten": "Lò Thị Xuân", "don_vi": "Tổng hợp", "chuc": "", "so": 3],
    ["ho_ten": "Nguyễn Văn Ân", "don_vi": "Hành chính", "chuc": "Kế toán", "so": 2],
    ["ho_ten": "Cầm Thị Ánh", "don_vi": "Tổng hợp", "chuc": nil, "so": 1],
  ],
  "trong": "  ", "chua": nil, "co": "x", "so": 5, "a": ["b": [["c": ["1", "2"]]], "t": "T"],
]

private let cases: [DocumentCase] = [
  DocumentCase(
    "a paragraph whose value is empty goes; a number stays",
    [
      M.p("Chức vụ: <<trong | bỏ dòng>>"), M.p("a <<chưa | bỏ dòng>>"), M.p("b <<co | bỏ dòng>>"),
      M.p("<<số | bỏ dòng>>"),
    ],
    office, ["b x", "5"]),
  DocumentCase(
    "a row goes when the cell holds that paragraph alone, else the paragraph",
    [
      .table([
        M.row("Chức vụ", "<<trong | bỏ dòng>>"), M.row("Tên", "<<co | bỏ dòng>>"),
        [[M.p("x")], [M.p("y"), M.p("<<trong | bỏ dòng>>")]],
      ])
    ],
    office, ["|Tên|x", "|x|y"]),
  DocumentCase(
    "rows of a loop without the empty ones",
    [.table([M.row("<<mỗi p trong ds>><<ho_ten>>", "<<p.chuc | bỏ dòng | in hoa>>")])], office,
    ["|Nguyễn Văn Ân|KẾ TOÁN"]),
  DocumentCase(
    "a line to write on by hand", [M.p("Ông: <<chưa | dòng chấm 10>>, <<co | dòng chấm 4>>")],
    office, ["Ông: .........., x"]),
  DocumentCase(
    "people by given name",
    [M.p("<<mỗi p trong ds | sắp xếp theo họ tên>><<p.họ tên>><<giữa>>; <<hết giữa>><<hết>>")],
    office, ["Cầm Thị Ánh; Nguyễn Văn Ân; Lò Thị Xuân"]),
  DocumentCase(
    "groups and their items, with numbers of both loops",
    [
      .table([
        M.row("<<mỗi n trong ds | nhóm theo đơn vị>>", ""),
        M.row("<<vòng.stt | la mã>>", "<<n.đơn vị>> (<<n.danh sách | đếm>>)"),
        M.row(
          "<<mỗi p trong n.danh sách | sắp xếp theo số>><<..vòng.stt>>.<<stt>>",
          "<<p.họ tên>><<hết>>"),
        M.row("<<hết>>", ""),
      ])
    ],
    office,
    [
      "|I|Tổng hợp (2)", "|1.1|Cầm Thị Ánh", "|1.2|Lò Thị Xuân", "|II|Hành chính (1)",
      "|2.1|Nguyễn Văn Ân",
    ]),
  DocumentCase(
    "a choice, a sum, a count in an expression",
    [M.p("<<ds | tổng số>> <<nếu (ds | lọc số > 1 | đếm) = 2>>hai<<hết>>")], office, ["6 hai"]),
  DocumentCase(
    "two scopes further out",
    [M.p("<<mỗi x trong a.b>><<mỗi y trong c>><<.>><<..vòng.stt>><<....co>> <<hết>><<hết>>")],
    office, ["11x 21x "]),
]

@Suite("What filters do to a document")
struct FilterDocumentTests {
  @Test("situation", arguments: cases, DocumentFormat.allCases)
  func renders(situation: DocumentCase, format: DocumentFormat) throws {
    try situation.check(format)
  }

  @Test(
    "where a filter of the document has no meaning",
    arguments: [
      "<<nếu co | bỏ dòng>>x<<hết>>", "<<= (co | bỏ dòng) + 1>>", "<<chỉ khi co | bỏ dòng>>x",
      "<<mỗi p trong ds | bỏ dòng>>x<<hết>>",
    ], DocumentFormat.allCases)
  func misplaced(tag: String, format: DocumentFormat) throws {
    #expect(try codes([M.p(tag)], format) == ["TE044"])
  }

  @Test("a missing name is no empty line", arguments: DocumentFormat.allCases)
  func missing(format: DocumentFormat) throws {
    #expect(try codes([M.p("<<vang | bỏ dòng>>")], format) == ["TE030"])
    #expect(try codes([M.p("<<vang | dòng chấm 9>>")], format) == ["TE030"])
  }

  @Test("the item that lacks a key is told by its number", arguments: DocumentFormat.allCases)
  func lacking(format: DocumentFormat) throws {
    let bytes = try M.bytes([M.p("<<mỗi p trong ds | sắp xếp theo chuc>>x<<hết>>")], format: format)
    let template = try #require(Template.compile(bytes, name: "mẫu").value)
    let finding = try #require(template.checked(office).findings.first)
    #expect(finding.code == Code("TE034"))
    #expect(finding.message.contains("mục thứ 3 của danh sách có “chuc” là chưa biết"))
  }
}
