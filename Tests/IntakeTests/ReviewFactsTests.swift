import Diagnostics
import Dossier
import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Intake

@Suite("the facts of a review")
struct ReviewFactsTests {
  private func dossier(without kinds: [FileKind] = []) throws -> Dossier {
    let period = try Situation.review.period()
    let files = period.files.filter { file in file.kind.map { !kinds.contains($0) } ?? true }
    let result = Intake.read(
      PeriodFiles(folder: period.folder, sharedFolder: period.sharedFolder, files: files))
    #expect(lines(result.findings) == "")
    return try #require(result.value)
  }

  @Test("are read, each with its place")
  func golden() throws {
    let golden = Situation.review.folder.appending(path: "expected-facts.txt")
    let dossier = try dossier()
    try expectText(
      FactText.of(dossier.period) + FactText.of(dossier.review), equals: golden)
  }

  @Test("not known, known to be none, and known are three states")
  func threeStates() throws {
    let review = try dossier().review
    let person = try #require(review.nomination(ID("GK-01")))
    let unit = try #require(review.nomination(ID("GK-02")))
    #expect(person.initiatives?.map(\.text) == ["SK-2026-04"])
    #expect(person.achievements.map(\.evidence) == [[]])
    #expect(unit.initiatives == nil)
    #expect(unit.achievements.isEmpty)
    #expect(review.register.content?.map(\.initiatives) == [[ID("SK-2026-04")], nil])
    #expect(review.unitMeetings.content?.map(\.opinions) == [[]])
  }

  @Test("the reports of the units and on the period are read, with what they leave open")
  func reports() throws {
    let dossier = try dossier()
    let report = try #require(dossier.report(of: ID("TH")))
    #expect(report.targets.map(\.result?.description) == ["99,5"])
    #expect(report.targets.first?.origin.pointer == "/bao_cao/0/chi_tieu/CT-01")
    #expect(report.results(of: 1).flatMap(\.figures).map(\.amount.hundredths) == [200])
    #expect(report.models?.map(\.isCopied) == [true])
    #expect(report.publicity?.map(\.link) == [nil])
    #expect(report.causes == [] && report.nextTasks == [])
    #expect(report.difficulties?.map(\.answer) == [nil])
    #expect(dossier.report(of: ID("LD")) == nil)
    let written = try #require(dossier.periodReport.content)
    #expect(written.inspections?.map(\.unit) == [ID("TH")])
    #expect(written.strengths == ["Đồng bộ."] && written.limits.isEmpty)
    #expect(written.outerCauses == ["Hệ thống nâng cấp."] && written.innerCauses.isEmpty)
    #expect(written.addressees == ["UBND tỉnh Sơn La"])
  }

  @Test("without their files there is no report, but a place for one")
  func noReports() throws {
    let dossier = try dossier(without: [.baoCaoDonVi, .baoCao])
    #expect(dossier.unitReports.content == nil && dossier.periodReport.content == nil)
    #expect(dossier.unitReports.origin.file == "dot/bao-cao-don-vi.json")
    #expect(dossier.periodReport.origin.file == "dot/bao-cao.json")
  }

  @Test("a missing fact has the place where it is to be written")
  func places() throws {
    let review = try dossier().review
    let person = try #require(review.nomination(ID("GK-01")))
    let isNull = person.remark.origin.key("guong_mau_chap_hanh")
    #expect(isNull.pointer == "/de_nghi/0/nhan_xet/guong_mau_chap_hanh")
    #expect(isNull.file == "dot/de-nghi.json")
    let unit = try #require(review.nomination(ID("GK-02")))
    let noObject = unit.remark.origin.key("noi_bo_doan_ket")
    #expect(noObject.pointer == "/de_nghi/1/nhan_xet/noi_bo_doan_ket")
    #expect(noObject.span?.line == unit.origin.span?.line)
    #expect(review.council.origin.key("a/b", "~c").pointer == "/a~1b/~0c")
  }

