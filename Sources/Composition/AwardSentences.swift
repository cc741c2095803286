internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// What the awardees of one list are awarded for, in the words of the decision.
struct AwardSentences {
  /// The sentence of most of them, which the paper's text says once.
  let shared: String
  /// The sentence of each one whose own is another; it stands in the list.
  let own: [ID<Nomination>: String]
}

extension Composer {
  /// The sentences of a list as they stand inside a text: a small first letter, no full stop.
  ///
  /// Nil, with a finding for each, while one awardee has none.
  mutating func sentences(of list: AwardList) -> AwardSentences? {
    var texts: [(id: ID<Nomination>, text: String)] = []
    for awardee in list.all {
      guard let text = dossier.citation(of: awardee.nomination) else {
        let nomination = awardee.nomination
        report(.sentenceMissing(nomination, name: dossier.name(of: nomination.nominee)))
        continue
      }
      texts.append((awardee.nomination.id, Self.insideText(text)))
    }
    guard texts.count == list.all.count, let first = texts.first else { return nil }
    // Among equals the one that comes first in the list.
    let times = Dictionary(texts.map { ($0.text, 1) }, uniquingKeysWith: +)
    let shared = texts.map(\.text).reduce(first.text) { best, text in
      times[text, default: 0] > times[best, default: 0] ? text : best
    }
    return AwardSentences(
      shared: shared,
      own: Dictionary(
        texts.filter { $0.text != shared }.map { ($0.id, $0.text) }, uniquingKeysWith: { $1 }))
  }

  /// A sentence as it stands inside a text: a small first letter, no full stop.
  static func insideText(_ sentence: String) -> String {
    let text = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// The award of a list with who gives it, such as `Giấy khen của Chánh Văn phòng UBND tỉnh`.
  func awardName(of list: AwardList) -> String {
    name(of: list.all.first?.nomination.award ?? .giayKhen)
  }

  /// An award with who gives it, where its own name does not say.
  func name(of award: AwardForm) -> String {
    award == .giayKhen ? "\(award.label) của \(dossier.office.headTitle)" : award.label
  }

  /// The advising unit as papers name it.
  var advisingUnit: JSONValue {
    let unit = dossier.unit(dossier.office.advisingUnit)
    let post = unit?.head.flatMap(dossier.person)?.post
    return [
      "ten": .string(unit?.name ?? ""), "ky_hieu": .string(unit?.symbol ?? ""),
      "truong": .string(post ?? ""),
    ]
  }

  /// How a list behind a paper refers to it; in an electronic paper number and day stay blank.
  ///
  /// - Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III, khoản 1 điểm c.
  func reference(to number: PaperNumber, medium: Office.Medium) -> JSONValue {
    let printed =
      medium == .paper
      ? number
      : PaperNumber(
        number: nil, symbol: number.symbol, date: nil, year: number.date?.year ?? number.year)
    return ["so": .string(printed.citation), "ngay": .string(printed.day)]
  }

  /// The same for a paper without number.
  func reference(on date: CivilDate?, year: Int?, medium: Office.Medium) -> JSONValue {
    let printed = medium == .paper ? date : nil
    return ["so": "", "ngay": .string(PaperNumber.day(printed, year: date?.year ?? year))]
  }
}

extension AwardList {
  /// The part of the data that holds the list, block by block in its order, and the counts.
  func members(_ sentences: AwardSentences) -> [JSONValue.Member] {
    var blocks = [(true, collectives), (false, people)]
    if !collectivesFirst { blocks.reverse() }
    return [
      .init(
        "khoi",
        .array(
          blocks.filter { !$0.1.isEmpty }.map { isCollective, awardees in
            [
              "la_tap_the": JSONValue(.boolean(isCollective)),
              "dong": .array(awardees.map { $0.row(sentences) }),
            ]
          })),
      .init("so_tap_the", .integer(collectives.count)),
      .init("so_ca_nhan", .integer(people.count)),
    ]
  }
}

extension Awardee {
  /// The line of a list.
  fileprivate func row(_ sentences: AwardSentences) -> JSONValue {
    [
      "so": .integer(ordinal), "ten": .string(name), "chuc_vu_don_vi": .string(post),
      "cau_rieng": .string(sentences.own[nomination.id] ?? ""),
    ]
  }
}

extension Diagnostic {
  /// A decision and a certificate say it in the same words, so that it is said once.
  static func sentenceMissing(_ nomination: Nomination, name: String) -> Diagnostic {
    .error(
      Code("CO036"),
      "đề nghị \(nomination.id) (\(name)) chưa có câu thành tích để in vào quyết định, Giấy khen",
      at: nomination.origin.key("cau_thanh_tich"),
      help: "ghi “cau_thanh_tich” của đề nghị này trong de-nghi.json, hoặc ghi câu chung cho cả "
        + "đợt vào “\(nomination.award.rawValue)” ở “cau_thanh_tich” trong dot.json")
  }
}
