internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// What the minutes of meetings (biên bản) have in common.
///
/// - Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.9: no line of place and day in the head;
///   hours, place, who took part, who chaired, who kept the minutes; two signatures.
extension Composer {
  /// The head of minutes, whose day is that of the meeting.
  ///
  /// They are issued when nothing is left to be written by hand and the number is known where the
  /// issuer keeps one.
  mutating func minutesHead(
    _ kind: DocumentKind, by issuer: Issuer, subject: String, row: DocumentRow?, day: CivilDate,
    isComplete: Bool, origin: Place
  ) -> DocumentHead {
    let head = head(
      kind, by: issuer, title: "BIÊN BẢN", subject: subject,
      row: row?.dated(day), subjectPlace: origin, year: day.year)
    let isNumbered = issuer.symbol == nil || row?.number != nil
    return DocumentHead(
      state: isNumbered && isComplete ? .issued : .draft,
      members: head.members.filter { $0.name != "dia_danh_ngay" })
  }

  /// A person as minutes name them: the name, the post on that day, and the unit unless the paper
  /// is the unit's own.
  func participant(
    _ id: ID<Person>, on day: CivilDate, in unit: ID<OfficeUnit>? = nil
  ) -> JSONValue {
    guard let person = dossier.person(id) else { return ["ten": .string(id.text), "chuc_vu": ""] }
    let then = person.employment(on: day)
    return [
      "ten": .string(person.name),
      "chuc_vu": .string(then.unit == unit ? then.post : post(of: .person(id), on: day)),
    ]
  }

  /// Those absent, with the reason and the day of an opinion in writing where they are known.
  func absentees(_ absentees: [Absentee]) -> JSONValue {
    .array(
      absentees.map { absentee in
        [
          "ten": .string(name(of: absentee)), "ly_do": .string(absentee.reason ?? ""),
          "y_kien_van_ban": .string(absentee.writtenOpinion?.shortForm ?? ""),
        ]
      })
  }

  /// The name of somebody absent; the id where no file has it.
  func name(of absentee: Absentee) -> String {
    switch absentee.who {
    case .person(let id): dossier.name(of: .person(id))
    case .named(let name): name
    }
  }

  /// When a meeting was: hours that are not known are null, for a person to write.
  func times(_ start: String?, _ end: String?, on day: CivilDate, venue: String?) -> JSONValue {
    [
      "bat_dau": start.map { .string(Self.hour($0)) } ?? nil,
      "ket_thuc": end.map { .string(Self.hour($0)) } ?? nil,
      "ngay": .string(day.longForm), "ngay_ngan": .string(day.shortForm),
      "dia_diem": venue.map { .string($0) } ?? nil,
    ]
  }

  /// An hour of the files as papers write it: `14:00` gives `14 giờ 00`.
  static func hour(_ text: String) -> String {
    text.split(separator: ":").joined(separator: " giờ ")
  }

  /// A share in per cent: whole ones without decimals, others with two, half away from zero, such
  /// as `100%` and `85,71%`; empty where there is no whole.
  static func share(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "" }
    let hundredths = (2 * part * 10_000 + whole) / (2 * whole)
    let rest = hundredths % 100
    return rest == 0
      ? "\(hundredths / 100)%" : "\(hundredths / 100),\(rest < 10 ? "0" : "")\(rest)%"
  }

  /// Lines in the blocks of lists, collectives and people apart, each in the office's order.
  func blocks<Item>(
    _ items: [Item], on day: CivilDate?, by nominee: (Item) -> Nominee, json: (Item) -> JSONValue
  ) -> JSONValue {
    let sorted = NameOrder(of: dossier, on: day).sorted(items, by: nominee)
    // Which block comes first is the office's rule, which stands in the order of the lines.
    let kinds =
      sorted.first.map { nominee($0).isCollective } == true ? [true, false] : [false, true]
    return .array(
      kinds.compactMap { isCollective in
        let lines = sorted.filter { nominee($0).isCollective == isCollective }.map(json)
        guard !lines.isEmpty else { return nil }
        return ["la_tap_the": JSONValue(.boolean(isCollective)), "dong": .array(lines)]
      })
  }

  /// How many collectives and people are proposed for each award, in the order of the awards.
  func counts(_ nominations: [Nomination]) -> JSONValue {
    let forms = AwardForm.allCases.filter { form in nominations.contains { $0.award == form } }
    return .array(
      forms.map { form in
        let own = nominations.filter { $0.award == form }
        let collectives = own.count(where: \.nominee.isCollective)
        return [
          "hinh_thuc": .string(fullName(of: form)), "so_tap_the": .integer(collectives),
          "so_ca_nhan": .integer(own.count - collectives),
        ]
      })
  }

  /// An award with who gives it, a title in quotation marks after its kind.
  func fullName(of form: AwardForm) -> String {
    form.isTitle ? "danh hiệu “\(form.label)”" : name(of: form)
  }

  /// Reports what a person has to write into minutes by hand; true when there is nothing.
  mutating func reportBlanks(
    _ blanks: [(key: String, what: String, isMissing: Bool)], in paper: String, at place: Place
  ) -> Bool {
    let missing = blanks.filter(\.isMissing)
    for blank in missing {
      report(.leftToHand(paper, blank.what, key: blank.key, at: place))
    }
    return missing.isEmpty
  }
}

extension DocumentRow {
  /// The row with the day of the meeting, where it says none.
  fileprivate func dated(_ day: CivilDate) -> DocumentRow {
    DocumentRow(
      id: id, kind: kind, unit: unit, session: session, number: number, date: date ?? day,
      year: year, signer: signer, issuer: issuer, signerName: signerName, nominations: nominations,
      origin: origin)
  }
}

extension VotingMethod {
  /// The method as minutes name it.
  var label: String {
    switch self {
    case .gioTay: "giơ tay"
    case .boPhieuKin: "bỏ phiếu kín"
    case .layYKienVanBan: "lấy ý kiến bằng văn bản"
    }
  }
}

extension Diagnostic {
  fileprivate static func leftToHand(
    _ paper: String, _ what: String, key: String, at place: Place
  ) -> Diagnostic {
    .warning(
      Code("CO071"), "\(paper) chưa có \(what), nên chỗ ấy để trống để ghi tay",
      at: place.key(key), help: "ghi “\(key)” của cuộc họp này")
  }
}
