import Expressions
import LocatedJSON
import Testing

/// Scopes of objects, the innermost last, as a template has them.
private struct ScopedFacts: Facts {
  var scopes: [JSONValue]

  func value(at path: Path) throws(EvaluationFailure) -> Value {
    for scope in scopes.dropLast(path.outward).reversed() {
      let value = try value(at: Path(names: path.names), of: scope)
      if case .missing = value { continue }
      return value
    }
    return .missing(path)
  }

  func entering(_ item: JSONValue) -> ScopedFacts? { ScopedFacts(scopes: scopes + [item]) }
}

private let facts = ScopedFacts(scopes: [
  [
    "nguong": 2, "không ai": [],
    "ds": [
      ["ho_ten": "Lò Thị Xuân", "don_vi": "Tổng hợp", "so": 3, "gioi_tinh": "nu"],
      ["ho_ten": "Nguyễn Văn Ân", "don_vi": "Hành chính", "so": JSONValue(.number("1.5"))],
      ["ho_ten": "Cầm Thị Ánh", "don_vi": "Tổng hợp", "so": 2],
      ["ho_ten": "Mùa A Sáng", "ten_goi": "A Sáng", "don_vi": "Tài chính", "so": 10],
      ["ho_ten": "Lò Văn Xuân", "don_vi": "Hành chính", "so": 2],
    ],
    "chu": ["đo", "do", "dò", "đa", "Da"], "tron": [["k": 10], ["k": "a"], ["k": 9]],
    "thieu": [["so": 1, "t": "x"], ["so": nil, "t": nil], ["t": "y"]],
    "nhom_la": [["danh_sach": "x"]], "phan": [["q": ["ma": "b"]], ["q": ["ma": "a"]]],
    "gt": ["nam", "Nữ", "nu"], "ten": "Hà Nội - Sơn La\n2026", "trong": "", "chua": nil,
  ]
])

private func value(_ source: String) throws -> Value {
  var evaluator = Evaluator()
  return try evaluator.value(of: try ExpressionParser.parseValue(source), in: facts)
}

private func text(_ source: String) throws -> String {
  switch try value(source) {
  case .text(let text), .number(let text): text
  case let other: "\(other)"
  }
}

/// One key of each item, or the items themselves.
private func column(_ source: String, _ key: String) throws -> [String] {
  guard case .list(let items) = try value(source) else { return ["không phải danh sách"] }
  return items.map { item in
    let found = key == "." ? item : item[key]
    switch found?.kind {
    case .string(let text), .number(let text): return text
    case .array(let inner): return "\(inner.count)"
    default: return "?"
    }
  }
}

@Suite("What filters make of lists")
struct ListFilterTests {
  @Test(
    "order",
    arguments: [
      ("ds | sắp xếp theo số", "so", ["1.5", "2", "2", "3", "10"]),
      (
        "ds | sắp xếp theo họ tên", "ho_ten",
        ["Mùa A Sáng", "Cầm Thị Ánh", "Nguyễn Văn Ân", "Lò Thị Xuân", "Lò Văn Xuân"]
      ),
      (
        "ds | sap xep theo don vi; ho ten", "ho_ten",
        ["Nguyễn Văn Ân", "Lò Văn Xuân", "Mùa A Sáng", "Cầm Thị Ánh", "Lò Thị Xuân"]
      ),
      // Equal items keep their order.
      (
        "ds | sắp xếp đơn vị", "ho_ten",
        ["Nguyễn Văn Ân", "Lò Văn Xuân", "Mùa A Sáng", "Lò Thị Xuân", "Cầm Thị Ánh"]
      ),
      ("chữ | sắp xếp theo .", ".", ["Da", "do", "dò", "đa", "đo"]),
      ("trộn | sắp xếp theo k", "k", ["9", "10", "a"]),
    ])
  func order(source: String, key: String, expected: [String]) throws {
    #expect(try column(source, key) == expected)
  }

  @Test("a key of a key decides too")
  func pathKey() throws {
    guard case .list(let items) = try value("phần | sắp xếp theo q.mã") else {
      Issue.record("no list")
      return
    }
    #expect(items.map { $0["q"]?["ma"]?.string } == ["a", "b"])
  }

  @Test(
    "groups, in the order of their first items",
    arguments: [
      ("ds | nhóm theo đơn vị", "don_vi", ["Tổng hợp", "Hành chính", "Tài chính"]),
      ("ds | nhóm đơn_vị", "danh_sach", ["2", "2", "1"]),
      (
        "ds | sắp xếp đơn vị | nhóm theo đơn vị", "don_vi", ["Hành chính", "Tài chính", "Tổng hợp"]
      ),
      ("ds | nhóm theo số", "so", ["3", "1.5", "2", "10"]),
      ("phần | nhóm theo q.mã", "ma", ["b", "a"]),
    ])
  func groups(source: String, key: String, expected: [String]) throws {
    #expect(try column(source, key) == expected)
  }

