internal import Vocabulary

/// The lines of a certificate (Giấy khen, Bằng khen), found by their words and places.
///
/// - Source: Nghị định 98/2023/NĐ-CP, Điều 104, for the lines; it ended on 30/6/2025, and which act
///   carries the rule today is unconfirmed. The words stand in `Data/checks.json`.
struct Certificate: Sendable {
  /// A line of a certificate.
  enum Line: Int, CaseIterable, Sendable {
    case nation, motto, granter, giving, award, inscription
    case decision, goldenBook, date, post, signer

    /// What a clerk calls it.
    var name: String {
      switch self {
      case .nation: "Quốc hiệu"
      case .motto: "Tiêu ngữ"
      case .granter: "chức danh người tặng"
      case .giving: "dòng “TẶNG”"
      case .award: "tên hình thức khen"
      case .inscription: "tên, địa chỉ, thành tích"
      case .decision: "số quyết định"
      case .goldenBook: "số sổ vàng"
      case .date: "địa danh, ngày"
      case .post: "chức vụ người ký"
      case .signer: "họ tên người ký"
      }
    }
  }

  /// The pieces of each line, by its place among the cases; empty where it was not found.
  private var found: [[Fragment]] = Array(repeating: [], count: Line.allCases.count)
  /// True when what is given stands on the line of the award's name.
  private(set) var isGivenOnOneLine = false
  /// What marks a proof, where it is marked.
  private(set) var proof: Fragment?
  /// The decision's line taken apart; nil without one.
  private(set) var decision: Decision?
  /// The number in the golden book; empty while it is open, nil without the line.
  private(set) var goldenNumber: String?
  /// The place and day taken apart; nil without the line.
  private(set) var day: NumberChecks.Day?

  /// The pieces of a line.
  private(set) subscript(line: Line) -> [Fragment] {
    get { found[line.rawValue] }
    set { found[line.rawValue] = newValue }
  }

  /// True when nothing is there that a blank form brings along: text to be printed on one.
  var isOverlay: Bool {
    [Line.nation, .motto, .giving, .award].allSatisfy { self[$0].isEmpty }
  }

  /// True when the decision or the day still waits to be written, or it is marked as a proof.
  var isOpen: Bool { proof != nil || decision?.isOpen == true || isDayOpen }

  /// True when the day at the right is not filled in.
  var isDayOpen: Bool {
    day.map { $0.day.isEmpty || $0.month.isEmpty || $0.year.count != 4 } ?? false
  }

  init(_ anatomy: Anatomy, words: CertificateWords = .standard) {
    let every = anatomy.fragments(0..<anatomy.items.count).filter { !Wording.isStroke($0.text) }
    proof = every.first { CertificateWords.isOne($0.text, of: words.proof) }
    let pieces = every.filter { !CertificateWords.isOne($0.text, of: words.proof) }
    findHead(pieces, words)
    findFoot(pieces, words)
    findSignature(pieces, anatomy)
    findInscription(pieces)
    decision = self[.decision].isEmpty ? nil : Decision(Self.text(self[.decision]))
    goldenNumber = self[.goldenBook].first.map { piece in
      piece.text.filter(\.isNumber)
    }
  }

  /// The text of pieces, joined by spaces.
  static func text(_ pieces: [Fragment]) -> String {
    pieces.map(\.text).joined(separator: " ")
  }

  private mutating func findHead(_ pieces: [Fragment], _ words: CertificateWords) {
    let nation = pieces.firstIndex { Wording.isNation($0.text) }
    let motto = pieces.firstIndex { Wording.isMotto($0.text) }
    let giving = pieces.firstIndex { CertificateWords.isOne($0.text, of: words.giving) }
    let both = pieces.firstIndex { words.isGiven($0.text, among: words.awards) }
    let award = pieces.firstIndex { CertificateWords.isOne($0.text, of: words.awards) } ?? both
    isGivenOnOneLine = award != nil && award == both
    for (line, index) in [
      (Line.nation, nation), (.motto, motto), (.giving, giving), (.award, award),
    ] {
      if let index { self[line] = [pieces[index]] }
    }
    // The granter has no words of its own: it stands between the motto and what is given.
    guard let end = [giving, award].compactMap(\.self).min() else { return }
    let start = [nation, motto].compactMap(\.self).filter { $0 < end }.max().map { $0 + 1 } ?? 0
    self[.granter] = Array(pieces[start..<end])
  }

  private mutating func findFoot(_ pieces: [Fragment], _ words: CertificateWords) {
    if let index = pieces.firstIndex(where: {
      CertificateWords.begins($0.text, with: words.decision) || Self.isDecisionNumber($0.text)
    }) {
      self[.decision] = [pieces[index]]
      // The day may stand on a line of its own.
      let next = pieces.dropFirst(index + 1).first { $0.column == pieces[index].column }
      if let next, Wording.bare(next.text).begins(with: "ngay ") {
        self[.decision].append(next)
      }
    }
    self[.goldenBook] =
      pieces.first { CertificateWords.begins($0.text, with: words.goldenBook) }.map { [$0] } ?? []
    // An achievement may end with a day too: the signature's is the last.
    let days = pieces.reversed().compactMap { piece in
      has(piece, as: .decision) || piece.text.utf8.count >= 120
        ? nil : Self.day(in: piece.text).map { (piece: piece, day: $0) }
    }
    // A day without its place is the signature's when there is no other.
    guard let found = days.first(where: { !$0.day.place.isEmpty }) ?? days.first else { return }
    self[.date] = [found.piece]
    day = found.day
  }

