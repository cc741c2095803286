// What the failures of this room are to a clerk; the rooms that raise findings add code and place.

extension ExpressionFailure {
  /// What is wrong, in Vietnamese.
  public var message: String {
    switch self {
    case .missingOperand(let after): after.isEmpty ? "để trống" : "thiếu giá trị sau “\(after)”"
    case .emptyName(let text): "“\(text)” có dấu chấm mà thiếu tên"
    case .unclosedQuote(let text): "dấu ngoặc kép chưa đóng: \(text)"
    case .unbalancedParenthesis: "ngoặc đơn không đủ cặp"
    case .unexpected(let text): "thừa “\(text)”"
    case .badNumber(let text): "“\(text)” không phải là số"
    case .unknownFilter(let text, _): "không có bộ lọc “\(text)”"
    case .filterArgument(let filter, let expected): "bộ lọc “\(filter)” cần \(expected)"
    case .notYet(let what): "\(what) chưa có trong bản này"
    case .tooDeep: "biểu thức lồng nhau quá sâu"
    case .tooLong: "biểu thức dài quá \(ExpressionParser.sizeLimit) phần"
    }
  }

  /// What to do, in Vietnamese.
  public var help: String {
    switch self {
    case .missingOperand: "viết tên trường cần dùng"
    case .emptyName: "viết đủ tên hai bên dấu chấm"
    case .unclosedQuote: "thêm dấu ngoặc kép đóng"
    case .unbalancedParenthesis: "thêm hoặc xóa một ngoặc đơn"
    case .unexpected: "xóa phần thừa; tên có chữ “và”, “không”… thì nối bằng dấu _"
    case .badNumber: "viết số không có dấu chia nhóm, ví dụ 1250000 hoặc 1,5"
    case .unknownFilter(_, let nearest):
      nearest.map { "có phải là “\($0)”?" } ?? "xem danh sách bộ lọc trong docs/mau-van-ban.md"
    case .filterArgument: "sửa phần sau tên bộ lọc"
    case .notYet: "viết lại bằng các thẻ đã có"
    case .tooDeep, .tooLong: "chia thành nhiều phần"
    }
  }
}

extension EvaluationFailure {
  /// What is wrong, in Vietnamese.
  public var message: String {
    switch self {
    case .notComparable("chữ", "chữ"): "không xếp thứ tự được hai chữ"
    case .notComparable(let left, let right): "không so sánh được \(left) với \(right)"
    case .ambiguousName(let name, let first, let second):
      "“\(name)” khớp cả “\(first)” và “\(second)”"
    case .notANumber(let kind): "cần số, dữ liệu là \(kind)"
    case .notAList(let kind): "sau “có trong” cần danh sách, dữ liệu là \(kind)"
    case .divisionByZero: "chia cho 0"
    case .tooLong: "kết quả dài hơn 34 chữ số"
    case .filter(let filter, let seen, let needs):
      "bộ lọc “\(filter.rawValue)” cần \(needs), dữ liệu là \(seen)"
    case .itemWithout(let filter, let key, let item, let seen):
      "bộ lọc “\(filter.rawValue)”: mục thứ \(item) của danh sách có “\(key)” là \(seen)"
    case .groupNamed(let key):
      "bộ lọc “nhóm theo” không nhóm theo “\(key)” được, vì các mục của nhóm mang tên ấy"
    case .tooManySteps: "biểu thức tính quá lâu"
    }
  }

  /// What to do, in Vietnamese.
  public var help: String {
    switch self {
    case .notComparable("chữ", "chữ"): "chỉ hỏi lớn hơn, nhỏ hơn giữa hai số hoặc hai ngày"
    case .notComparable: "so sánh hai giá trị cùng loại"
    case .ambiguousName: "viết tên trong thẻ có đủ dấu"
    case .notANumber: "sửa dữ liệu thành số"
    case .notAList: "sửa tên danh sách"
    case .divisionByZero: "kiểm tra số chia"
    case .tooLong: "kiểm tra dữ liệu"
    case .filter: "sửa dữ liệu hoặc bộ lọc"
    case .itemWithout(.selected, let key, _, _):
      "điền “\(key)” cho mục đó, hoặc hỏi thêm “\(key) để trống”"
    case .itemWithout(_, let key, _, _): "điền “\(key)” cho mục đó, hoặc sửa tên khóa sau bộ lọc"
    case .groupNamed: "đổi tên khóa trong dữ liệu"
    case .tooManySteps: "bớt vòng lặp trong mẫu"
    }
  }
}
