import Dossier

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
