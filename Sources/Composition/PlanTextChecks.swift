internal import Diagnostics
internal import Dossier

/// What the texts of the office's plan bring that the template prints as well.
extension Composer {
  /// Reports recipients and dashes that come with their own dash or final sign.
  mutating func reportDoubledSigns(in plan: Plan) {
    for recipient in plan.recipients
    where recipient.startsWithDash || recipient.hasSuffix(";") || recipient.hasSuffix(".") {
      report(.doubledSign("nơi nhận", recipient, at: plan.origin))
    }
    for clause in plan.sections.flatMap(\.clauses) {
      for dash in clause.dashes where dash.startsWithDash {
        report(.doubledSign("gạch đầu dòng", dash, at: clause.origin))
      }
    }
  }
}

extension String {
  fileprivate var startsWithDash: Bool { ["- ", "– ", "— ", "+ "].contains { hasPrefix($0) } }
}

extension Diagnostic {
  fileprivate static func doubledSign(
    _ what: String, _ text: String, at place: Place
  ) -> Diagnostic {
    let shown = text.count > 40 ? text.prefix(40) + "…" : text
    return .warning(
      Code("CO025"), "\(what) “\(shown)” đã có sẵn dấu mà mẫu tự thêm, nên dấu được in hai lần",
      at: place, help: "bỏ dấu gạch ở đầu; ở nơi nhận bỏ cả dấu ; hay dấu chấm ở cuối")
  }
}
