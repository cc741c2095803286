internal import Vocabulary

/// Capital letters: VH.
enum WordingChecks {
  static let evaluators: [String: Evaluator] = [
    "VH01": starts, "VH02": citations.judge, "VH03": types.judge, "VH04": conjunctions.judge,
    "VH05": places.judge, "VH06": people.judge, "VH07": signer,
  ]
  /// What is asked of a paragraph by itself.
  static let ofParagraph: [ParagraphCheck] =
    [citations, types, conjunctions, places, people].map { rule in { rule.fault(in: $0) } }

  /// A rule on words that may stand in any sentence.
  private struct Rule: Sendable {
    let property: String
    let allowed: String
    /// The first words that break it; nil for none.
    let find: @Sendable (String) -> String?

    init(
      _ property: String, allowed: String, find: @escaping @Sendable (String) -> String?
    ) {
      self.property = property
      self.allowed = allowed
      self.find = find
    }

    @Sendable func judge(_ it: Examination, _ check: Check) -> Outcome {
      Outcome(it.worded.compactMap { fault(in: $0) })
    }

    func fault(in paragraph: Paragraph) -> Fault? {
      find(paragraph.plain).map {
        Fault(
          component: "lời văn", property: property, seen: "“\(Wording.excerpt($0))”",
          allowed: allowed, paragraph: paragraph)
      }
    }
  }

  private static let smallStart = Pattern(/\p{L}{4,}[.?!] (\p{Ll}\p{L}*)/)
  private static let smallPart = Pattern(
    /(^|[\s(])(điều \d+|chương [IVX]+|tiểu mục \d+)([\s.,;)]|$)/)
  private static let capitalPart = Pattern(/[\p{Ll},] (Khoản \d+|Điểm \p{Ll})([\s.,;)]|$)/)
  private static let capitalWord = Pattern(/(\p{L}+) ((Và|Của) (\p{Lu}\p{Ll}*))/)
  /// Words before and behind a family name: Và is one of the Mông people.
  private static let namesPerson = (
    before: Set(["ông", "bà", "anh", "chị", "chí"]), behind: Set(["Thị", "Văn", "A", "Bá", "Chí"])
  )
  private static let capitalProvince = Pattern(/\p{Ll} (Tỉnh \p{Lu}\p{Ll}+)/)
  private static let smallType = Pattern(
    /(^|[\s(])((quyết định|nghị quyết|kế hoạch|chỉ thị|thông tư|nghị định|tờ trình|công văn) số \d+)/
  )
  /// What ``smallPart`` and ``smallType`` find holds one of these; the plain question first.
  private static let smallParts = ["điều ", "chương ", "tiểu mục "].flatMap { word in
    (word == "chương " ? ["I", "V", "X"] : (0...9).map(String.init)).map { word + $0 }
  }
  private static let smallTypes = [
    "quyết định", "nghị quyết", "kế hoạch", "chỉ thị", "thông tư", "nghị định", "tờ trình",
    "công văn",
  ].map { $0 + " số " }
  private static let smallPeople = Pattern(
    /(?:của|và|phục vụ|với|vì|Đảng,|pháp luật) (nhân dân|nhà nước)([\s.,;)]|$)/)

  @Sendable private static func starts(_ it: Examination, _ check: Check) -> Outcome {
    Outcome(
      it.bodyItems.compactMap { _, paragraph, role in
        let text = paragraph.plain
        var seen: String?
        if case .plain = role, text.first?.isLowercase == true {
          seen = text
        } else if text.hasSmallStart, let match = smallStart.first(in: text) {
          seen = String(match.0)
        }
        return seen.map {
          Fault(
            component: "lời văn", property: "chữ đầu câu", seen: "“\(Wording.excerpt($0))”",
            allowed: "viết hoa", paragraph: paragraph)
        }
      })
  }

  private static let citations = Rule(
    "viện dẫn", allowed: "Phần, Chương, Mục, Điều viết hoa; khoản, điểm viết thường"
  ) { text in
    // Regular expressions are slow: the plain question first.
    if text.has("điều ") || text.has("chương ") || text.has("tiểu mục "),
      smallParts.contains(where: text.has), let match = smallPart.first(in: text)
    {
      return String(match.2)
    }
    guard text.has(" Khoản ") || text.has(" Điểm ") else { return nil }
    return capitalPart.first(in: text).map { String($0.1) }
  }

  private static let types = Rule("tên loại văn bản cụ thể", allowed: "viết hoa chữ đầu") { text in
    // Each of them ends so.
    guard text.has(" số "), smallTypes.contains(where: text.has) else { return nil }
    return smallType.first(in: text).map { String($0.2) }
  }

  private static let conjunctions = Rule("tên cơ quan", allowed: "“và”, “của” viết thường") {
    text in
    guard text.has(" Và ") || text.has(" Của ") else { return nil }
    return capitalWord.all(in: text).first { match in
      !namesPerson.before.contains(match.1.lowercased())
        && !namesPerson.behind.contains(String(match.4))
    }.map { String($0.2) }
  }

  private static let places = Rule("tên đơn vị hành chính", allowed: "danh từ chung viết thường") {
    text in
    guard text.has(" Tỉnh ") else { return nil }
    return capitalProvince.first(in: text).map { String($0.1) }
  }

  private static let people = Rule("chữ hoa", allowed: "“Nhân dân”, “Nhà nước”") { text in
    guard text.has("nhân dân") || text.has("nhà nước") else { return nil }
    return smallPeople.first(in: text).map { String($0.1) }
  }

  @Sendable private static func signer(_ it: Examination, _ check: Check) -> Outcome {
    it.with(.signer) { pieces in
      pieces.compactMap { piece in
        let words = Wording.words(piece.text)
        let isRight = words.allSatisfy { word in
          word.first?.isUppercase == true
            && (word.count == 1 || word.dropFirst().contains { $0.isLowercase }
              || word.contains("."))
        }
        guard !isRight else { return nil }
        return it.fault(
          .signer, "chữ hoa", seen: "“\(piece.text)”", allowed: "viết hoa chữ đầu từng âm tiết",
          at: piece)
      }
    }
  }
}

extension String {
  /// True when a small letter follows the end of a sentence and a space.
  fileprivate var hasSmallStart: Bool {
    var state = 0
    for scalar in unicodeScalars {
      switch state {
      case 1 where scalar == " ": state = 2
      case 2 where scalar.isSmall: return true
      default: state = scalar == "." || scalar == "?" || scalar == "!" ? 1 : 0
      }
    }
    return false
  }
}
