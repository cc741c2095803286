import Diagnostics
import LocatedJSON
import Templating
import Testing

private typealias M = MiniDocument

/// A situation: a template, data, and what the finished document shows.
private struct Case: CustomTestStringConvertible {
  let testDescription: String
  let blocks: [M.Block]
  let data: JSONValue
  let expected: [String]

  init(_ name: String, _ blocks: [M.Block], _ data: JSONValue, _ expected: [String]) {
    testDescription = name
    self.blocks = blocks
    self.data = data
    self.expected = expected
  }
}

private let people: JSONValue = [
  "ds": [
    ["ten": "An", "chuc": "Chuyên viên"], ["ten": "Bình", "chuc": nil],
    ["ten": "Cường & <Con>", "chuc": "Kế toán"],
  ],
  "vang": [], "co": true, "tat": false, "a": "α", "chua": nil,
]

private let cases: [Case] = [
  Case("a value", [M.p("Ông <<a>>!")], people, ["Ông α!"]),
  Case("all three families", [M.p("<<a>> «a» {{a}}")], people, ["α α α"]),
  Case(
    "a tag cut into runs", [.paragraph(["x<", "<", "a", " | in ", "hoa>", ">y"])], people, ["xΑy"]),
  Case(
    "two tags in one run, one across", [.paragraph(["<<a>>-<<", "a>>-<<a>>"])], people, ["α-α-α"]),
  Case("a literal sign", [M.p("<<\"<<\">>a>")], people, ["<<a>"]),
  Case("escaped values", [M.p("<<= 'a & <b>'>>")], people, ["a & <b>"]),
  Case(
    "an inline condition", [M.p("x<<nếu co>>1<<không thì>>2<<hết>>y<<nếu tat>>3<<hết>>")],
    people, ["x1y"]),
  Case(
    "else-if", [M.p("<<nếu tat>>1<<còn nếu a = 'α'>>2<<không thì>>3<<hết nếu>>")], people, ["2"]),
  Case(
    "an inline condition across runs",
    [.paragraph(["a<<nếu tat>>b", "c", "d<<không thì>>e", "f<<hết>>g"])], people, ["aefg"]),
  Case(
    "an inline loop with a separator",
    [M.p("<<mỗi p trong ds>><<p.ten>><<giữa>>, <<hết giữa>><<hết>>.")], people,
    ["An, Bình, Cường & <Con>."]),
  Case(
    "a loop over paragraphs; paragraphs of block tags alone go",
    [
      M.p("đầu"), M.p("<<mỗi p trong ds>>"), M.p("- <<ten>> <<vòng.stt>>/<<số lượng>>"),
      M.p("<<hết>>"), M.p("cuối"),
    ],
    people, ["đầu", "- An 1/3", "- Bình 2/3", "- Cường & <Con> 3/3", "cuối"]),
  Case(
    "an empty list",
    [M.p("<<mỗi p trong vang>>"), M.p("x"), M.p("<<không có>>"), M.p("trống"), M.p("<<hết>>")],
    people, ["trống"]),
  Case(
    "a filled list passes by its empty clause",
    [M.p("<<mỗi p trong ds>>"), M.p("<<ten>>"), M.p("<<không có>>"), M.p("trống"), M.p("<<hết>>")],
    people, ["An", "Bình", "Cường & <Con>"]),
  Case(
    "blocks that open and close in the same tag-only paragraphs",
    [M.p("<<nếu co>><<mỗi p trong ds>>"), M.p("<<ten>>"), M.p("<<hết>><<hết>>")], people,
    ["An", "Bình", "Cường & <Con>"]),
  Case(
    "tags at the borders of the paragraphs they repeat",
    [M.p("<<mỗi p trong ds>><<ten>>"), M.p("= <<vòng.stt>><<hết>>")], people,
    ["An", "= 1", "Bình", "= 2", "Cường & <Con>", "= 3"]),
  Case(
    "a condition on its paragraph", [M.p("<<chỉ khi co>>có"), M.p("<<chỉ khi tat>>không")], people,
    ["có"]),
  Case(
    "null is false in a condition, inner before outer",
    [M.p("<<mỗi p trong ds>>"), M.p("<<ten>><<nếu chuc>>: <<chuc>><<hết>>"), M.p("<<hết>>")],
    people,
    ["An: Chuyên viên", "Bình", "Cường & <Con>: Kế toán"]),
  Case(
    "rows between tag-only rows",
    [
      .table([
        M.row("TT", "Tên"), M.row("<<mỗi p trong ds>>", ""), M.row("<<stt>>", "<<ten>>"),
        M.row("<<hết>>", ""),
      ])
    ],
    people, ["|TT|Tên", "|1|An", "|2|Bình", "|3|Cường & <Con>"]),
  Case(
    "a row with both ends in it",
    [.table([M.row("TT", "Tên"), M.row("<<mỗi p trong ds>><<stt>>", "<<ten>><<hết>>")])], people,
    ["|TT|Tên", "|1|An", "|2|Bình", "|3|Cường & <Con>"]),
  Case(
    "a row repeated without an end",
    [.table([M.row("<<mỗi p trong ds>><<stt>>", "<<ten>>"), M.row("hết", "bảng")]), M.p("<<a>>")],
    people,
    ["|1|An", "|2|Bình", "|3|Cường & <Con>", "|hết|bảng", "α"]),
  Case(
    "a row repeated without an end inside a loop over tables",
    [
      M.p("<<mỗi n trong nhom>>"), .table([M.row("<<mỗi p trong n.ds>><<p>>")]), M.p("-"),
      M.p("<<hết>>"),
    ],
    ["nhom": [["ds": ["1", "2"]], ["ds": ["3"]]]], ["|1", "|2", "-", "|3", "-"]),
  Case(
    "groups of rows, one in the other",
    [
      .table([
        M.row("<<mỗi n trong nhom>>", ""), M.row("<<n.ten>>", ""),
        M.row("<<mỗi v trong n.ds>><<stt>>", "<<v>><<hết>>"),
        M.row("<<hết>>", ""),
      ])
    ],
    ["nhom": [["ten": "A", "ds": ["x", "y"]], ["ten": "B", "ds": []]]],
    ["|A|", "|1|x", "|2|y", "|B|"]),
  Case(
    "a table without rows goes", [.table([M.row("<<mỗi p trong vang>><<p>>")]), M.p("sau")], people,
    ["sau"]),
  Case(
    "a cell keeps a paragraph",
    [.table([[[M.p("<<nếu tat>>"), M.p("x"), M.p("<<hết>>")], [M.p("y")]]])], people, ["||y"]),
  Case(
    "a row on a condition",
    [.table([M.row("<<hàng chỉ khi tat>>x"), M.row("<<hàng chỉ khi co>>y")])], people, ["|y"]),
  Case(
    "a table on a condition", [.table([M.row("<<bảng chỉ khi tat>>x")]), M.p("z")], people, ["z"]),
  Case(
    "a comment goes with its paragraph", [M.p("<<! ghi chú “ >>"), M.p("a<<! x>>b")], people, ["ab"]
  ),
  Case(
    "the outer scope", [M.p("<<mỗi p trong ds>><<..a>><<vòng.stt>><<hết>>")], people, ["α1α2α3"]),
  Case(
    "the English aliases",
    [M.p("{{#if co}}{{#each p in ds}}{{p.ten}}{{sep}}+{{/sep}}{{/each}}{{else}}x{{/if}}")],
    people, ["An+Bình+Cường & <Con>"]),
  Case("an empty document keeps one paragraph", [M.p("<<chỉ khi tat>>x")], people, []),
]

