internal import Expressions

// What the failures of the expression room are to a clerk.

extension Clause.ElementScope {
  var inWords: String {
    switch self {
    case .paragraph: "đoạn"
    case .row: "hàng"
    case .table: "bảng"
    }
  }
}

extension ExpressionFailure {
  /// The code, what is wrong, and what to do.
  var inWords: (code: String, message: String, help: String) {
    switch self {
    case .missingOperand(let after):
      (
        "TE013", after.isEmpty ? "thẻ trống" : "thiếu giá trị sau “\(after)”",
        "viết tên trường cần in"
      )
    case .emptyName(let text):
      ("TE013", "“\(text)” có dấu chấm mà thiếu tên", "viết đủ tên hai bên dấu chấm")
    case .unclosedQuote(let text):
      ("TE014", "dấu ngoặc kép chưa đóng: \(text)", "thêm dấu ngoặc kép đóng")
    case .unbalancedParenthesis: ("TE014", "ngoặc đơn không đủ cặp", "thêm hoặc xóa một ngoặc đơn")
    case .unexpected(let text):
      ("TE013", "thừa “\(text)”", "xóa phần thừa; tên có chữ “và”, “không”… thì nối bằng dấu _")
    case .badNumber(let text):
      (
        "TE015", "“\(text)” không phải là số",
        "viết số không có dấu chia nhóm, ví dụ 1250000 hoặc 1,5"
      )
    case .unknownFilter(let text, let nearest):
      (
        "TE016", "không có bộ lọc “\(text)”",
        nearest.map { "có phải là “\($0)”?" } ?? "xem danh sách bộ lọc trong docs/mau-van-ban.md"
      )
    case .filterArgument(let filter, let expected):
      ("TE017", "bộ lọc “\(filter)” cần \(expected)", "sửa phần sau tên bộ lọc")
    case .notYet(let what):
      ("TE018", "\(what) chưa có trong bản này", "viết lại mẫu bằng các thẻ đã có")
    case .tooDeep: ("TE014", "biểu thức lồng nhau quá sâu", "chia thành nhiều thẻ")
    }
  }
}

extension EvaluationFailure {
  var inWords: (message: String, help: String) {
    switch self {
    case .notComparable("chữ", "chữ"):
      ("không xếp thứ tự được hai chữ", "chỉ hỏi lớn hơn, nhỏ hơn giữa hai số hoặc hai ngày")
    case .ambiguousName(let name, let first, let second):
      ("“\(name)” khớp cả “\(first)” và “\(second)”", "viết tên trong thẻ có đủ dấu")
    case .notComparable(let left, let right):
      ("không so sánh được \(left) với \(right)", "so sánh hai giá trị cùng loại")
    case .notANumber(let kind): ("cần số, dữ liệu là \(kind)", "sửa dữ liệu thành số")
    case .notAList(let kind):
      ("sau “có trong” cần danh sách, dữ liệu là \(kind)", "sửa tên danh sách")
    case .divisionByZero: ("chia cho 0", "kiểm tra số chia")
    case .tooLong: ("kết quả dài hơn 34 chữ số", "kiểm tra dữ liệu")
    case .filter(let filter, let seen, let needs):
      ("bộ lọc “\(filter.rawValue)” cần \(needs), dữ liệu là \(seen)", "sửa dữ liệu hoặc bộ lọc")
    case .tooManySteps: ("biểu thức tính quá lâu", "bớt vòng lặp trong mẫu")
    }
  }
}
