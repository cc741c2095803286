import Diagnostics
import Dossier
import LocatedJSON
import Vocabulary

/// Checks the decisions of `van-ban.json` against each other and against the meetings before them.
struct DecisionChecker {
  /// The findings about decisions.
  private(set) var findings = FindingList()

  private let meetings: [Meeting]

  /// A meeting that voted on a nomination.
  fileprivate struct Meeting {
    let nomination: String
    let name: String
    let date: CivilDate
    let file: FileKind
  }

  /// Collects the meetings of the units and of the council.
  init(_ files: [CheckedFile]) {
    func top(_ kind: FileKind) -> Row? { files.first { $0.kind == kind }.map { Row($0) } }
    var meetings: [Meeting] = []
    for meeting in top(.binhXet)?.items("cuoc_hop") ?? [] {
      let unit = meeting.optionalText("don_vi").map { " của đơn vị “\($0)”" } ?? ""
      meetings += Self.votes(
        in: meeting, on: meeting.optionalDate("ngay"), "họp bình xét" + unit, .binhXet)
    }
    let ballots = top(.boPhieu).map { [$0] + $0.items("phien_khac") } ?? []
    for ballot in ballots {
      guard let id = ballot.optionalText("phien") else { continue }
      let session = top(.hoiDong)?.items("phien").first { $0.optionalText("ma") == id }
      meetings += Self.votes(
        in: ballot, on: session?.optionalDate("ngay"), "phiên họp Hội đồng “\(id)”", .hoiDong)
    }
    self.meetings = meetings
  }

  private static func votes(
    in row: Row, on date: CivilDate?, _ name: String, _ file: FileKind
  ) -> [Meeting] {
    guard let date else { return [] }
    return row.items("ket_qua").compactMap { $0.optionalText("de_nghi") }.map {
      Meeting(nomination: $0, name: name, date: date, file: file)
    }
  }

  /// Checks the decisions in the order of the file.
  mutating func check(_ file: CheckedFile) {
    var lines: [String: Int] = [:]  // For look-up only: its order is never used.
    for row in Row(file).items("van_ban") where Self.isDecision(row) {
      for (id, place) in row.placedTexts("de_nghi") {
        if let line = lines[id] {
          findings.add(.decidedTwice(id, firstLine: line, at: place), in: file.kind)
        } else {
          lines[id] = place.span?.line ?? 0
        }
      }
      checkDay(of: row, in: file)
    }
  }

  /// Checks in `ket-qua.json` that nothing was handed over before it was decided.
  static func checkPresentations(_ file: CheckedFile, papers: CheckedFile?) -> FindingList {
    var findings = FindingList()
    let decisions = papers.map { Row($0).items("van_ban").filter(isDecision) } ?? []
    for row in Row(file).items("trao") {
      guard let id = row.optionalText("de_nghi"), let day = row.optionalDate("ngay"),
        let decision = decisions.first(where: { $0.texts("de_nghi").contains(id) }),
        let decided = decision.optionalDate("ngay"), day < decided
      else { continue }
      findings.add(
        .presentedBefore(
          decision.optionalText("ma") ?? "", decided, id, day, at: row.place(of: "ngay")),
        in: file.kind)
    }
    return findings
  }

  /// Reports each meeting once that a decision comes before.
  private mutating func checkDay(of row: Row, in file: CheckedFile) {
    guard let date = row.optionalDate("ngay") else { return }
    let nominations = row.texts("de_nghi")
    var told: [String] = []
    for meeting in meetings where date < meeting.date {
      guard nominations.contains(meeting.nomination), !told.contains(meeting.name) else { continue }
      told.append(meeting.name)
      findings.add(
        .decidedBefore(meeting, date, at: row.place(of: "ngay")), in: file.kind)
    }
  }

  /// True for our own decisions, and for those of others that come in with a list.
  private static func isDecision(_ row: Row) -> Bool {
    guard let type = row.optionalText("loai") else { return false }
    return row.optionalFlag("ben_ngoai") == true
      ? VietnameseText.sameName(type, "Quyết định")
      : type == DocumentKind.quyetDinhKhenThuong.rawValue
  }
}

extension Diagnostic {
  /// IN031: a nomination in the lists of two decisions, or twice in one.
  fileprivate static func decidedTwice(
    _ id: String, firstLine: Int, at place: Place
  ) -> Diagnostic {
    .error(
      Code("IN031"),
      "đề nghị “\(id)” đã có trong danh sách của một quyết định, ở dòng \(firstLine)",
      at: place, help: "giữ “\(id)” ở một quyết định, bỏ ở chỗ kia")
  }

  /// IN035: an award handed over before the decision that gives it.
  fileprivate static func presentedBefore(
    _ decision: String, _ decided: CivilDate, _ id: String, _ day: CivilDate, at place: Place
  ) -> Diagnostic {
    .error(
      Code("IN035"),
      "ngày trao “\(id)” là \(day.shortForm), trước ngày \(decided.shortForm) của quyết định "
        + "“\(decision)”", at: place,
      help: "đối chiếu ngày trao và “ngay” của quyết định trong van-ban.json rồi sửa ngày sai")
  }

  /// IN032: a decision dated before the meeting that voted on what it decides.
  fileprivate static func decidedBefore(
    _ meeting: DecisionChecker.Meeting, _ date: CivilDate, at place: Place
  ) -> Diagnostic {
    .error(
      Code("IN032"),
      "quyết định ngày \(date.shortForm) đứng trước \(meeting.name) ngày "
        + "\(meeting.date.shortForm), là cuộc họp biểu quyết “\(meeting.nomination)”", at: place,
      help:
        "đối chiếu ngày ở đây và trong \(meeting.file.fileName) với giấy tờ gốc rồi sửa ngày sai")
  }
}