@Suite("What a template renders")
struct RenderingTests {
  @Test("situation", arguments: cases, DocumentFormat.allCases)
  private func renders(situation: Case, format: DocumentFormat) throws {
    let bytes = try M.bytes(situation.blocks, format: format)
    let compiled = Template.compile(bytes, name: "mẫu")
    let template = try #require(compiled.value, "\(compiled.findings)")
    let result = template.checked(situation.data)
    let document = try #require(result.value, "\(result.findings)")
    var lines = try shown(document, format: format)
    // A body of ODF that lost all its paragraphs gets one back; that of DOCX may be empty.
    if lines == [""], situation.expected.isEmpty { lines = [] }
    #expect(lines == situation.expected)
    #expect(broken(document, template: bytes).isEmpty)
    #expect(template.checked(situation.data).value == document, "the same bytes again")
  }

  @Test("runs keep their formatting on both sides of a border", arguments: DocumentFormat.allCases)
  func runsSplit(format: DocumentFormat) throws {
    let bytes = try M.bytes(
      [.paragraph(["a<<mỗi p trong ds>>b", "<<p>>", "c<<hết>>d"])], format: format)
    let template = try #require(Template.compile(bytes, name: "mẫu").value)
    let document = try #require(template.checked(["ds": ["1", "2"]]).value)
    #expect(try shown(document, format: format, runs: true) == ["a·b·1·c·b·2·c·d"])
  }

