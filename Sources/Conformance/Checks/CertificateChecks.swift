internal import Vocabulary

/// The lines of a certificate: GK04 to GK16, GK18.
///
/// All of them warn at most: where their rule sits today is unconfirmed, as each citation says.
enum CertificateChecks {
  static let evaluators: [String: Evaluator] = [
    "GK04": order, "GK05": nation, "GK06": motto,
    "GK07": rule, "GK08": { line($0, $1, .granter) }, "GK09": { line($0, $1, .giving) },
    "GK10": { line($0, $1, .award) }, "GK11": inscription, "GK12": decision,
    "GK13": goldenBook, "GK14": date,
    "GK15": { line($0, $1, .post) }, "GK16": { line($0, $1, .signer) }, "GK18": filled,
  ]

  typealias Line = Certificate.Line

  private static let overlay = Outcome.notChecked(
    "không có phần in sẵn của phôi (Quốc hiệu, Tiêu ngữ, tên hình thức khen)")
  static let foreign = Outcome.notApplicable("không phải giấy khen")

  static func fault(
    _ it: Examination, _ line: Line, _ property: String, seen: String, allowed: String,
    at piece: Fragment? = nil
  ) -> Fault {
    Fault(
      component: line.name, property: property, seen: seen, allowed: allowed,
      paragraph: piece.map(it.paragraph))
  }

  // MARK: The lines

  /// The lines that stand below one another, and the two columns of the foot.
  private static let columns: [[Line]] = [
    [.nation, .motto, .granter, .giving, .award, .inscription, .decision, .goldenBook],
    [.inscription, .date, .post, .signer],
  ]

  @Sendable private static func order(_ it: Examination, _ check: Check) -> Outcome {
    guard let certificate = it.certificate else { return foreign }
    var faults: [Fault] = []
    for column in columns {
      var above: (line: Line, piece: Fragment)?
      for line in column {
        guard let piece = certificate[line].first else { continue }
        // A post may be several lines, of which the first is not the last word.
        if let above, piece.item < above.piece.item {
          faults.append(
            fault(
              it, line, "thứ tự", seen: "đứng trên \(above.line.name)",
              allowed: "dưới \(above.line.name)", at: piece))
        } else {
          above = (line, piece)
        }
      }
    }
    let known = Line.allCases.count { !certificate[$0].isEmpty }
    guard known > 1 else { return .notChecked("không nhận ra các dòng của giấy khen") }
    return Outcome(faults, seen: "\(known) trong \(Line.allCases.count) dòng")
  }

  /// Judges that a line is there and how its letters look.
  private static func line(_ it: Examination, _ check: Check, _ line: Line) -> Outcome {
    guard let certificate = it.certificate else { return foreign }
    if line.rawValue < Line.inscription.rawValue, certificate.isOverlay { return overlay }
    let pieces = certificate[line]
    if line == .giving, pieces.isEmpty, certificate.isGivenOnOneLine {
      return .notChecked("“TẶNG” chung dòng với tên hình thức khen")
    }
    guard !pieces.isEmpty else {
      return .failed([
        fault(it, line, "dòng này", seen: "không có", allowed: "một dòng")
      ])
    }
    return Outcome(
      pieces.flatMap { it.lookFaults($0, line.name, check.look) }, seen: it.shownLook(pieces))
  }

  @Sendable private static func nation(_ it: Examination, _ check: Check) -> Outcome {
    worded(it, check, .nation, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") {
      VietnameseText.folded($0) == Wording.nation
    }
  }

  @Sendable private static func motto(_ it: Examination, _ check: Check) -> Outcome {
    worded(it, check, .motto, Wording.motto) { $0.utf8.elementsEqual(Wording.motto.utf8) }
  }

  /// Judges a line of fixed words.
  private static func worded(
    _ it: Examination, _ check: Check, _ line: Line, _ words: String, _ isRight: (String) -> Bool
  ) -> Outcome {
    let outcome = Self.line(it, check, line)
    guard let piece = it.certificate?[line].first, !isRight(piece.text) else { return outcome }
    let wrong = fault(
      it, line, "nội dung", seen: "“\(Wording.excerpt(piece.text))”", allowed: "“\(words)”",
      at: piece)
    return .failed(outcome.faults + [wrong])
  }

