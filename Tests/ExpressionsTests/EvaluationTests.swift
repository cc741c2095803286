import Expressions
import LocatedJSON
import Testing

/// The facts of one JSON object.
private struct ObjectFacts: Facts {
  let object: JSONValue

  func value(at path: Path) -> Value {
    var current = object
    for name in path.names {
      guard case .object(let members) = current.kind,
        let member = members.first(where: { Name($0.name).meets(name) })
      else { return .missing(path) }
      current = member.value
    }
    return Value(current)
  }
}

@Suite("What an expression gives")
struct EvaluationTests {
  private let facts = ObjectFacts(
    object: [
      "ho_ten": "Lò Thị Xuân", "so_nam": 3, "gia": JSONValue(.number("1.50")), "da_ky": true,
      "ngay": "2026-05-04", "chua_biet": nil, "trong_rong": "", "ds": ["a", "b"],
      "họ và tên": "X", "don_vi": ["ten": "Phòng Tổng hợp"],
    ])

  private func text(_ source: String) throws -> String {
    var evaluator = Evaluator()
    let value = try evaluator.value(of: try ExpressionParser.parseValue(source), in: facts)
    return switch value {
    case .text(let text), .number(let text): text
    default: "\(value)"
    }
  }

  @Test(
    "a value through filters",
    arguments: [
      ("họ tên", "Lò Thị Xuân"), ("ho_ten | in hoa", "LÒ THỊ XUÂN"),
      ("đơn vị.tên", "Phòng Tổng hợp"),
      ("Họ và tên", "X"), ("ngày | ngày đầy đủ", "ngày 04 tháng 5 năm 2026"),
      ("ngay | ngay", "04/5/2026"), ("= số_nam + 1", "4"), ("= 2 × (số_nam − 1)", "4"),
      ("= 10 ÷ 3", "3.333333333333"), ("= 1,5 + 1.5", "3"), ("giá", "1.50"),
      ("= 1250000 | tiền", "1.250.000 đồng"),
      ("= 2280000 | tiền bằng chữ", "Hai triệu hai trăm tám mươi nghìn đồng"),
      ("số nam | la mã", "III"), ("số nam | hai chữ số", "03"), ("= 5 | chữ cái", "đ"),
      ("chưa biết | mặc định “không có”", "không có"), ("không tồn tại | mặc định …", "…"),
      ("ds | nối ; ", "a;b"), ("ds | nối “; ”", "a; b"), ("ds | đếm", "2"),
    ])
  func filters(source: String, expected: String) throws {
    #expect(try text(source) == expected)
  }

  @Test(
    "a condition",
    arguments: [
      ("đã ký", true), ("không đã ký", false), ("số nam > 2 và số nam ≤ 3", true),
      ("họ tên = 'Lò Thị Xuân'", true), ("chưa biết", false), ("chưa biết để trống", true),
      ("trong_rong để trống", true), ("không có gì để trống", false), ("'a' có trong ds", true),
      ("'c' có trong ds", false), ("ngày >= '2026-05-04'", true), ("họ_và_tên để trống", false),
      ("số nam != 3 hoặc đã ký", true), ("1,50 = giá", true), ("true and not false", true),
      ("sai và không_tồn_tại", false), ("đúng hoặc không_tồn_tại", true),
      ("(số nam = 3)", true), ("ho ten de trong", false), ("nội dung để trống", true),
      ("đã ký và 2 × số nam = 6", true), ("không 2 = 3", true),
      ("noi dung de trong", true), ("dung va khong sai", true),
      ("chưa biết > 3", false), ("3 ≥ chưa biết", false), ("số nam – 1 = 2", true),
      ("số nam > 2\u{A0}", true),
    ])
  func conditions(source: String, expected: Bool) throws {
    var evaluator = Evaluator()
    let truth = try evaluator.truth(of: try ExpressionParser.parse(source), in: facts)
    #expect(truth == (expected ? .holds : .fails))
  }

