import Diagnostics
import LocatedJSON

/// Checks that no count of people or votes is larger than what it is a part of.
struct VoteChecker {
  /// The findings about counts.
  private(set) var findings = FindingList()

  /// Checks the units' meetings (`binh-xet.json`).
  mutating func checkUnitMeetings(_ file: CheckedFile) {
    for meeting in Row(file).items("cuoc_hop") {
      let present = meeting.count("co_mat")
      let absent = meeting.items("vang").count
      compare(
        Part("số người có mặt và vắng mặt", present.map { $0 + absent }),
        with: Part("“tong_so”", meeting.count("tong_so")),
        at: meeting.place(of: "co_mat"),
        in: file)
      for vote in meeting.items("ket_qua") {
        compare(
          Part("số người đồng ý và không đồng ý", vote.sum("dong_y", "khong_dong_y")),
          with: Part("số người có mặt", present), at: vote.origin, in: file)
      }
    }
  }

  /// Checks the votes of the council (`bo-phieu.json`) against the attendance of each meeting.
  mutating func checkBallots(_ file: CheckedFile, council: CheckedFile?) {
    let top = Row(file)
    checkBallot(top, in: file, council: council)
    for further in top.items("phien_khac") {
      checkBallot(further, in: file, council: council)
      guard let session = further.optionalText("phien"), session == top.optionalText("phien")
      else { continue }
      findings.add(
        .ballotTwice(session, at: further.place(of: "phien")), in: file.kind)
    }
  }

  private mutating func checkBallot(_ ballot: Row, in file: CheckedFile, council: CheckedFile?) {
    let session = council.map { Row($0) }?.items("phien").first {
      $0.optionalText("ma") == ballot.optionalText("phien")
    }
    let valid = checkBallots(ballot, session: session, in: file)
    let written = Part("số ý kiến bằng văn bản", ballot.count("y_kien_van_ban"))
    compare(
      written, with: Part("số thành viên vắng mặt", session?.items("vang").count),
      at: ballot.place(of: "y_kien_van_ban"), in: file)
    for vote in ballot.items("ket_qua") {
      compare(
        Part("số phiếu đồng ý và không đồng ý", vote.sum("dong_y", "khong_dong_y")),
        with: Part("số phiếu hợp lệ", valid), at: vote.origin, in: file)
      compare(
        Part("số ý kiến bằng văn bản đồng ý", vote.count("van_ban_dong_y")),
        with: written, at: vote.place(of: "van_ban_dong_y"), in: file)
    }
  }

  /// Checks the ballots themselves, and returns how many of them count.
  private mutating func checkBallots(
    _ ballot: Row, session: Row?, in file: CheckedFile
  ) -> Int? {
    guard let ballots = ballot.row("phieu") else { return nil }
    let issued = Part("số phiếu phát ra", ballots.count("phat_ra"))
    let returned = Part("số phiếu thu về", ballots.count("thu_ve"))
    compare(
      issued, with: Part("số thành viên có mặt", session?.optionalTexts("co_mat")?.count),
      at: ballots.place(of: "phat_ra"), in: file)
    compare(returned, with: issued, at: ballots.place(of: "thu_ve"), in: file)
    let counted = Part("số phiếu hợp lệ và không hợp lệ", ballots.sum("hop_le", "khong_hop_le"))
    if let sum = counted.count, let whole = returned.count, sum != whole {
      findings.add(.unequal(counted, returned, at: ballots.place(of: "thu_ve")), in: file.kind)
    }
    return ballots.count("hop_le")
  }

  private mutating func compare(
    _ part: Part, with whole: Part, at place: Place, in file: CheckedFile
  ) {
    guard let count = part.count, let limit = whole.count, count > limit else { return }
    findings.add(.tooMany(part, whole, at: place), in: file.kind)
  }

  /// A count with its name, nil when it is not known.
  fileprivate struct Part {
    let name: String
    let count: Int?

    init(_ name: String, _ count: Int?) {
      self.name = name
      self.count = count
    }
  }
}

extension Row {
  /// A count, when it is known and one that the check of shapes lets pass.
  fileprivate func count(_ key: String) -> Int? {
    optionalInteger(key).flatMap { Shape.counts.contains($0) ? $0 : nil }
  }

  /// The sum of two counts, when both are known.
  fileprivate func sum(_ first: String, _ second: String) -> Int? {
    guard let one = count(first), let other = count(second) else { return nil }
    return one + other
  }
}

extension Diagnostic {
  /// IN029: a part that is larger than the whole.
  fileprivate static func tooMany(
    _ part: VoteChecker.Part, _ whole: VoteChecker.Part, at place: Place
  ) -> Diagnostic {
    .error(
      Code("IN029"), "\(part.name) là \(part.text), nhiều hơn \(whole.name) là \(whole.text)",
      at: place, help: "đối chiếu với biên bản rồi sửa con số sai")
  }

  /// IN034: the votes of one meeting, written twice.
  fileprivate static func ballotTwice(_ session: String, at place: Place) -> Diagnostic {
    .error(
      Code("IN034"), "kết quả của phiên họp “\(session)” được ghi hai lần trong một tệp", at: place,
      help: "giữ một lần; nếu là phiên khác thì ghi đúng mã của phiên ấy trong hoi-dong.json")
  }

  /// IN029: ballots that came back and were not counted, or the other way round.
  fileprivate static func unequal(
    _ part: VoteChecker.Part, _ whole: VoteChecker.Part, at place: Place
  ) -> Diagnostic {
    .error(
      Code("IN029"), "\(part.name) cộng lại là \(part.text), khác \(whole.name) là \(whole.text)",
      at: place, help: "đối chiếu với biên bản kiểm phiếu rồi sửa con số sai")
  }
}

extension VoteChecker.Part {
  fileprivate var text: String { count.map(String.init) ?? "" }
}
