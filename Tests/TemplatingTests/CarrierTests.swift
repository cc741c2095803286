import Diagnostics
import LocatedJSON
import Templating
import Testing

/// Markup with native fields, and what it becomes.
private struct Situation: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let body: String
  let expected: String

  init(_ name: String, _ body: String, _ expected: String) {
    testDescription = name
    self.body = body
    self.expected = expected
  }
}

private let data: JSONValue = [
  "ho_ten": "Lò Thị Xuân", "ngay": "2026-05-04", "tien": 1_250_000,
  "le": JSONValue(.number("1.255")),
  "am": -7, "ds": [["ten": "An"], ["ten": "Bình"]], "khong": 0, "thu": 4,
]

private let bold = "<w:rPr><w:b/></w:rPr>"
private func t(_ text: String) -> String { "<w:t xml:space=\"preserve\">\(text)</w:t>" }
private func r(_ text: String, _ properties: String = "") -> String {
  "<w:r>\(properties)\(t(text))</w:r>"
}
private func char(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
private func code(_ text: String) -> String { "<w:r><w:instrText>\(text)</w:instrText></w:r>" }
/// A complex field, its instruction cut where the bars are.
private func field(_ instruction: String, shows: String, _ properties: String = "") -> String {
  char("begin") + instruction.split(separator: "¦").map { code(String($0)) }.joined()
    + char("separate") + r(shows, properties) + char("end")
}
private func simple(_ instruction: String, _ shown: String) -> String {
  "<w:fldSimple w:instr=\"\(instruction)\">\(r(shown, bold))</w:fldSimple>"
}
private func control(_ tag: String, _ content: String, _ more: String = "") -> String {
  "<w:sdt><w:sdtPr>\(more)<w:tag w:val=\"\(tag)\"/></w:sdtPr><w:sdtContent>\(content)</w:sdtContent>"
    + "</w:sdt>"
}
private func kept(_ tag: String, _ content: String) -> String { control(tag, content) }

private let wordSituations: [Situation] = [
  Situation(
    "a simple field; what it showed goes with it, its formatting stays",
    "<w:p>\(r("Ông "))\(simple(" MERGEFIELD Họ_tên \\* MERGEFORMAT ", "«Họ_tên» &lt;&lt;x>>"))</w:p>",
    "<w:p>\(r("Ông "))\(r("Lò Thị Xuân", bold))</w:p>"),
  Situation(
    "a field of several runs, its instruction split anywhere",
    "<w:p>\(r("a"))\(field(" MERGE¦FIELD ho_¦ten ¦\\* Up¦per ", shows: "«x»", bold))\(r("b"))</w:p>",
    "<w:p>\(r("a"))\(r("LÒ THỊ XUÂN", bold))\(r("b"))</w:p>"),
  Situation(
    "a field within one run, text on both sides",
    "<w:p><w:r>\(t("a"))<w:fldChar w:fldCharType=\"begin\"/><w:instrText>MERGEFIELD thu</w:instrText>"
      + "<w:fldChar w:fldCharType=\"end\"/>\(t("b"))</w:r></w:p>",
    "<w:p><w:r>\(t("a"))\(t("4"))\(t("b"))</w:r></w:p>"),
  Situation(
    "a field in what a link shows",
    "<w:p>\(char("begin"))\(code("HYPERLINK \"http://x\""))\(char("separate"))"
      + "\(field("MERGEFIELD thu", shows: "«thu»"))\(char("end"))</w:p>",
    "<w:p>\(char("begin"))\(code("HYPERLINK \"http://x\""))\(char("separate"))\(r("4"))\(char("end"))</w:p>"
  ),
  Situation(
    "other fields stay", "<w:p>\(field(" PAGE ", shows: "1"))\(r("&lt;&lt;thu>>"))</w:p>",
    "<w:p>\(field(" PAGE ", shows: "1"))\(r("4"))</w:p>"),
  Situation(
    "fields that open and close a loop, between typed tags",
    "<w:p>\(simple("MERGEFIELD &quot;mỗi p trong ds&quot;", "«»"))\(r("&lt;&lt;p.ten>>;"))"
      + "\(simple("MERGEFIELD hết", "«»"))</w:p>",
    "<w:p>\(r("An;"))\(r("Bình;"))</w:p>"),
  Situation(
    "a control in a line keeps its place, not its prompt",
    "<w:p>\(control("ho_ten", r("Bấm để nhập", "<w:rPr><w:rStyle w:val=\"PlaceholderText\"/></w:rPr>"), "<w:showingPlcHdr/>"))</w:p>",
    "<w:p>\(kept("ho_ten", "<w:r><w:rPr/>\(t("Lò Thị Xuân"))</w:r>"))</w:p>"),
  Situation(
    "a control around a paragraph, and around a cell",
    control("ho_ten", "<w:p><w:pPr><w:jc/></w:pPr>\(r("x", bold))</w:p>")
      + "<w:tbl><w:tr>\(control("thu", "<w:tc><w:tcPr/><w:p>\(r("x"))</w:p></w:tc>"))</w:tr></w:tbl>",
    kept("ho_ten", "<w:p><w:pPr><w:jc/></w:pPr>\(r("Lò Thị Xuân", bold))</w:p>")
      + "<w:tbl><w:tr>\(kept("thu", "<w:tc><w:tcPr/><w:p>\(r("4"))</w:p></w:tc>"))</w:tr></w:tbl>"),
  Situation(
    "controls of Google Docs and of galleries are left alone",
    control("goog_rdk_3", "<w:p>\(r("x"))</w:p>")
      + control("toc", "<w:p>\(r("y"))</w:p>", "<w:docPartObj/>")
      + "<w:p>\(r("&lt;&lt;thu>>"))</w:p>",
    control("goog_rdk_3", "<w:p>\(r("x"))</w:p>")
      + control("toc", "<w:p>\(r("y"))</w:p>", "<w:docPartObj/>")
      + "<w:p>\(r("4"))</w:p>"),
  Situation(
    "the number of a control stays with the first copy",
    "<w:p>\(r("&lt;&lt;mỗi p trong ds>>"))\(control("p.ten", r("x"), "<w:id w:val=\"7\"/>"))\(r("&lt;&lt;hết>>"))</w:p>",
    "<w:p>\(control("p.ten", r("An"), "<w:id w:val=\"7\"/>"))\(control("p.ten", r("Bình")))</w:p>"),
]