  @Sendable private static func rule(_ it: Examination, _ check: Check) -> Outcome {
    guard let certificate = it.certificate else { return foreign }
    if certificate.isOverlay { return overlay }
    return HeadChecks.ratio(it, check, .motto)
  }

  @Sendable private static func inscription(_ it: Examination, _ check: Check) -> Outcome {
    guard let certificate = it.certificate, let range = check.range else { return foreign }
    guard !certificate[.award].isEmpty else {
      return .notChecked("không nhận ra tên hình thức khen")
    }
    let pieces = certificate[.inscription]
    let count = pieces.count
    var faults = pieces.flatMap { it.lookFaults($0, Line.inscription.name, check.look) }
    if Double(count) < range.lowerBound {
      faults.append(
        fault(
          it, .inscription, "số dòng", seen: "\(count)",
          allowed: "từ \(range.lowerBound.shown): tên, rồi thành tích", at: pieces.first))
    }
    return Outcome(faults, seen: "\(count) dòng")
  }

  @Sendable private static func decision(_ it: Examination, _ check: Check) -> Outcome {
    let outcome = line(it, check, .decision)
    guard let certificate = it.certificate, let parts = certificate.decision else {
      return outcome
    }
    var faults = outcome.faults
    for (name, isThere) in [("số", parts.hasNumber), ("ngày", parts.hasDay)] where !isThere {
      faults.append(
        fault(
          it, .decision, name, seen: "không có", allowed: "số, ngày, tháng, năm của quyết định",
          at: certificate[.decision].first))
    }
    return faults.isEmpty ? outcome : .failed(faults)
  }

  @Sendable private static func goldenBook(_ it: Examination, _ check: Check) -> Outcome {
    // The source speaks of no other award.
    if let certificate = it.certificate, certificate[.goldenBook].isEmpty,
      !certificate.isOverlay, !isNamed(certificate, by: check)
    {
      return .notChecked("người tặng ghi sổ vàng của mình")
    }
    return line(it, check, .goldenBook)
  }

  /// True when the award is one that a check names.
  private static func isNamed(_ certificate: Certificate, by check: Check) -> Bool {
    certificate[.award].first.map { check.names($0.text) } ?? false
  }

  @Sendable private static func date(_ it: Examination, _ check: Check) -> Outcome {
    let outcome = line(it, check, .date)
    guard let day = it.certificate?.day, day.place.isEmpty else { return outcome }
    let faulty = fault(
      it, .date, "địa danh", seen: "không có", allowed: "địa danh trước ngày, tháng, năm",
      at: it.certificate?[.date].first)
    return .failed(outcome.faults + [faulty])
  }

  // MARK: Blanks

  @Sendable private static func filled(_ it: Examination, _ check: Check) -> Outcome {
    guard let certificate = it.certificate else { return foreign }
    guard it.state == .issued else { return .notApplicable("giấy khen là bản thử") }
    var faults: [Fault] = []
    func add(_ line: Line, _ property: String, _ allowed: String) {
      faults.append(
        fault(
          it, line, property, seen: "bỏ trống", allowed: allowed, at: certificate[line].first))
    }
    if certificate.decision?.isOpen == true {
      add(.decision, "số, ngày", "đủ số, ngày, tháng, năm")
    }
    // Who grants another award writes its number in by hand.
    if isNamed(certificate, by: check), certificate.goldenNumber == "" {
      add(.goldenBook, "số", "số thứ tự trong quyết định")
    }
    if certificate.isDayOpen { add(.date, "ngày", "đủ ngày, tháng, năm") }
    if let proof = certificate.proof {
      faults.append(
        Fault(
          component: "giấy khen", property: "dấu bản thử",
          seen: "“\(Wording.excerpt(proof.text))”", allowed: "không còn",
          paragraph: it.paragraph(proof)))
    }
    return Outcome(faults)
  }
}

extension Check {
  /// True when its words name an award.
  func names(_ award: String) -> Bool {
    CertificateWords.standard.isAward(award, among: words.map(Wording.bare))
  }
}
