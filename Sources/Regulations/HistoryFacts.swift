internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Vocabulary

// What stands in the register and the lists of the years before: initiatives used, titles held,
// years of excellent work.

extension NominationFacts {
  func history(_ name: FactName) -> Fact? {
    switch name {
    case .usedInitiatives: usedInitiatives()
    case .sharedInitiatives: sharedInitiatives()
    case .recognisedInitiatives: recognisedInitiatives()
    case .movementAwards: movementAwards()
    case .fighterYears: fighterYears()
    case .excellentYears: excellentYears()
    case .isAdvancedWorker: isAdvancedWorker()
    case .higherTitles: higherTitles()
    default: nil
    }
  }

  private var unknownInitiatives: Fact {
    .missing(
      "các sáng kiến kèm theo (không có thì ghi [])", at: nomination.origin.key("sang_kien"))
  }

  /// Initiatives that an award decided before the dossier came in was given for.
  private func usedInitiatives() -> Fact {
    guard let initiatives = nomination.initiatives else { return unknownInitiatives }
    var uses: [(id: ID<Initiative>, award: PastAward)] = []
    for id in initiatives {
      guard let awards = review.pastAwards(using: id) else { return noRegister }
      uses += awards.filter(counts).prefix(1).map { (id, $0) }
    }
    let seen = uses.map { "\($0.id) đã dùng cho \($0.award.inWords)" }
    return .number(
      uses.count, "", seen: seen.isEmpty ? "0" : seen.joined(separator: "; "),
      at: nomination.origin.key("sang_kien"))
  }

  /// Initiatives that another nomination of this review puts forward too.
  ///
  /// Which of the two may use it is for people to say, so such an initiative is a missing fact.
  private func sharedInitiatives() -> Fact {
    let place = nomination.origin.key("sang_kien")
    for id in nomination.initiatives ?? [] {
      let other = review.nominations(using: id)
        .first { $0.id != nomination.id && $0.typedStatus != .rut }
      guard let other else { continue }
      let name = review.initiative(id)?.name ?? id.text
      let whose = dossier.name(of: other.nominee)
      return .missing(
        "việc sáng kiến \(id) dùng cho đề nghị này hay cho \(other.id) (\(whose)); đề nghị còn lại"
          + " bỏ \(id) khỏi sang_kien", at: place,
        about:
          "sáng kiến “\(name)”, đã đưa ra cả trong đề nghị tặng \(other.award.label) cho \(whose)"
      )
    }
    return .known(.integer(0), seen: "0", at: place)
  }

  /// Initiatives put forward that a paper recognises and the nominee is an author of.
  private func recognisedInitiatives() -> Fact {
    guard let initiatives = nomination.initiatives else { return unknownInitiatives }
    let recognised = initiatives.compactMap(review.initiative).filter { initiative in
      initiative.recognition != nil && isAuthor(of: initiative)
    }
    let seen = recognised.map(\.id.text).joined(separator: ", ")
    return .number(
      recognised.count, "", seen: seen.isEmpty ? "0" : "\(recognised.count) (\(seen))",
      at: nomination.origin.key("sang_kien"))
  }

  private func isAuthor(of initiative: Initiative) -> Bool {
    initiative.authors.contains { author in
      switch nominee {
      case .person(let id): author.person == id
      case .unit(let id): dossier.person(author.person)?.unit == id
      }
    }
  }

  /// Awards for a movement or for a sudden merit, which no award for merit of office rests on.
  private func movementAwards() -> Fact {
    guard let awards = review.pastAwards(of: nominee) else { return noRegister }
    let hits = awards.filter { award in
      counts(award) && (award.type == .phongTrao || award.type == .dotXuat)
    }
    let seen = hits.map(\.inWords).joined(separator: "; ")
    return .number(
      hits.count, "", seen: seen.isEmpty ? "0" : seen,
      at: hits.first?.origin ?? nomination.origin.key("hinh_thuc"))
  }

  /// The years in a row, up to the year reviewed or the one before, with the title of a
  /// Chiến sĩ thi đua cơ sở given for merit of office; one given for a movement does not count.
  private func fighterYears() -> Fact {
    guard let awards = review.pastAwards(of: nominee) else { return noRegister }
    guard let year else { return .missing(noYear) }
    let years = Set(
      awards.filter { $0.form == .chienSiThiDuaCoSo && $0.type == .congTrang && counts($0) }
        .map(\.year))
    let last = years.contains(year) ? year : year - 1
    let row = Array((0...years.count).map { last - $0 }.prefix { years.contains($0) })
    let seen = row.reversed().map(String.init).joined(separator: ", ")
    return .number(
      row.count, "", seen: seen.isEmpty ? "0" : "\(row.count) (\(seen))",
      at: review.register.origin.key("khen_thuong"))
  }