private let writerSituations: [Situation] = [
  Situation(
    "a placeholder",
    "<text:p>Ông <text:span text:style-name=\"B\"><text:placeholder text:placeholder-type=\"text\">"
      + "&lt;họ tên></text:placeholder></text:span>!</text:p>",
    "<text:p>Ông <text:span text:style-name=\"B\">Lò Thị Xuân</text:span>!</text:p>"),
  Situation(
    "an input field is named by its description",
    "<text:p><text:text-input text:description=\"ho_ten | in hoa\">bấm &lt;&lt;x>></text:text-input></text:p>",
    "<text:p>LÒ THỊ XUÂN</text:p>"),
  Situation(
    "an input field without a description is left alone",
    "<text:p><text:text-input text:description=\"\">x</text:text-input>&lt;&lt;thu>></text:p>",
    "<text:p><text:text-input text:description=\"\">x</text:text-input>4</text:p>"),
  Situation(
    "user fields and database fields",
    "<text:p><text:user-field-get text:name=\"Họ tên\">x</text:user-field-get>, "
      + "<text:database-display text:column-name=\"thu\">«y»</text:database-display></text:p>",
    "<text:p>Lò Thị Xuân, 4</text:p>"),
  Situation(
    "placeholders that open and close a loop",
    "<text:p><text:placeholder>&lt;mỗi p trong ds></text:placeholder>&lt;&lt;p.ten>>;"
      + "<text:placeholder>&lt;hết></text:placeholder></text:p>",
    "<text:p>An;Bình;</text:p>"),
]

@Suite("Native fields stand for tags")
struct CarrierTests {
  @Test("Word", arguments: wordSituations)
  private func word(situation: Situation) throws {
    #expect(try RawDocument.filled(situation.body, .docx, data) == situation.expected)
  }