  @Test(
    "what is chosen; names of outer scopes are in reach",
    arguments: [
      ("ds | lọc số > 2", ["Lò Thị Xuân", "Mùa A Sáng"]),
      ("ds | lọc số = ngưỡng và đơn vị = 'Hành chính'", ["Lò Văn Xuân"]),
      ("ds | lọc đơn vị = 'Tổng hợp' | sắp xếp theo họ tên", ["Cầm Thị Ánh", "Lò Thị Xuân"]),
      ("ds | lọc không (tên gọi để trống)", ["Mùa A Sáng"]),
    ])
  func chosen(source: String, expected: [String]) throws {
    #expect(try column(source, "ho_ten") == expected)
  }

  @Test(
    "one value of many, and of one",
    arguments: [
      ("ds | tổng số", "18.5"), ("không ai | tổng số", "0"), ("ds | lọc số = 2 | đếm", "2"),
      ("= (ds | tổng số) + (ds | đếm)", "23.5"), ("= 'nữ' | ông bà", "Bà"),
      ("= 'NAM' | ông bà", "Ông"), ("= 'nu' | ong ba | in hoa", "BÀ"),
      ("tên | viết liền", "Hà\u{A0}Nội\u{A0}\u{2011}\u{A0}Sơn\u{A0}La\u{A0}2026"),
      ("trống | dòng chấm 5", "....."), ("chưa | dòng chấm 3", "..."),
      ("tên | dòng chấm 3 | chữ thường", "hà nội - sơn la\n2026"),
    ])
  func single(source: String, expected: String) throws {
    #expect(try text(source) == expected)
  }

  @Test(
    "what a list filter is refused for, with the item counted",
    arguments: [
      (
        "thiếu | tổng số",
        EvaluationFailure.itemWithout(.sum, key: "số", item: 2, seen: "chưa biết (null)")
      ),
      (
        "thiếu | sắp xếp theo t", .itemWithout(.sorted, key: "t", item: 2, seen: "chưa biết (null)")
      ),
      ("thiếu | nhóm theo x", .itemWithout(.grouped, key: "x", item: 1, seen: "không có")),
      (
        "thiếu | lọc số > 0 và không_có_khóa",
        .itemWithout(.selected, key: "không_có_khóa", item: 1, seen: "không có")
      ),
      ("ds | tổng họ tên", .itemWithout(.sum, key: "họ tên", item: 1, seen: "chữ")),
      ("nhóm lạ | nhóm theo danh sách", .groupNamed("danh_sach")),
      ("tên | sắp xếp theo x", .filter(.sorted, seen: "chữ", needs: "danh sách")),
      ("= 'x' | ông bà", .filter(.honorific, seen: "“x”", needs: "“nam” hoặc “nữ”")),
    ])
  func refused(source: String, failure: EvaluationFailure) {
    #expect(throws: failure) { try value(source) }
  }

  @Test(
    "what may not follow a filter's name",
    arguments: [
      "ds | tổng", "ds | tổng a; b", "ds | sắp xếp theo", "ds | sắp xếp theo a;;b",
      "ds | sắp xếp theo ..a", "ds | nhóm theo .", "ds | lọc", "ds | lọc a >", "x | dòng chấm",
      "x | dòng chấm nhiều", "x | dòng chấm 0", "x | dòng chấm 9999", "x | ông bà nữ",
    ])
  func malformed(source: String) {
    #expect(throws: ExpressionFailure.self) { try ExpressionParser.parseValue(source) }
  }

  @Test("a filter over a list costs its items")
  func budget() throws {
    var evaluator = Evaluator(limit: 3)
    let expression = try ExpressionParser.parseValue("ds | tổng số")
    #expect(throws: EvaluationFailure.tooManySteps) {
      try evaluator.value(of: expression, in: facts)
    }
  }
}

@Suite("How paths are read")
struct PathTests {
  @Test(
    "dots before a name",
    arguments: [
      (".", 0, []), ("..", 1, []), ("....", 2, []), ("..tên", 1, ["tên"]),
      ("....đơn vị.tên", 2, ["đơn vị", "tên"]), (".. tên", 1, ["tên"]),
    ] as [(String, Int, [String])])
  func dots(text: String, outward: Int, names: [String]) throws {
    let path = try Path.parse(text)
    #expect(path.outward == outward && path.names.map(\.written) == names)
  }

  @Test("dots that are no path", arguments: ["...tên", "a..b", "..a.", "a."])
  func malformed(text: String) {
    #expect(throws: ExpressionFailure.self) { try Path.parse(text) }
  }
}