  @Test("a rating is final, provisional, or has a place to be written")
  func ratings() throws {
    let review = try dossier().review
    let known = Nominee.person(ID("TH01"))
    let list = try #require(review.finalRatings(of: 2026))
    #expect(list.entry(of: known)?.rating == .hoanThanhTot)
    #expect(review.ratingPlace(of: .person(ID("TH03")), in: 2026).pointer == "/nam/0/ca_nhan/TH03")
    #expect(review.ratingPlace(of: .person(ID("TH06")), in: 2026).pointer == "/nam/0/ca_nhan/TH06")
    #expect(review.ratingPlace(of: .unit(ID("LD")), in: 2026).pointer == "/nam/0/tap_the/LD")
    #expect(review.ratingPlace(of: known, in: 2027).pointer == "/nam")
    let remark = try #require(review.provisionalRating(of: .person(ID("TH03")), in: 2027))
    #expect(remark.rating == .hoanThanhTot)
    #expect(remark.until.description == "2027-09-30")
    #expect(review.provisionalRating(of: known, in: 2027) == nil)
    #expect(Rating.hoanThanh < .hoanThanhTot && Rating.khongHoanThanh < .hoanThanh)
  }

  @Test("incidents and confirmations are found by person and unit")
  func incidents() throws {
    let log = try #require(try dossier().review.incidents.content)
    let discipline = try #require(log.incidents(of: .person(ID("TH06"))).first)
    #expect(discipline.measure == .khienTrach)
    #expect(try discipline.lasts(on: CivilDate("2027-03-01")))
    #expect(try !discipline.lasts(on: CivilDate("2027-03-02")))
    #expect(try log.incidents(of: .unit(ID("TH")))[0].lasts(on: CivilDate("2030-01-01")))
    #expect(log.latestConfirmation(of: ID("TH"))?.date.description == "2027-10-05")
    #expect(log.latestConfirmation(of: ID("LD")) == nil)
  }

  @Test("the last remark and the last confirmation are those of the latest day")
  func latest() throws {
    let day = { (text: String) throws in try CivilDate(text) }
    let who = Nominee.unit(ID("TH"))
    let lists = try ["2027-06-30", "2027-09-30", "2027-03-31"].map { text in
      RatingList(
        year: 2027, standing: .provisional(until: try day(text), confirmedBy: ID("TH01")),
        entries: [.init(nominee: who, rating: .hoanThanhTot, origin: .file(text))],
        origin: .nowhere)
    }
    let unknown = RatingList(
      year: 2027, standing: .provisional(until: try day("2027-10-31"), confirmedBy: ID("TH01")),
      entries: [.init(nominee: who, rating: nil, origin: .nowhere)], origin: .nowhere)
    let review = Review(ratings: Recorded(lists + [unknown], origin: .nowhere))
    #expect(review.provisionalRating(of: who, in: 2027)?.origin == .file("2027-09-30"))
    #expect(review.finalRatings(of: 2027) == nil)
    let log = IncidentLog(
      incidents: [],
      confirmations: try ["2027-10-05", "2027-10-08", "2027-10-08", "2027-09-30"].enumerated().map {
        .init(
          unit: ID("TH"), date: try day($1), confirmedBy: ID("TH01"), origin: .file("\($0)"))
      })
    #expect(log.latestConfirmation(of: ID("TH"))?.origin == .file("1"))
  }

  @Test("votes and past awards are found by nomination and nominee")
  func votes() throws {
    let dossier = try dossier()
    let review = dossier.review
    #expect(review.unitVotes(on: ID("GK-01"))?.map(\.vote.ayes) == [3])
    #expect(review.unitVotes(on: ID("GK-02"))?.isEmpty == true)
    #expect(review.councilVote(on: ID("GK-01"))?.writtenAyes == 1)
    let session = try #require(review.ballots.content?.first?.session)
    #expect(review.council.content?.session(session)?.present.map(\.text) == ["LD01", "TH06"])
    #expect(review.pastAwards(of: .unit(ID("TH")))?.map(\.form) == [.tapTheLaoDongTienTien])
    #expect(review.pastAwards(of: .unit(ID("LD")))?.isEmpty == true)
    #expect(review.initiative(ID("SK-2026-04"))?.recognition?.number == "88/QĐ-VPUB")
    #expect(dossier.name(of: .person(ID("TH03"))) == "Lò Thị Xuân")
    let nomination = try #require(review.nomination(ID("GK-01")))
    #expect(dossier.citation(of: nomination) == "Đã có thành tích trong Phong trào thi đua")
    #expect(dossier.documents(listing: nomination.id).map(\.id.text) == ["qd-1"])
    #expect(dossier.documents.map(\.session?.text) == ["HD-01", nil, nil])
  }

