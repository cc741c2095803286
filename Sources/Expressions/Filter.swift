internal import Vocabulary

/// A filter of the closed list; its name is what an author writes behind `|`.
public enum Filter: String, Hashable, Sendable, CaseIterable {
  /// The filters, each under the name that is taught.
  case upperCase = "in hoa"
  case lowerCase = "chữ thường"
  case capitalFirst = "hoa chữ đầu"
  case capitalEach = "hoa mỗi chữ"
  case dateLong = "ngày đầy đủ"
  case date = "ngày"
  case year = "năm"
  case number = "số"
  case percent = "phần trăm"
  case moneyInWords = "tiền bằng chữ"
  case money = "tiền"
  case inWords = "bằng chữ"
  case roman = "la mã"
  case letter = "chữ cái"
  case twoDigits = "hai chữ số"
  case fallback = "mặc định"
  case dropWhenBlank = "bỏ dòng"
  case join = "nối"
  case count = "đếm"
  /// The length of a drawn line, in its alternative text.
  case lineLength = "rộng"
  case dottedLine = "dòng chấm"
  case sum = "tổng"
  case sorted = "sắp xếp theo"
  case grouped = "nhóm theo"
  case selected = "lọc"
  case mergeCells = "gộp ô"
  case honorific = "ông bà"
  case unbroken = "viết liền"
  case checkBox = "hộp kiểm"
  case fitFrame = "vừa khung"
  case fillFrame = "phủ khung"
  case qr = "qr"
  /// What switches of Word's fields ask; nobody types them.
  case datePicture = "\\@"
  case numberPicture = "\\#"

  /// What may follow the name.
  enum ArgumentKind: Hashable, Sendable {
    case none, text, optionalText
    /// One key of the items, or several divided by `;`.
    case key, keys
    /// A whole number within bounds.
    case number(ClosedRange<Int>)
    /// An expression in which the item's own keys are in scope.
    case expression
  }

  var argumentKind: ArgumentKind {
    switch self {
    case .fallback: .text
    case .join: .optionalText
    case .sum, .grouped: .key
    case .sorted: .keys
    case .selected: .expression
    case .dottedLine: .number(1...Self.longestDottedLine)
    default: .none
    }
  }

  /// More dots than this fill no line of any paper.
  static let longestDottedLine = 300

  /// The filters that an author types.
  static let typed = allCases.filter { $0 != .datePicture && $0 != .numberPicture }

  /// The names, longest first, so that `ngày đầy đủ` is found before `ngày`; `theo` may be left
  /// out.
  static let byLength: [(words: [Name], filter: Filter)] = typed.flatMap { filter in
    let words = filter.rawValue.split(separator: " ").map { Name(String($0)) }
    let isLeftOut = words.count > 1 && words.last == Name("theo")
    let spellings = isLeftOut ? [words, Array(words.dropLast())] : [words]
    return spellings.map { (words: $0, filter: filter) }
  }.sorted { $0.words.count > $1.words.count }
}
