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
    ])
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
}

/// Computes the facts of the period: how the lists of its papers stand to each other.
struct PeriodFacts {
  let dossier: Dossier

  /// The facts, as a table that conditions read.
  func table() -> FactTable {
    var facts: [FactName: Fact] = [:]
    let submitted = listed(in: .toTrinhGiayKhen)
    let decided = listed(in: .quyetDinhKhenThuong)
    for (names, list) in [
      ((.submittedCollectives, .submittedPeople, .submittedOrder), submitted),
      ((.decidedCollectives, .decidedPeople, .decidedOrder), decided),
    ] as [((FactName, FactName, FactName), Listed)] {
      facts[names.0] = list.fact { String($0.collectives) }
      facts[names.1] = list.fact { String($0.people) }
      facts[names.2] = list.order
    }
    return FactTable(facts)
  }

  /// What the rows of one kind list together, in their order.
  private enum Listed {
    case known(collectives: Int, people: Int, ids: [String], at: Place)
    case missing(MissingFact)

    func fact(_ count: ((collectives: Int, people: Int)) -> String) -> Fact {
      switch self {
      case .known(let collectives, let people, _, let place):
        let text = count((collectives, people))
        return .known(JSONValue(.number(text)), seen: text, at: place)
      case .missing(let fact): return .missing(fact)
      }
    }

    var order: Fact {
      switch self {
      case .known(_, _, let ids, let place):
        let text = ids.joined(separator: ", ")
        return .known(.string(text), seen: text, at: place)
      case .missing(let fact): return .missing(fact)
      }
    }
  }

  private func listed(in kind: DocumentKind) -> Listed {
    let rows = dossier.documents(of: kind)
    guard let first = rows.first else {
      var place = dossier.sibling("van-ban.json")
      place.pointer = "/van_ban"
      return .missing(MissingFact("dòng \(kind.rawValue)", at: place))
    }
    if let unknown = rows.first(where: { $0.nominations == nil }) {
      return .missing(
        MissingFact("danh sách đề nghị của dòng \(unknown.id)", at: unknown.origin.key("de_nghi")))
    }
    let ids = rows.flatMap { $0.nominations ?? [] }
    let collectives = ids.count { dossier.review.nomination($0)?.nominee.isCollective ?? false }
    return .known(
      collectives: collectives, people: ids.count - collectives, ids: ids.map(\.text),
      at: first.origin.key("de_nghi"))
  }
}