  @Test("a person's unit is the one of the day")
  func unitOfDay() throws {
    let dossier = try dossier()
    let moved = Nominee.person(ID("TH03"))
    #expect(try dossier.unit(of: moved, on: CivilDate("2018-12-31"))?.text == "LD")
    #expect(try dossier.unit(of: moved, on: CivilDate("2027-10-05"))?.text == "TH")
    #expect(try dossier.unit(of: moved, on: CivilDate("2015-05-31")) == nil)
    #expect(try dossier.unit(of: .person(ID("TH01")), on: CivilDate("2015-05-31"))?.text == "TH")
    #expect(try dossier.unit(of: .unit(ID("LD")), on: CivilDate("2027-10-05"))?.text == "LD")
  }

  @Test("a file that is not there is known to be missing, and where it belongs")
  func missingFiles() throws {
    let kinds: [FileKind] = [.suViec, .xepLoai, .soKhenThuong, .binhXet, .boPhieu]
    let review = try dossier(without: kinds).review
    #expect(review.incidents.content == nil)
    #expect(review.incidents.origin == .file("chung/su-viec.json"))
    #expect(review.unitMeetings.origin == .file("dot/binh-xet.json"))
    #expect(review.unitVotes(on: ID("GK-01")) == nil)
    #expect(review.pastAwards(of: .unit(ID("TH"))) == nil)
    let place = review.ratingPlace(of: .unit(ID("TH")), in: 2026)
    #expect(place.file == "chung/xep-loai.json")
    #expect(place.pointer == "/nam")
  }

  @Test("counts too large to add are refused as numbers")
  func hugeCounts() throws {
    let period = try Situation.review.period()
    let huge = String(Int.max)
    let files = period.files.map { file in
      guard file.kind == .boPhieu || file.kind == .binhXet else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
        .replacing(/("(?:co_mat|hop_le|khong_hop_le|dong_y|khong_dong_y)": )\d+/) { $0.1 + huge }
      return InputFile(path: file.path, bytes: Array(text.utf8), isShared: false)
    }
    let result = Intake.read(
      PeriodFiles(folder: period.folder, sharedFolder: period.sharedFolder, files: files))
    #expect(result.value == nil)
    #expect(Set(result.findings.map(\.code.description)) == ["IN010"])
  }

  @Test("the launch has none")
  func launch() throws {
    let review = try #require(Intake.read(try Situation.good.period()).value?.review)
    #expect(review.nominations.content == nil)
    #expect(review.nominations.origin == .file("dot/de-nghi.json"))
  }
}

/// The facts as a golden file holds them: each stored property on its line, places included.
private enum FactText {
  static func of(_ facts: Any) -> String {
    var text = ""
    for child in Mirror(reflecting: facts).children {
      guard let label = child.label, !isIndex(label) else { continue }
      write(child.value, label, depth: 0, into: &text)
    }
    return text
  }

  /// True for what is there to look things up, and says nothing that the facts do not.
  private static func isIndex(_ label: String?) -> Bool { label?.hasSuffix("Index") ?? false }

  private static func write(_ value: Any, _ label: String, depth: Int, into text: inout String) {
    let margin = String(repeating: "  ", count: depth)
    if let scalar = scalar(value) {
      text += "\(margin)\(label): \(scalar)\n"
      return
    }
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional {
      guard let some = mirror.children.first?.value else {
        text += "\(margin)\(label): chưa biết\n"
        return
      }
      write(some, label, depth: depth, into: &text)
      return
    }
    text += "\(margin)\(label):" + (mirror.children.isEmpty ? " không có" : "") + "\n"
    for (index, child) in mirror.children.enumerated() where !isIndex(child.label) {
      let name = mirror.displayStyle == .collection ? "- \(index)" : child.label ?? "-"
      write(child.value, name, depth: depth + 1, into: &text)
    }
  }

  private static func scalar(_ value: Any) -> String? {
    switch value {
    case let place as Place:
      let line = place.span.map { ":\($0.line):\($0.column)" } ?? ""
      return (place.file ?? "") + line + (place.pointer.map { " " + $0 } ?? "")
    case let word as any RawRepresentable: return "\(word.rawValue)"
    case let nominee as Nominee:
      return (nominee.isCollective ? "đơn vị " : "người ") + nominee.id
    case let text as String: return "“\(text)”"
    case let plain as any CustomStringConvertible
    where Mirror(reflecting: value).displayStyle == .struct || value is Int || value is Bool:
      return plain.description
    default: return nil
    }
  }
}
