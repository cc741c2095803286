internal import Diagnostics

/// The parts of the body and their numbers: HN.
enum HeadingChecks {
  static let evaluators: [String: Evaluator] = [
    "HN01": { chapters($0, $1, isChapter: true) }, "HN02": { chapters($0, $1, isChapter: false) },
    "HN03": titles, "HN04": articles, "HN05": romans, "HN06": clauses, "HN07": points,
    "HN08": sequence, "HN09": dashes,
  ]

  /// The letters that count points, in the order of the decree's own lists.
  private static let letters = Array("abcdđeghiklmnopqrstuvxy")

  private static func fault(
    _ name: String, _ paragraph: Paragraph, _ property: String, _ seen: String, _ allowed: String
  ) -> Fault {
    Fault(
      component: name, property: property, seen: seen, allowed: allowed, paragraph: paragraph)
  }

  private static func piece(_ item: (index: Int, paragraph: Paragraph, role: BodyRole)) -> Fragment
  {
    Fragment(item: item.index, column: 0, runs: item.paragraph.runs, isAligned: true)
  }

  private static func chapters(_ it: Examination, _ check: Check, isChapter: Bool) -> Outcome {
    let items = it.bodyItems
    var faults: [Fault] = []
    var found = false
    for (position, item) in items.enumerated() {
      let word: String
      let number: String
      switch item.role {
      case .chapter(let name, let value) where isChapter: (word, number) = (name, value)
      case .section(let name, let value) where !isChapter: (word, number) = (name, value)
      default: continue
      }
      found = true
      faults += it.lookFaults(piece(item), word, check.look)
      let isRoman = !number.isEmpty && number.allSatisfy { "IVXLC".contains($0) }
      let isArabic = Int(number) != nil
      if isChapter ? !isRoman : !isArabic {
        faults.append(
          fault(word, item.paragraph, "số thứ tự", number, isChapter ? "số La Mã" : "số Ả Rập"))
      }
      guard position + 1 < items.count, items[position + 1].index == item.index + 1 else {
        continue
      }
      let title = items[position + 1]
      guard case .plain = title.role else { continue }
      var rule = check.look
      rule?.isCapitals = true
      if title.paragraph.setting.alignment == .center || piece(title).isBold {
        faults += it.lookFaults(piece(title), "tiêu đề \(word.lowercased())", rule)
      }
    }
    return found
      ? Outcome(faults)
      : .notApplicable("văn bản không chia \(isChapter ? "phần, chương" : "mục, tiểu mục")")
  }

  @Sendable private static func titles(_ it: Examination, _ check: Check) -> Outcome {
    let items = it.bodyItems
    var faults: [Fault] = []
    var found = false
    // Articles of decisions stand without titles in the decree's own samples.
    let mayLack = ["NQ", "QĐ"].contains(it.anatomy.type?.code)
    for (position, item) in items.enumerated() {
      switch item.role {
      case .article(let number, let title):
        found = true
        guard title.isEmpty else { continue }
        var lacking = fault("Điều \(number)", item.paragraph, "tiêu đề", "không có", "có")
        if mayLack { lacking.severity = .warning }
        faults.append(lacking)
      case .chapter, .section:
        found = true
        let next = position + 1 < items.count ? items[position + 1] : nil
        let isTitle = next.map {
          $0.role == .plain && ($0.paragraph.setting.alignment == .center || piece($0).isBold)
        }
        if isTitle != true {
          faults.append(fault(item.paragraph.plain, item.paragraph, "tiêu đề", "không có", "có"))
        }
      default: continue
      }
    }
    return found ? Outcome(faults) : .notApplicable("văn bản không chia phần, chương, mục, điều")
  }

  @Sendable private static func articles(_ it: Examination, _ check: Check) -> Outcome {
    var found = false
    var faults: [Fault] = []
    for item in it.bodyItems {
      guard case .article(let number, _) = item.role else { continue }
      found = true
      let name = "Điều \(number.filter(\.isNumber))"
      if !number.ends(with: ".") {
        faults.append(fault(name, item.paragraph, "dấu sau số", "không có dấu chấm", "dấu chấm"))
      }
      if let first = item.paragraph.printedRuns.first, !first.face.isBold {
        faults.append(fault(name, item.paragraph, "kiểu chữ", "không đậm", "đậm"))
      }
    }
    return found ? Outcome(faults) : .notApplicable("văn bản không chia điều")
  }

  @Sendable private static func romans(_ it: Examination, _ check: Check) -> Outcome {
    let found = it.bodyItems.filter { if case .roman = $0.role { true } else { false } }
    guard !found.isEmpty else { return .notApplicable("văn bản không chia mục I, II") }
    return Outcome(
      found.flatMap { it.lookFaults(piece($0), "mục", check.look) })
  }

