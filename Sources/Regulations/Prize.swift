package import Diagnostics
package import Dossier
internal import LocatedJSON
package import Vocabulary

/// The money that goes with an award (tiền thưởng), and how it was reckoned.
package struct Prize: Sendable {
  /// The coefficient of the award (hệ số).
  package let coefficient: Quantity
  /// The base salary in đồng (mức lương cơ sở).
  package let baseSalary: Int
  /// The money in đồng: the product, rounded up as the decree says.
  package let amount: Int
  /// Where coefficient, rounding and salary stand in the law, in this order.
  package let basis: [String]
  /// The least of how sure we are of the three.
  package let certainty: Certainty
}

extension Regulations {
  /// The money for an award to a person or a collective.
  ///
  /// The day on which the dossier came in (`received`) selects coefficient and rounding, the day
  /// of the decision (`decided`) the base salary.
  package static func prize(
    _ award: AwardForm, to kind: SubjectKind, received: CivilDate, decided: CivilDate,
    packs: PackSet
  ) -> Diagnosed<Prize> {
    var findings: [Diagnostic] = []
    func value(
      _ selection: Selection<Parameter>?, _ what: String, on day: CivilDate
    ) -> InForce<Parameter>? {
      switch selection {
      case .found(let found):
        findings += found.findings(what, on: day)
        return found
      case .tooEarly(let from, let pack):
        findings.append(.valueTooEarly(what, on: day, from: from, pack: pack))
      case nil: findings.append(.noValue(what))
      }
      return nil
    }
    let coefficient = value(
      packs.parameter("he_so_tien_thuong", award: award, subject: kind, on: received),
      "hệ số tiền thưởng của \(award.label)", on: received)
    let rounding = value(
      packs.parameter("lam_tron_len_dong", on: received), "cách làm tròn tiền thưởng", on: received)
    let salary = value(
      packs.parameter("muc_luong_co_so", on: decided), "mức lương cơ sở", on: decided)
    if let salary { findings += salary.checkFindings("mức lương cơ sở", on: decided) }
    guard let coefficient, let rounding, let salary else { return Diagnosed(nil, findings) }
    guard let hundredths = coefficient.text.hundredths, let base = salary.text.whole,
      let unit = rounding.text.whole, unit > 0,
      let amount = product(hundredths: hundredths, base: base, roundedUpTo: unit)
    else { return Diagnosed(nil, findings + [.notReckonable(award.label)]) }
    let texts = [coefficient, rounding, salary]
    return Diagnosed(
      Prize(
        coefficient: Quantity(hundredths: hundredths), baseSalary: base, amount: amount,
        basis: texts.map(\.basis), certainty: texts.map(\.certainty).reduce(.daDoiChieu, max)),
      findings)
  }

  /// The money of several awards of one person or collective that are given at once.
  ///
  /// Of titles for the same time only the one with the most money is paid; titles for different
  /// times, commendations, and a title beside a commendation are paid each.
  ///
  /// - Legal basis: rule R27 of the packs.
  package static func prizes(
    _ claims: [PrizeClaim], to kind: SubjectKind, packs: PackSet
  ) -> Diagnosed<[ClaimedPrize]> {
    let reckoned = claims.map { claim in
      prize(
        claim.award, to: kind, received: claim.received, decided: claim.decided, packs: packs)
    }
    let findings = reckoned.flatMap(\.findings)
    let prizes = reckoned.compactMap(\.value)
    guard prizes.count == claims.count else { return Diagnosed(nil, findings) }
    let rows = claims.indices.map { index in
      let claim = claims[index]
      // Of two with the same money the first one is paid.
      let higher = claims.indices.first { other in
        guard claim.isTitleBeside(claims[other]) else { return false }
        let (own, its) = (prizes[index].amount, prizes[other].amount)
        return its > own || (its == own && other < index)
      }
      return ClaimedPrize(
        claim: claim, prize: prizes[index], paidInstead: higher.map { claims[$0].award })
    }
    return Diagnosed(rows, findings)
  }

  /// Hundredths times đồng, rounded up to whole units; nil beyond what an `Int` holds.
  static func product(hundredths: Int, base: Int, roundedUpTo unit: Int) -> Int? {
    let (product, overflow) = hundredths.multipliedReportingOverflow(by: base)
    let (step, stepOverflow) = unit.multipliedReportingOverflow(by: 100)
    guard !overflow, !stepOverflow, product >= 0 else { return nil }
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: step)
    let (amount, tooLarge) = (quotient + (remainder > 0 ? 1 : 0))
      .multipliedReportingOverflow(by: unit)
    return tooLarge ? nil : amount
  }
}

extension PackSet {
  /// True for an award that the head of the office may grant by the law of a day; who grants pays.
  package func headGrants(_ award: AwardForm, on day: CivilDate) -> Bool {
    guard case .found(let list) = parameter("hinh_thuc_thu_truong_tang", on: day) else {
      return false
    }
    return list.text.value.array?.contains { $0.string == award.rawValue } ?? false
  }
}

/// One of several awards whose money is reckoned together.
package struct PrizeClaim: Sendable {
  /// The award.
  package let award: AwardForm
  /// The year for which it is given.
  package let year: Int
  /// The day on which the dossier came in.
  package let received: CivilDate
  /// The day of the decision.
  package let decided: CivilDate

  /// Creates a claim.
  package init(award: AwardForm, year: Int, received: CivilDate, decided: CivilDate) {
    self.award = award
    self.year = year
    self.received = received
    self.decided = decided
  }

  /// True for two titles of the same time.
  fileprivate func isTitleBeside(_ other: PrizeClaim) -> Bool {
    !award.isCommendation && !other.award.isCommendation && year == other.year
  }
}

/// The money of one of several awards, and whether it is paid.
package struct ClaimedPrize: Sendable {
  /// What it is for.
  package let claim: PrizeClaim
  /// What it would be alone.
  package let prize: Prize
  /// The award whose money is paid instead; nil when this one is paid.
  package let paidInstead: AwardForm?
  /// The đồng that are paid.
  package var amount: Int { paidInstead == nil ? prize.amount : 0 }
}

extension Parameter {
  /// The value as a whole number, when it is one.
  var whole: Int? {
    guard case .number(let written) = value.kind else { return nil }
    return Int(written)
  }

  /// The value in hundredths, when it is a number with at most two decimal places.
  var hundredths: Int? {
    guard case .number(let written) = value.kind else { return nil }
    let parts = written.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, whole.count <= 9,
      parts.dropFirst().allSatisfy({ (1...2).contains($0.count) })
    else { return nil }
    let decimals = parts.count == 2 ? parts[1] : "00"
    return Int(whole + decimals + (decimals.count == 1 ? "0" : ""))
  }
}

extension InForce<Parameter> {
  /// What to say of a value whose text is over.
  func findings(_ what: String, on day: CivilDate) -> [Diagnostic] {
    guard let outdated else { return [] }
    return [.valueOutdated(what, on: day, basis: basis, why: outdated)]
  }

  /// What to say of a dated series on a day after the one on which it was last checked.
  func checkFindings(_ what: String, on day: CivilDate) -> [Diagnostic] {
    guard day > pack.checked, outdated == nil else { return [] }
    return [.valueUnchecked(what, on: day, checked: pack.checked, basis: basis)]
  }
}
