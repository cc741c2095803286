internal import Vocabulary

/// A filter with what follows its name.
public struct FilterCall: Hashable, Sendable {
  /// What follows a filter's name.
  public indirect enum Argument: Hashable, Sendable {
    /// Nothing.
    case none
    /// A text, as typed.
    case text(String)
    /// The keys of the items, the first one deciding before the second.
    case keys([Path])
    /// A whole number.
    case number(Int)
    /// An expression in which the item's own keys are in scope.
    case expression(Expression)
  }

  /// The filter.
  public let filter: Filter
  /// What follows its name, of the kind that the filter takes.
  public let argument: Argument

  /// Creates a call.
  public init(_ filter: Filter, argument: Argument = .none) {
    self.filter = filter
    self.argument = argument
  }

  /// The text that follows, when one does.
  var text: String? {
    if case .text(let text) = argument { text } else { nil }
  }

  /// The keys that follow; empty when none do.
  public var keys: [Path] {
    if case .keys(let keys) = argument { keys } else { [] }
  }

  // MARK: Reading

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
      let rest = words.count == names.count ? "" : trimmed[words[names.count].startIndex...]
      return try FilterCall(filter, argument: argument(String(rest), of: filter))
    }
    throw .unknownFilter(String(trimmed), nearest: nearest(to: words))
  }

  /// The filter that was probably meant: what follows its name may be an argument.
  private static func nearest(to words: [Substring]) -> String? {
    let names = Filter.typed.map(\.rawValue)
    for count in (1...min(words.count, 4)).reversed() {
      let text = words.prefix(count).joined(separator: " ")
      if let nearest = NearestName.nearest(to: text, among: names) { return nearest }
    }
    return nil
  }

  private static func argument(
    _ text: String, of filter: Filter
  ) throws(ExpressionFailure) -> Argument {
    func failure(_ expected: String) -> ExpressionFailure {
      .filterArgument(filter.rawValue, expected: expected)
    }
    switch (filter.argumentKind, text.isEmpty) {
    case (.none, true), (.optionalText, true): return .none
    case (.none, false): throw failure("không có gì theo sau")
    case (.text, true): throw failure("một đoạn chữ theo sau")
    case (.text, false), (.optionalText, false): return .text(Quote.unquoted(text))
    case (.key, true): throw failure("tên một khóa của từng mục")
    case (.keys, true): throw failure("tên khóa của từng mục, nhiều khóa cách nhau bằng dấu ;")
    case (.key, false):
      guard !text.contains(";") else { throw failure("đúng một khóa của từng mục") }
      let key = try key(text, failure("tên một khóa của từng mục"))
      guard filter != .grouped || !key.names.isEmpty else {
        throw failure("tên một khóa của từng mục")
      }
      return .keys([key])
    case (.keys, false):
      var keys: [Path] = []
      for part in text.split(separator: ";", omittingEmptySubsequences: false) {
        keys.append(try key(String(part), failure("tên khóa ở hai bên dấu ;")))
      }
      return .keys(keys)
    case (.number(let range), _):
      guard let number = Int(text), range.contains(number) else {
        throw failure("một số nguyên từ \(range.lowerBound) đến \(range.upperBound)")
      }
      return .number(number)
    case (.expression, true): throw failure("một điều kiện về từng mục")
    case (.expression, false): return .expression(try ExpressionParser.parse(text))
    }
  }

  /// A path inside an item.
  private static func key(
    _ text: String, _ failure: ExpressionFailure
  ) throws(ExpressionFailure) -> Path {
    guard !Substring(text).trimmingSpaces().isEmpty else { throw failure }
    let path = try Path.parse(Quote.unquoted(text))
    guard path.outward == 0 else { throw failure }
    return path
  }
}