  @Sendable private static func clauses(_ it: Examination, _ check: Check) -> Outcome {
    let items = it.bodyItems
    var found = false
    var faults: [Fault] = []
    for (position, item) in items.enumerated() {
      guard case .clause(let number, let text) = item.role else { continue }
      found = true
      let isBold = piece(item).isBold
      let ends = text.last.map { ".;,:?!".contains($0) } ?? true
      let next =
        position + 1 < items.count ? items[position + 1].role : .roman(number: "", title: "")
      // A short line that opens further text is a title; one that another clause follows may be
      // an item of a list.
      let hasText: Bool
      switch next {
      case .plain, .point, .dash: hasText = true
      default: hasText = false
      }
      let isTitle = !ends && hasText && Wording.words(text).count <= 20
      if isTitle, !isBold {
        faults.append(
          fault("khoản \(number)", item.paragraph, "kiểu chữ", "không đậm", "số và tiêu đề đậm"))
      } else if ends, isBold, text.ends(with: ".") || text.ends(with: ";") {
        faults.append(
          fault(
            "khoản \(number)", item.paragraph, "kiểu chữ", "đậm", "không đậm khi không có tiêu đề"))
      }
    }
    return found ? Outcome(faults) : .notApplicable("văn bản không chia khoản")
  }

  @Sendable private static func points(_ it: Examination, _ check: Check) -> Outcome {
    var expected = 0
    var found = false
    var faults: [Fault] = []
    for item in it.bodyItems {
      switch item.role {
      case .point(let letter):
        let known = letters.firstIndex { String($0) == letter }
        // One sentence that begins with a letter and a full stop is no list.
        if !found, known != 0, item.paragraph.plain.dropFirst(letter.count).first == "." {
          continue
        }
        found = true
        if known == 0, expected != 0 { expected = 0 }
        if known != expected {
          let wanted = expected < letters.count ? "\(letters[expected]))" : "hết bảng chữ cái"
          faults.append(fault("điểm", item.paragraph, "thứ tự", "\(letter))", wanted))
        } else if item.paragraph.plain.dropFirst(letter.count).first != ")" {
          faults.append(fault("điểm", item.paragraph, "dấu sau chữ", "dấu chấm", "dấu ngoặc đơn"))
        }
        expected = (known ?? expected) + 1
      case .clause, .roman, .article, .chapter, .section: expected = 0
      case .plain, .dash: continue
      }
    }
    return found ? Outcome(faults) : .notApplicable("văn bản không chia điểm")
  }

  @Sendable private static func sequence(_ it: Examination, _ check: Check) -> Outcome {
    var (roman, clause, article) = (0, 0, 0)
    var found = false
    var faults: [Fault] = []
    for item in it.bodyItems {
      switch item.role {
      case .chapter, .section: (roman, clause) = (0, 0)
      case .article(let number, _):
        found = true
        clause = 0
        let value = Int(number.filter(\.isNumber)) ?? 0
        if value != article + 1 {
          faults.append(fault("điều", item.paragraph, "số thứ tự", "\(value)", "\(article + 1)"))
        }
        article = value
      case .roman(let number, _):
        found = true
        clause = 0
        if number != ListNumber.roman(roman + 1), number != "I" {
          faults.append(
            fault("mục", item.paragraph, "số thứ tự", number, ListNumber.roman(roman + 1)))
        }
        roman = (1...60).first { ListNumber.roman($0) == number } ?? roman + 1
      case .clause(let number, _):
        found = true
        let levels = number.split(separator: ".").compactMap { Int($0) }
        if levels.count > 2 {
          faults.append(fault("khoản", item.paragraph, "cấp số", number, "không quá hai cấp"))
        }
        guard levels.count == 1, let value = levels.first else { continue }
        if value != clause + 1, value != 1 {
          faults.append(fault("khoản", item.paragraph, "số thứ tự", "\(value)", "\(clause + 1)"))
        }
        clause = value
      case .point, .dash, .plain: continue
      }
    }
    return found ? Outcome(faults) : .notApplicable("văn bản không đánh số")
  }

  @Sendable private static func dashes(_ it: Examination, _ check: Check) -> Outcome {
    var found = false
    var hasDash = false
    var faults: [Fault] = []
    for item in it.bodyItems {
      guard case .dash(let sign) = item.role else {
        hasDash = false
        continue
      }
      found = true
      if sign == "-" {
        hasDash = true
      } else if sign != "+" || !hasDash {
        faults.append(
          fault("gạch đầu dòng", item.paragraph, "dấu", "“\(sign)”", "- ở cấp một, + ở cấp hai"))
      }
    }
    return found ? Outcome(faults) : .notApplicable("văn bản không có gạch đầu dòng")
  }
}
