import Dossier

extension Period {
  /// Makes the period from `dot.json`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      id: try row.text("ma"), name: try row.text("ten"), moment: try row.word("thoi_diem"),
      countsFrom: row.optionalDate("tinh_tu_ngay"), countsTo: row.optionalDate("tinh_den_ngay"),
      deadline: row.optionalDate("han_nop"), origin: row.origin)
  }
}

extension Plan {
  /// Makes the plan from `ke-hoach.json`.
  init(_ row: Row) throws(Row.Unread) {
    guard let signer = row.row("nguoi_ky") else { throw Row.Unread(place: row.origin) }
    self.init(
      subject: try row.text("trich_yeu"), signer: try Signer(signer), opening: row.texts("mo_dau"),
      sections: try row.rows("muc", Section.init(_:)), closing: row.texts("ket"),
      recipients: row.texts("noi_nhan"), origin: row.origin)
  }
}

extension Plan.Signer {
  /// Makes the signer that the plan prints.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      post: try row.text("chuc_vu"), name: try row.text("ho_ten"), origin: row.origin)
  }
}

extension Plan.Section {
  /// Makes a section from a row of `muc`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      number: try row.text("so"), title: try row.text("ten"), paragraphs: row.texts("doan"),
      clauses: try row.rows("khoan", Plan.Clause.init(_:)), origin: row.origin)
  }
}

extension Plan.Clause {
  /// Makes a clause from a row of `khoan`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      number: try row.integer("so"), title: row.optionalText("ten"),
      paragraphs: row.texts("doan"), dashes: row.texts("gach"), origin: row.origin)
  }
}

extension UnitPlan {
  /// Makes a unit's plan from a row of `ke-hoach-don-vi.json`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      unit: try row.id("don_vi"), subject: try row.text("trich_yeu"),
      purposes: row.texts("muc_dich"), works: try row.rows("noi_dung", Work.init(_:)),
      contentsWithout: row.integers("khong_phat_sinh"), measures: row.texts("giai_phap"),
      organisation: row.texts("to_chuc"), origin: row.origin)
  }
}

extension UnitPlan.Work {
  /// Makes a piece of work from a row of `noi_dung`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      content: try row.integer("noi_dung"), task: try row.text("viec"),
      lead: try row.id("chu_tri"), deadline: row.optionalDate("thoi_han"),
      target: row.optionalID("chi_tieu"), origin: row.origin)
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
      number: row.optionalText("so"), date: row.optionalDate("ngay"),
      year: row.optionalInteger("nam"), signer: row.optionalID("nguoi_ky"),
      issuer: row.optionalText("co_quan"), signerName: row.optionalText("nguoi_ky_ten"),
      nominations: row.texts("de_nghi"), origin: row.origin)
  }
}