  private static func day(in text: String) -> NumberChecks.Day? {
    // Without a place it begins with a capital.
    NumberChecks.Day(text.begins(with: "Ngày") ? "n" + text.dropFirst() : text)
  }

  /// True for a decision's number as papers write it, such as `Số: 61/QĐ-VPUB`.
  private static func isDecisionNumber(_ text: String) -> Bool {
    Anatomy.isNumber(text) && NumberChecks.Parts(text)?.groups.first == "QĐ"
  }

  private func has(_ piece: Fragment, as line: Line) -> Bool {
    self[line].contains { $0.item == piece.item && $0.text == piece.text }
  }

  /// Post and name stand below the day in its column; without a day, behind the other lines of the
  /// foot.
  private mutating func findSignature(_ pieces: [Fragment], _ anatomy: Anatomy) {
    let foot = pieces.filter { !has($0, as: .decision) && !has($0, as: .goldenBook) }
    func index(_ line: Line) -> Int? { self[line].last?.item }
    guard let start = index(.date) ?? [.decision, .goldenBook].compactMap(index).max() else {
      return
    }
    var block = foot.filter { $0.item > start }
    if let date = self[.date].first {
      block = foot.filter { piece in
        guard piece.item > date.item || (piece.item == date.item && piece.text != date.text)
        else { return false }
        guard let cell = anatomy.items[date.item].cell else {
          return piece.column >= date.column
        }
        let other = anatomy.items[piece.item].cell
        return other?.table == cell.table && other?.column == cell.column
      }
      // A post above the day is out of order, and yet the post.
      if !block.contains(where: { Wording.isCapitals($0.text) }),
        anatomy.items[date.item].cell != nil
      {
        let above = foot.filter {
          $0.item < date.item && anatomy.areTogether($0.item, date.item)
            && Wording.isCapitals($0.text)
        }
        block = above + block
      }
    }
    var posts = block.prefix { Wording.isCapitals($0.text) }
    // A post in small letters is a post all the same, when a name follows.
    if posts.isEmpty, block.count > 1, !block[0].text.begins(with: "(") { posts = block.prefix(1) }
    let names = block.dropFirst(posts.count).filter {
      !$0.text.begins(with: "(") && !$0.text.begins(with: "[")
        && (2...8).contains(Wording.words($0.text).count)
    }
    self[.post] = Array(posts)
    if let name = names.last {
      self[.signer] = [name]
    } else if posts.count > 1, let last = posts.last,
      anatomy.gap(from: posts[posts.count - 2], to: last) > 30
    {
      // A name in capitals far below the post.
      self[.post] = Array(posts.dropLast())
      self[.signer] = [last]
    }
  }

  /// What stands between the award's name and the foot.
  private mutating func findInscription(_ pieces: [Fragment]) {
    guard let start = (self[.award] + self[.giving]).map(\.item).max() else { return }
    let foot = [Line.decision, .goldenBook, .date, .post, .signer].flatMap { self[$0] }
    let end = foot.map(\.item).filter { $0 > start }.min() ?? Int.max
    self[.inscription] = pieces.filter { piece in
      piece.item > start && piece.item < end && !foot.contains { $0.item == piece.item }
    }
  }
}

extension Certificate {
  /// A line such as `Quyết định số: 431/QĐ-VPUB ngày 05 tháng 11 năm 2027` taken apart.
  struct Decision: Sendable {
    /// True when a number is written, or its place is kept free.
    let hasNumber: Bool
    /// True when a day is written, or its place is kept free.
    let hasDay: Bool
    /// True when the number or the day is not filled in.
    let isOpen: Bool

    private static let number = Pattern(/[Ss]ố[^:\d\/]{0,12}:?\s*([\d.…_ ]*)(\/\s*\S+)?/)
    private static let day = Pattern(
      /ngày([\s\d.…_]*)tháng([\s\d.…_]*)năm([\s\d.…_]*)/)
    private static let short = Pattern(/\d{1,2}[\/.-]\d{1,2}[\/.-]\d{4}/)

    init(_ text: String) {
      let number = Self.number.first(in: text)
      let digits = number.map { $0.1.filter(\.isNumber) } ?? ""
      let day = Self.day.first(in: text)
      let isShort = Self.short.isIn(text)
      let parts = day.map { [$0.1, $0.2, $0.3].map { $0.filter(\.isNumber) } }
      hasNumber = !digits.isEmpty || number?.2 != nil
      hasDay = day != nil || isShort
      let isDayOpen = parts.map { $0.contains(where: \.isEmpty) || $0[2].count != 4 } ?? false
      isOpen = (hasNumber && digits.isEmpty) || (isDayOpen && !isShort)
    }
  }
}
