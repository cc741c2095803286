internal import Diagnostics
internal import Dossier
internal import Vocabulary

/// What the works of a unit's plan say that does not agree with people, targets and years.
extension Composer {
  /// Reports each work whose leader, target or deadline is not the unit's, the content's or the
  /// movement's.
  mutating func reportWorks(of plan: UnitPlan, _ unit: OfficeUnit, years: ClosedRange<Int>) {
    for work in plan.works {
      if let lead = dossier.person(work.lead) {
        if lead.unit != unit.id { report(.leadOfOtherUnit(work, lead, unit)) }
        if let left = lead.left, work.deadline.map({ left <= $0 }) ?? true {
          report(.leadHasLeft(work, lead, left))
        }
      }
      if let deadline = work.deadline, !years.contains(deadline.year) {
        report(.deadlineOutside(work, deadline, years))
      }
      if let target = work.target.flatMap(dossier.target), target.content != work.content {
        report(.targetOfOtherContent(work, target))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func leadOfOtherUnit(
    _ work: UnitPlan.Work, _ lead: Person, _ unit: OfficeUnit
  ) -> Diagnostic {
    .warning(
      Code("CO022"), "người chủ trì \(lead.id) (\(lead.name)) không thuộc \(unit.name)",
      at: work.origin,
      help: "kiểm tra lại “chu_tri”, hoặc “don_vi” của người ấy trong nhan-su.json")
  }

  fileprivate static func leadHasLeft(
    _ work: UnitPlan.Work, _ lead: Person, _ left: CivilDate
  ) -> Diagnostic {
    let deadline = work.deadline.map { ", trước thời hạn \($0.shortForm)" } ?? ""
    return .warning(
      Code("CO021"),
      "người chủ trì \(lead.id) (\(lead.name)) thôi làm việc từ \(left.shortForm)\(deadline)",
      at: work.origin, help: "giao việc cho người khác ở “chu_tri”")
  }

  fileprivate static func deadlineOutside(
    _ work: UnitPlan.Work, _ deadline: CivilDate, _ years: ClosedRange<Int>
  ) -> Diagnostic {
    .warning(
      Code("CO023"),
      "thời hạn \(deadline.shortForm) nằm ngoài giai đoạn \(years.lowerBound)-\(years.upperBound) "
        + "của phong trào",
      at: work.origin, help: "kiểm tra lại năm ở “thoi_han”")
  }

  fileprivate static func targetOfOtherContent(
    _ work: UnitPlan.Work, _ target: Movement.Target
  ) -> Diagnostic {
    .warning(
      Code("CO024"),
      "chỉ tiêu “\(target.id)” thuộc nội dung \(target.content), nhưng được gắn với việc của nội "
        + "dung \(work.content)",
      at: work.origin, help: "kiểm tra lại “chi_tieu” và “noi_dung” của việc này")
  }
}