  @Test("line ends, blank lines, tabs and spaces of a value", arguments: DocumentFormat.allCases)
  func breaks(format: DocumentFormat) throws {
    let bytes = try M.bytes([M.p("x<<v>>y")], format: format)
    let template = try #require(Template.compile(bytes, name: "mẫu").value)
    let document = try #require(template.checked(["v": "1\n2\t3\n\n4  5"]).value)
    let space = format == .odt ? "␣" : " "
    #expect(try shown(document, format: format) == ["x1⏎2⇥3", "4 \(space)5y"])
  }

  @Test("what XML forbids is dropped and said", arguments: DocumentFormat.allCases)
  func forbidden(format: DocumentFormat) throws {
    let bytes = try M.bytes([M.p("<<v>>")], format: format)
    let template = try #require(Template.compile(bytes, name: "mẫu").value)
    let result = template.checked(["v": "a\u{1}b\u{FFFF}c"])
    #expect(try shown(try #require(result.value), format: format) == ["abc"])
    #expect(result.findings.map(\.code) == [Code("TE036")])
  }
}

@Suite("What a template is refused for")
struct TemplateFaultTests {
  private static let faults: [(String, [M.Block], [String])] = [
    ("never closed", [M.p("Ông <<họ tên, sinh")], ["TE010"]),
    ("never opened", [M.p("Ông họ tên>>")], ["TE011"]),
    ("an unknown filter", [M.p("<<a | in hao>>")], ["TE016"]),
    ("a block left open", [M.p("<<nếu a>>x")], ["TE020"]),
    ("a block never opened", [M.p("x<<hết>>")], ["TE021"]),
    ("the wrong end", [M.p("<<nếu a>>x<<hết mỗi>>")], ["TE022"]),
    ("a clause outside its block", [M.p("<<không thì>>")], ["TE023"]),
    ("two else clauses", [M.p("<<nếu a>><<không thì>>1<<không thì>>2<<hết>>")], ["TE023"]),
    ("an end in the middle of a sentence", [M.p("a <<nếu b>> c"), M.p("d <<hết>> e")], ["TE024"]),
    ("from the text into a table", [M.p("<<nếu a>>"), .table([M.row("<<hết>>")])], ["TE024"]),
    ("a row condition outside a table", [M.p("<<hàng chỉ khi a>>")], ["TE025"]),
    ("a separator outside a loop", [M.p("<<nếu a>><<giữa>>,<<hết giữa>><<hết>>")], ["TE023"]),
    ("a section closed under another name", [M.p("<<#a.b>>x<</a>>")], ["TE022"]),
    ("a section without a name", [M.p("<<#>>x<</>>")], ["TE013"]),
    (
      "a faulty opening is one fault", [M.p("<<nếu a | xyz>>x<<không thì>>y<<hết nếu>>")], ["TE016"]
    ),
    (
      "pages inside a table", [.table([M.row("<<mỗi trang p trong a>>x<<hết>>", "y")])], ["TE024"]
    ),
    ("pages without an end", [M.p("<<mỗi trang p trong a>>x")], ["TE020"]),
    (
      "pages twice",
      [M.p("<<mỗi trang p trong a>>x<<hết>>"), M.p("<<mỗi trang p trong a>>x<<hết>>")], ["TE056"]
    ),
    (
      "all faults in one pass", [M.p("<<a | xyz>>"), M.p("<<hết>>"), M.p("b>>")],
      ["TE016", "TE011", "TE021"]
    ),
  ]