  @Test("Writer", arguments: writerSituations)
  private func writer(situation: Situation) throws {
    #expect(try RawDocument.filled(situation.body, .odt, data) == situation.expected)
  }

  @Test(
    "switches, as Word renders them",
    arguments: [
      ("ngay \\@ &quot;dd/MM/yyyy&quot;", "04/05/2026"), ("ngay \\@ d/M/yy", "4/5/26"),
      ("ngay \\@ &quot;'ngày' dd 'tháng' MM 'năm' yyyy&quot;", "ngày 04 tháng 05 năm 2026"),
      ("tien \\# &quot;#,##0 đồng&quot;", "1.250.000 đồng"), ("tien \\# #.##0", "1.250.000"),
      ("tien \\# ,0.00", "1.250.000,00"), ("le \\# 0,00", "1,26"), ("le \\# 0.0#", "1,26"),
      ("thu \\# 00", "04"), ("thu \\# ##0", "  4"), ("am \\# 0", "-7"), ("am \\# 0;(0)", "(7)"),
      ("khong \\# 0;-0;'không'", "không"), ("thu \\* Roman", "IV"), ("thu \\* roman", "iv"),
      ("ho_ten \\* Lower", "lò thị xuân"), ("ho_ten \\* Caps \\* MERGEFORMAT", "Lò Thị Xuân"),
      ("ho_ten\\*Upper", "LÒ THỊ XUÂN"),
    ])
  func switches(instruction: String, expected: String) throws {
    let body = "<w:p>\(simple("MERGEFIELD " + instruction, "«»"))</w:p>"
    #expect(try RawDocument.filled(body, .docx, data) == "<w:p>\(r(expected, bold))</w:p>")
  }

  @Test(
    "what no one could fill rightly is refused",
    arguments: [
      ("<w:p>\(simple("MERGEFIELD ngay \\@ &quot;dddd, d MMMM&quot;", ""))</w:p>", "TE045"),
      ("<w:p>\(simple("MERGEFIELD ngay \\@ HH:mm", ""))</w:p>", "TE045"),
      ("<w:p>\(simple("MERGEFIELD tien \\# 0.000", ""))</w:p>", "TE045"),
      ("<w:p>\(simple("MERGEFIELD tien \\* CardText", ""))</w:p>", "TE045"),
      ("<w:p>\(simple("MERGEFIELD ten \\b &quot;Ông &quot;", ""))</w:p>", "TE045"),
      ("<w:p>\(simple("MERGEFIELD", ""))</w:p>", "TE045"),
      (
        "<w:p>\(char("begin"))\(code("IF "))\(field("MERGEFIELD thu", shows: ""))\(code(" = 1 a b"))"
          + "\(char("separate"))\(r("a"))\(char("end"))</w:p>", "TE045"
      ),
      ("<w:p>\(char("begin"))\(code("MERGEFIELD thu"))</w:p><w:p>\(char("end"))</w:p>", "TE045"),
      (control("khoi", "<w:p/><w:p/>"), "TE045"),
      ("<w:p>\(simple("MERGEFIELD &quot;ten | xyz&quot;", ""))</w:p>", "TE016"),
      ("<w:p><w:ins w:author=\"Hà\">\(simple("MERGEFIELD thu", ""))</w:ins></w:p>", "TE019"),
    ])
  func refused(body: String, code: String) throws {
    let compiled = Template.compile(try RawDocument.bytes(body, .docx), name: "mẫu")
    #expect(compiled.findings.map(\.code.description) == [code])
    #expect(compiled.value == nil)
  }

  @Test("fields are listed with the tags, and stay tags under any signs")
  func listed() throws {
    let bytes = try RawDocument.bytes(
      "<w:p>\(simple("MERGEFIELD ho_ten", "«»"))\(r("{thu} &lt;&lt;x>>"))</w:p>", .docx)
    let compiled = Template.compile(
      bytes, name: "mẫu", delimiters: [Delimiters(open: "{", close: "}")])
    #expect(compiled.value?.tags.map(\.text) == ["MERGEFIELD ho_ten", "{thu}"])
  }
}
