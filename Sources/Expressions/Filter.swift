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

  /// What may follow the name.
  enum ArgumentKind: Hashable, Sendable { case none, text, optionalText }

  var argumentKind: ArgumentKind {
    switch self {
    case .fallback: .text
    case .join: .optionalText
    default: .none
    }
  }

  /// True for the filters that this version carries out.
  var isAvailable: Bool {
    switch self {
    case .dropWhenBlank, .dottedLine, .sum, .sorted, .grouped, .selected, .mergeCells, .honorific,
      .unbroken,
      .checkBox, .fitFrame, .fillFrame, .qr:
      false
    default: true
    }
  }

  /// The names, longest first, so that `ngày đầy đủ` is found before `ngày`.
  static let byLength: [(words: [Name], filter: Filter)] = allCases.map { filter in
    (filter.rawValue.split(separator: " ").map { Name(String($0)) }, filter)
  }.sorted { $0.words.count > $1.words.count }
}

/// A filter with what follows its name.
public struct FilterCall: Hashable, Sendable {
  /// The filter.
  public let filter: Filter
  /// Its text argument, when it takes one.
  public let argument: String?

  /// Creates a call.
  public init(_ filter: Filter, argument: String? = nil) {
    self.filter = filter
    self.argument = argument
  }

  /// Reads what stands between two `|`.
  ///
  /// - Throws: ``ExpressionFailure`` for an unknown name or an argument that does not fit.
  static func parse(_ text: Substring) throws(ExpressionFailure) -> FilterCall {
    let trimmed = text.trimmingSpaces()
    guard !trimmed.isEmpty else { throw .missingOperand(after: "|") }
    let words = trimmed.split(whereSeparator: \.isWhitespace)
    for (names, filter) in Filter.byLength where names.count <= words.count {
      let meets = zip(names, words).allSatisfy { Name(String($1)).spells($0) }
      guard meets else { continue }
      guard filter.isAvailable else { throw .notYet("bộ lọc “\(filter.rawValue)”") }
      let rest = words.count == names.count ? "" : trimmed[words[names.count].startIndex...]
      return try FilterCall(filter, argument: argument(String(rest), of: filter))
    }
    throw .unknownFilter(String(trimmed), nearest: nearest(to: words))
  }

  /// The filter that was probably meant: what follows its name may be an argument.
  private static func nearest(to words: [Substring]) -> String? {
    let names = Filter.allCases.map(\.rawValue)
    for count in (1...min(words.count, 4)).reversed() {
      let text = words.prefix(count).joined(separator: " ")
      if let nearest = NearestName.nearest(to: text, among: names) { return nearest }
    }
    return nil
  }

  private static func argument(
    _ text: String, of filter: Filter
  ) throws(ExpressionFailure) -> String? {
    switch (filter.argumentKind, text.isEmpty) {
    case (.none, true), (.optionalText, true): return nil
    case (.none, false): throw .filterArgument(filter.rawValue, expected: "không có gì theo sau")
    case (.text, true): throw .filterArgument(filter.rawValue, expected: "một đoạn chữ theo sau")
    case (.text, false), (.optionalText, false): return Quote.unquoted(text)
    }
  }
}