  @Test("a missing fact is the third value, unless the other side decides")
  func unknown() throws {
    var evaluator = Evaluator()
    let missing = try ExpressionParser.parse("vắng và đã ký")
    #expect(
      try evaluator.truth(of: missing, in: facts) == .unknown(Path(names: [Name("vắng")])))
    let negated = try ExpressionParser.parse("không vắng")
    #expect(
      try evaluator.truth(of: negated, in: facts) == .unknown(Path(names: [Name("vắng")])))
  }

  @Test(
    "what is no expression",
    arguments: [
      "a và", "(a", "a)", "1.250.000 = a", "a | bộ lọc lạ", "“a", "a.", "", "a = = b",
      "a | ngày xin chào", "trống rỗng",
    ])
  func malformed(source: String) {
    #expect(throws: ExpressionFailure.self) { try ExpressionParser.parse(source) }
  }

  @Test(
    "values of different kinds are not compared",
    arguments: ["họ tên = 3", "họ tên < 'b'", "'a' có trong họ tên", "= họ tên + 1", "= 1 ÷ 0"])
  func mismatched(source: String) throws {
    let body = source.hasPrefix("=") ? String(source.dropFirst()) : source
    let expression = try ExpressionParser.parse(body)
    var evaluator = Evaluator()
    #expect(throws: EvaluationFailure.self) { try evaluator.value(of: expression, in: facts) }
  }

  @Test(
    "numbers too long to compare are refused, not taken as equal",
    arguments: ["dài = dài hơn", "dài < dài hơn", "dài = 1", "mũ = 1"])
  func longData(source: String) throws {
    let nines = String(repeating: "9", count: 40)
    let facts = ObjectFacts(object: [
      "dài": JSONValue(.number(nines)), "dài hơn": JSONValue(.number(nines + "9")),
      "mũ": JSONValue(.number("1e-9223372036854775808")),
    ])
    let expression = try ExpressionParser.parse(source)
    var evaluator = Evaluator()
    #expect(throws: EvaluationFailure.tooLong) { try evaluator.truth(of: expression, in: facts) }
  }

  @Test("a quoted argument is one quotation; a mistyped filter is found before its argument")
  func arguments() throws {
    #expect(try text("vắng | mặc định “a” và “b”") == "“a” và “b”")
    #expect(
      throws: ExpressionFailure.unknownFilter("mặt định không có", nearest: "mặc định")
    ) { try ExpressionParser.parse("a | mặt định không có") }
  }

  @Test("nesting beyond the limit is refused, not followed")
  func deep() {
    let source = String(repeating: "(", count: 100) + "a" + String(repeating: ")", count: 100)
    #expect(throws: ExpressionFailure.tooDeep) { try ExpressionParser.parse(source) }
  }

  @Test("a computation beyond 34 digits is refused, not rounded")
  func long() throws {
    let nines = String(repeating: "9", count: 20)
    let expression = try ExpressionParser.parse("\(nines) × \(nines)")
    var evaluator = Evaluator()
    #expect(throws: EvaluationFailure.tooLong) { try evaluator.value(of: expression, in: facts) }
  }
}

@Suite("Which names meet")
struct NameTests {
  @Test(
    "spelling",
    arguments: [
      ("ho_ten", "họ tên", true), ("Họ  Tên", "họ-tên", true), ("bằng", "bảng", false),
      ("hoà", "hòa", true), ("bang", "bảng", true), ("đơn vị", "don_vi", true),
      ("họ ten", "ho tên", false),
    ])
  func meets(left: String, right: String, expected: Bool) {
    #expect(Name(left).meets(Name(right)) == expected)
  }
}

@Suite("Expressions that mean harm")
struct HostileExpressionTests {
  @Test(
    "a sign that says nothing ends the reading, not never",
    arguments: ["a !", "!", "a !÷ 4", "a = ! b", "”", "a ’ b", "= ! "])
  func loneSign(text: String) {
    _ = try? ExpressionParser.parse(text)
    _ = try? ExpressionParser.parseValue(text)
    #expect(throws: ExpressionFailure.unexpected("!")) { try ExpressionParser.parse("a ! b") }
  }

  @Test(
    "a chain as long as a book is refused before anybody walks it",
    arguments: [" và a", " + a", " | in hoa", " - 1", " = a"])
  func chain(link: String) {
    #expect(throws: ExpressionFailure.self) {
      try ExpressionParser.parse("a" + String(repeating: link, count: 5_000))
    }
  }

  @Test("a name of three thousand words is read in one go")
  func longName() throws {
    let text = "a" + String(repeating: " 1", count: 3_000)
    #expect(try ExpressionParser.parse(text).paths.count == 1)
  }
}