  /// The years in a row, up to the last one rated, with an excellent rating.
  ///
  /// A year without rating ends the row only when it is long enough already; otherwise it is what
  /// is missing.
  private func excellentYears() -> Fact {
    guard let year else { return .missing(noYear) }
    let enough = nomination.receivedOn.flatMap { day -> Int? in
      guard case .found(let found) = packs.parameter("so_nam_lien", on: day) else { return nil }
      return found.text.whole
    }
    var current = review.finalRatings(of: year)?.entry(of: nominee)?.rating == nil ? year - 1 : year
    var row: [Int] = []
    while let rating = review.finalRatings(of: current)?.entry(of: nominee)?.rating {
      guard rating == .hoanThanhXuatSac else { return excellent(row) }
      row.insert(current, at: 0)
      current -= 1
    }
    if let enough, row.count >= enough { return excellent(row) }
    return .missing(
      "xếp loại năm \(current) của \(dossier.name(of: nominee))",
      at: review.ratingPlace(of: nominee, in: current), isOffices: true)
  }

  private func excellent(_ years: [Int]) -> Fact {
    let seen = years.map(String.init).joined(separator: ", ")
    return .number(
      years.count, "", seen: years.isEmpty ? "0" : "\(years.count) (\(seen))",
      at: review.ratings.origin.key("nam"))
  }

  private func isAdvancedWorker() -> Fact {
    guard case .person(let id) = nominee else { return .missing(noYear) }
    guard let year else { return .missing(noYear) }
    guard let held = holds(.laoDongTienTien, id, in: year) else {
      return .missing(
        "danh hiệu Lao động tiên tiến năm \(year) trong sổ khen thưởng, hoặc đề nghị cùng đợt",
        at: review.register.origin.key("khen_thuong"), isOffices: true)
    }
    return .known(
      JSONValue(.boolean(held)), seen: "\(held ? "có" : "chưa có") danh hiệu năm \(year)",
      at: review.register.origin.key("khen_thuong"))
  }

  /// Whether a person has a title for a year or is put forward for it in this review; nil while
  /// no title of that year is in the register.
  func holds(_ title: AwardForm, _ person: ID<Person>, in year: Int) -> Bool? {
    let isProposed = review.nominations(of: .person(person)).contains { other in
      other.award == title && other.typedStatus != .rut
        && other.typedStatus != .hoiDongKhongThongQua
    }
    guard let awards = review.pastAwards(title, for: year) else { return isProposed ? true : nil }
    let isHeld = awards.contains { $0.awardee == .person(person) && $0.revocation == nil }
    if isHeld || isProposed { return true }
    let personal: [AwardForm] = [.laoDongTienTien, .chienSiThiDuaCoSo]
    let isEntered = personal.contains { form in
      review.pastAwards(form, for: year)?.isEmpty == false
    }
    return isEntered ? false : nil
  }

  /// Titles of the same year with a higher coefficient, held or proposed.
  private func higherTitles() -> Fact {
    guard let year else { return .missing(noYear) }
    guard let awards = review.pastAwards(of: nominee) else { return noRegister }
    let held = awards.filter {
      $0.year == year && !$0.form.isCommendation && $0.revocation == nil
    }
    let proposed = review.nominations(of: nominee).filter { other in
      other.id != nomination.id && other.typedStatus != .rut && !other.award.isCommendation
    }
    let own = coefficient(of: nomination.award) ?? 0
    let hits =
      held.filter { (coefficient(of: $0.form) ?? 0) > own }.map(\.inWords)
      + proposed.filter { (coefficient(of: $0.award) ?? 0) > own }
      .map { "đề nghị \($0.id), \($0.award.label)" }
    return .number(
      hits.count, "", seen: hits.isEmpty ? "0" : hits.joined(separator: "; "),
      at: nomination.origin.key("hinh_thuc"))
  }

  private func coefficient(of award: AwardForm) -> Int? {
    guard let day = nomination.receivedOn else { return nil }
    let selection = packs.parameter(
      "he_so_tien_thuong", award: award, subject: nominee.isCollective ? .collective : .person,
      on: day)
    guard case .found(let found) = selection else { return nil }
    return found.text.hundredths
  }
}
