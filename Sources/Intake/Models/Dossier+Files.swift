import Diagnostics
import Dossier

extension Dossier {
  /// Makes the dossier of a period from files without an error.
  ///
  /// - Throws: ``Row/Unread`` when the checks let something pass that they should have refused.
  init(_ files: [CheckedFile], of period: PeriodFiles) throws(Row.Unread) {
    func top(_ kind: FileKind) -> Row? { files.first { $0.kind == kind }.map { Row($0) } }
    func needed(_ kind: FileKind) throws(Row.Unread) -> Row {
      guard let row = top(kind) else { throw Row.Unread(place: .file(kind.fileName)) }
      return row
    }
    self.init(
      office: try Office(needed(.coQuan)),
      units: try needed(.donVi).rows("don_vi", OfficeUnit.init(_:)),
      people: try needed(.nhanSu).rows("nguoi", Person.init(_:)),
      movement: try Movement(needed(.phongTrao)), period: try Period(needed(.dot)),
      plan: try top(.keHoach).map(Plan.init(_:)),
      unitPlans: try top(.keHoachDonVi)?.rows("ke_hoach", UnitPlan.init(_:)) ?? [],
      documents: try top(.vanBan)?.rows("van_ban", DocumentRow.init(_:)) ?? [],
      review: try Review(files, of: period),
      unitReports: try Recorded(.baoCaoDonVi, in: files, of: period) { row throws(Row.Unread) in
        try row.rows("bao_cao", UnitReport.init(_:))
      },
      periodReport: try Recorded(.baoCao, in: files, of: period, PeriodReport.init(_:)))
  }
}
