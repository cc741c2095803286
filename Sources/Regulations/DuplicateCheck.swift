internal import Diagnostics
internal import Dossier
internal import Vocabulary

/// Looks for one person who is nominated, or was awarded, under two ids.
///
/// The two are never put together: whether they are one person is for people to say.
struct DuplicateCheck {
  let dossier: Dossier
  let nominations: [Nomination]

  /// A person with the name as it is compared.
  private struct Candidate {
    let person: Person
    let bare: String
    /// What he or she is nominated for, or was given.
    let why: String
  }

  /// One warning for each pair, in the order of the nominations.
  var findings: [Diagnostic] {
    let nominated = nominated
    let all = nominated + awarded
    // For look-up only: their order is never used.
    let byName = Dictionary(grouping: all.indices) { all[$0].bare }
    let byBirth = Dictionary(grouping: all.indices) { all[$0].person.birthDate }
    return nominated.indices.flatMap { index -> [Diagnostic] in
      let candidate = all[index]
      let birth = candidate.person.birthDate
      let near = (byName[candidate.bare] ?? []) + (birth.flatMap { byBirth[$0] } ?? [])
      // Those nominated before have been compared from their side.
      return Set(near).sorted().filter { $0 > index }.compactMap { other in
        guard Self.mayBeOne(candidate, all[other]) else { return nil }
        return .perhapsOnePerson(candidate.person, all[other].person, why: all[other].why)
      }
    }
  }

  /// The people nominated, each once.
  private var nominated: [Candidate] {
    candidates(
      nominations.map { ($0.nominee, "đề nghị \($0.id)") }, without: [])
  }

  /// The people who stand in the register alone.
  private var awarded: [Candidate] {
    let nominees = Set(nominations.map(\.nominee))
    return candidates(
      (dossier.review.register.content ?? []).map {
        ($0.awardee, "sổ khen thưởng, \($0.inWords)")
      }, without: nominees)
  }

  private func candidates(
    _ rows: [(Nominee, String)], without others: Set<Nominee>
  ) -> [Candidate] {
    var seen = others
    return rows.compactMap { nominee, why in
      guard seen.insert(nominee).inserted, case .person(let id) = nominee,
        let person = dossier.person(id)
      else { return nil }
      return Candidate(person: person, bare: Self.bare(person.name), why: why)
    }
  }

  /// A name without marks, hyphens and spaces, `y` as `i`.
  private static func bare(_ name: String) -> String {
    VietnameseText.withoutMarks(VietnameseText.folded(name))
      .replacing("y", with: "i").filter { $0.isLetter }
  }

  /// Whether two ids may be one person.
  ///
  /// Two birthdays that differ are two people. The same birthday and nearly the same name, or the
  /// same name but for its marks while a birthday is not known, may be one.
  private static func mayBeOne(_ one: Candidate, _ other: Candidate) -> Bool {
    guard one.person.sex == other.person.sex else { return false }
    if let birth = one.person.birthDate, let second = other.person.birthDate {
      return birth == second && NearestName.nearest(to: one.bare, among: [other.bare]) != nil
    }
    return one.bare == other.bare
  }
}

extension Diagnostic {
  fileprivate static func perhapsOnePerson(
    _ one: Person, _ other: Person, why: String
  ) -> Diagnostic {
    .warning(
      Code("RU037"),
      "\(one.name) (mã \(one.id), \(day(one))) và \(other.name) (mã \(other.id), \(day(other));"
        + " \(why)) có thể là một người",
      at: one.origin,
      help: "nếu là một người thì giữ một mã trong nhan-su.json và sửa mã kia ở các tệp khác;"
        + " nếu là hai người thì điền “ngay_sinh” cho cả hai")
  }

  private static func day(_ person: Person) -> String {
    person.birthDate.map { "sinh ngày \($0.shortForm)" } ?? "chưa có ngày sinh"
  }
}
