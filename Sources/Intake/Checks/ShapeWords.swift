import LocatedJSON

// The words in which findings speak of shapes and values.

extension Shape {
  /// What a value of this shape is called.
  var noun: String {
    switch self {
    case .object, .map: "nhóm khóa trong { }"
    case .list: "danh sách trong [ ]"
    case .text: "chuỗi trong ngoặc kép"
    case .integer: "số nguyên"
    case .quantity, .percent: "số"
    case .boolean: "true hoặc false"
    case .date: "ngày trong ngoặc kép"
    case .enumeration: "một từ trong ngoặc kép"
    case .identifier(let kind), .reference(let kind):
      kind.isNumbered ? "số của \(kind.noun)" : "mã \(kind.noun) trong ngoặc kép"
    }
  }

  /// What to do where another value stands.
  func advice(insteadOf value: JSONValue) -> String {
    switch (self, value.kind) {
    case (_, .null): "điền giá trị; khóa này không để null được"
    case (.list, .string(let text)) where text.count <= 40:
      "đặt giá trị trong ngoặc vuông: [\"\(text)\"]"
    case (.list, _): "đặt giá trị trong ngoặc vuông"
    case (.object, _), (.map, _): "đặt các khóa trong ngoặc nhọn"
    case (.boolean, _): "viết true hoặc false, không có ngoặc kép"
    case (.date, _): "viết ngày trong ngoặc kép, ví dụ \"2008-02-29\""
    case (_, .number(let text)) where isText: "đặt trong ngoặc kép: \"\(text)\""
    case (_, .string(let text)) where !isText && Int(text) != nil: "bỏ ngoặc kép: \(text)"
    case (_, .string) where !isText: "viết bằng chữ số, không có ngoặc kép"
    default: "ghi \(noun)"
    }
  }

  private var isText: Bool {
    switch self {
    case .text, .date, .enumeration: true
    case .identifier(let kind), .reference(let kind): !kind.isNumbered
    case .object, .map, .list, .integer, .quantity, .percent, .boolean: false
    }
  }
}

extension JSONValue {
  /// What stands there, for the second half of a finding.
  var seen: String {
    switch kind {
    case .null: "null"
    case .boolean(let flag): flag ? "true" : "false"
    case .number(let text): "số \(text)"
    case .string(let text): "chuỗi “\(text.clipped)”"
    case .array: "danh sách"
    case .object: "nhóm khóa"
    }
  }
}

extension String {
  /// The text as a finding quotes it: its beginning, when it is long.
  var clipped: String { count > 40 ? prefix(40) + "…" : self }
}
