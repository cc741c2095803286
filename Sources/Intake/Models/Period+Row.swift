import Dossier
import LocatedJSON

extension Period {
  /// Makes the period from `dot.json`.
  init(_ row: Row) throws(Row.Unread) {
    let citations: [(form: AwardForm, text: String)] = row.entries("cau_thanh_tich").compactMap {
      name, value in
      guard let form = AwardForm(rawValue: name), let text = value.string else { return nil }
      return (form, text)
    }
    self.init(
      id: try row.text("ma"), name: try row.text("ten"), moment: try row.word("thoi_diem"),
      countsFrom: row.optionalDate("tinh_tu_ngay"), countsTo: row.optionalDate("tinh_den_ngay"),
      deadline: row.optionalDate("han_nop"),
      publication: try row.row("cong_khai").map(Publication.init(_:)),
      conference: row.row("hoi_nghi").map(Conference.init(_:)), citations: citations,
      furtherBasis: try row.optionalRows("can_cu_them", CitedPaper.init(_:)), origin: row.origin)
  }
}

extension Period.Publication {
  /// Makes the publication from `cong_khai`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      from: try row.date("tu_ngay"), to: try row.date("den_ngay"), venue: row.optionalText("noi"),
      opinions: row.optionalTexts("y_kien"), origin: row.origin)
  }
}

extension Period.Conference {
  /// Makes the conference from `hoi_nghi`.
  init(_ row: Row) {
    self.init(
      date: row.optionalDate("ngay"), start: row.optionalText("gio"),
      venue: row.optionalText("dia_diem"), origin: row.origin)
  }
}

extension DocumentRow {
  /// Makes a paper's number and day from a row of `van-ban.json`.
  init(_ row: Row) throws(Row.Unread) {
    let type = try row.text("loai")
    let kind: Kind
    if row.optionalFlag("ben_ngoai") ?? false {
      kind = .external(type)
    } else if let own = DocumentKind(rawValue: type) {
      kind = .own(own)
    } else {
      throw Row.Unread(place: row.origin)
    }
    self.init(
      id: try row.id("ma"), kind: kind, unit: row.optionalID("don_vi"),
      session: row.optionalID("phien"),
      number: row.optionalText("so"), date: row.optionalDate("ngay"),
      year: row.optionalInteger("nam"), signer: row.optionalID("nguoi_ky"),
      issuer: row.optionalText("co_quan"), signerName: row.optionalText("nguoi_ky_ten"),
      signerAuthority: row.texts("nguoi_ky_quyen_han"), fund: row.optionalText("nguon"),
      nominations: row.optionalIDs("de_nghi"), origin: row.origin)
  }
}