  @Test("fault", arguments: faults.indices, DocumentFormat.allCases)
  func fault(index: Int, format: DocumentFormat) throws {
    let (name, blocks, codes) = Self.faults[index]
    let compiled = Template.compile(try M.bytes(blocks, format: format), name: "mẫu.docx")
    #expect(compiled.findings.map(\.code.description) == codes, "\(name)")
    #expect(compiled.value == nil)
    #expect(compiled.findings.allSatisfy { $0.place.context?.hasPrefix("thân văn bản") ?? false })
    #expect(compiled.findings.allSatisfy { $0.help != nil })
  }

  @Test(
    "a fault of the data names the tag and the nearest name",
    arguments: [
      ("<<hoten>>", "TE030", "có phải là “ho_ten”?"), ("<<chua>>", "TE031", nil),
      ("<<ds>>", "TE032", nil), ("<<mỗi p trong ho_ten>>x<<hết>>", "TE033", nil),
      ("<<nếu ho_ten > 3>>x<<hết>>", "TE034", nil), ("<<nếu vắng>>x<<hết>>", "TE030", nil),
      ("<<ho_ten | ngày>>", "TE034", nil),
    ] as [(String, String, String?)])
  func data(tag: String, code: String, help: String?) throws {
    let data: JSONValue = ["ho_ten": "Lò Thị Xuân", "chua": nil, "ds": ["x"]]
    let bytes = try M.bytes([M.p(tag)], format: .docx)
    let template = try #require(Template.compile(bytes, name: "mẫu").value)
    let result = template.checked(data)
    #expect(result.value == nil)
    #expect(result.findings.map(\.code.description) == [code])
    if let help { #expect(result.findings.first?.help == help) }
  }

  @Test("two keys that read alike are refused")
  func twins() throws {
    let template = try #require(
      Template.compile(try M.bytes([M.p("<<a>>")], format: .odt), name: "mẫu").value)
    let result = template.checked(["ho_ten": "1", "Họ tên": "2", "a": "x", "ho-ten": "3"])
    #expect(result.findings.map(\.code.description) == ["TE037", "TE037"])
  }

  @Test("a name without marks that fits two keys is refused, one with marks is not")
  func ambiguous() throws {
    let data: JSONValue = ["bằng": "1", "bảng": "2"]
    for (tag, codes) in [("<<bang>>", ["TE034"]), ("<<bảng>>", [])] {
      let bytes = try M.bytes([M.p(tag)], format: .docx)
      let template = try #require(Template.compile(bytes, name: "mẫu").value)
      #expect(template.checked(data).findings.map(\.code.description) == codes)
    }
  }

  @Test("a fault in every row is told once")
  func once() throws {
    let bytes = try M.bytes(
      [M.p("<<mỗi p trong ds>>"), M.p("<<p.x>>"), M.p("<<hết>>")], format: .odt)
    let template = try #require(Template.compile(bytes, name: "mẫu").value)
    let rows = (0..<500).map { JSONValue(.object([.init("y\($0)", "")])) }
    #expect(template.checked(["ds": .array(rows)]).findings.count == 1)
  }

  @Test(
    "signs without end cost no more than their length", arguments: ["<<", "<<!", "<<\"", "{{'"])
  func hostile(sign: String) throws {
    let text = String(repeating: sign, count: 20_000)
    let compiled = Template.compile(try M.bytes([M.p(text)], format: .docx), name: "mẫu")
    #expect(compiled.value == nil)
    #expect((1...200).contains(compiled.findings.count))
  }

  @Test("what is no document", arguments: ["", "PK", "không phải gói nén"])
  func notADocument(text: String) {
    let compiled = Template.compile(Array(text.utf8), name: "x.docx")
    #expect(compiled.value == nil)
    #expect(compiled.findings.map(\.code) == [Code("TE001")])
  }
}
