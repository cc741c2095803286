internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Vocabulary

/// Computes the facts of one award as one decision gives it: what its money is reckoned from.
struct AwardFacts {
  let dossier: Dossier
  let packs: PackSet
  let award: AwardForm
  /// The row of the decision; nil while there is none.
  let row: DocumentRow?
  /// The day that selects the law: the last day on which a dossier for it came in.
  let lawDay: CivilDate

  /// The facts, as a table that conditions read.
  func table() -> FactTable {
    FactTable([
      .baseSalary: baseSalary(),
      .personCoefficient: coefficient(.person),
      .collectiveCoefficient: coefficient(.collective),
    ]) { certificate($0) }
  }

  private func baseSalary() -> Fact {
    guard let row else {
      var place = dossier.sibling("van-ban.json")
      place.pointer = "/van_ban"
      return .missing("quyết định tặng \(award.label)", at: place)
    }
    guard let day = row.date else {
      return .missing("ngày của quyết định \(row.id)", at: row.origin.key("ngay"))
    }
    guard case .found(let salary) = packs.parameter("muc_luong_co_so", on: day),
      let number = salary.text.whole
    else { return .missing("mức lương cơ sở vào ngày \(day.shortForm)", at: row.origin) }
    return .number(
      number, "", seen: "\(Grouping.grouped(number)) đồng từ \(salary.text.force.from.shortForm)",
      at: row.origin.key("ngay"))
  }

  /// The coefficient, or nothing: not every award is given to both people and collectives.
  private func coefficient(_ kind: SubjectKind) -> Fact {
    let selection = packs.parameter("he_so_tien_thuong", award: award, subject: kind, on: lawDay)
    guard case .found(let found) = selection, let hundredths = found.text.hundredths else {
      return .known(nil, seen: "không có", at: .nowhere)
    }
    return .known(
      found.text.value, seen: "\(Quantity(hundredths: hundredths)) (\(found.basis))",
      at: found.text.origin)
  }

  // MARK: What a certificate shows

  private func certificate(_ name: FactName) -> Fact? {
    switch name {
    case .decisionNumber: onRow("số", "so") { .text($0.number, "", at: $1) }
    case .decisionDay: onRow("ngày", "ngay") { .day($0.date, "", at: $1) }
    case .signerInForce: signerInForce()
    case .unsaid: unsaid()
    default: nil
    }
  }

  /// A value of the decision's row; an empty one is missing under the name of what it is.
  private func onRow(
    _ what: String, _ key: String, _ fact: (DocumentRow, Place) -> Fact
  ) -> Fact {
    guard let row else {
      var place = dossier.sibling("van-ban.json")
      place.pointer = "/van_ban"
      return .missing("quyết định tặng \(award.label)", at: place, isOffices: true)
    }
    let place = row.origin.key(key)
    if case .missing = fact(row, place) {
      return .missing("\(what) của quyết định \(row.id)", at: place, isOffices: true)
    }
    return fact(row, place)
  }

  /// Whether the signer stands in the list of signers on the day of the decision; the decisions of
  /// others have signers of their own.
  private func signerInForce() -> Fact {
    guard let row, case .own = row.kind else {
      return .known(JSONValue(.boolean(true)), seen: "không xét", at: .nowhere)
    }
    guard let signer = row.signer else {
      return .missing(
        "người ký quyết định \(row.id)", at: row.origin.key("nguoi_ky"), isOffices: true)
    }
    guard let day = row.date else {
      return .missing(
        "ngày của quyết định \(row.id)", at: row.origin.key("ngay"), isOffices: true)
    }
    let isInForce = dossier.office.signers.contains { $0.person == signer && $0.isInForce(on: day) }
    let name = dossier.person(signer)?.name ?? signer.text
    return .known(
      JSONValue(.boolean(isInForce)), seen: "\(isInForce ? "có" : "không"), \(name)",
      at: row.origin.key("nguoi_ky"))
  }

  /// How many of the listed have no sentence to print.
  private func unsaid() -> Fact {
    let listed = (row?.nominations ?? []).compactMap(dossier.review.nomination)
    let without = listed.filter { dossier.citation(of: $0) == nil }
    let seen = without.map(\.id.text).joined(separator: ", ")
    return .number(
      without.count, "", seen: seen.isEmpty ? "0" : "\(without.count) (\(seen))",
      at: dossier.period.origin.key("cau_thanh_tich", award.rawValue))
  }
}
