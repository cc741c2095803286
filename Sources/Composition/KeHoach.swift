internal import Diagnostics
internal import Dossier
internal import LocatedJSON

/// Kế hoạch phát động: the office's plan, its text letter for letter.
extension Composer {
  /// The order for the plan; none when it is missing or its signer is unknown.
  mutating func keHoach() -> DocumentOrder? {
    guard let plan = dossier.plan else {
      report(.planMissing(at: place(ofFile: "ke-hoach.json")))
      return nil
    }
    let row = row(.keHoach)
    let head = head(
      .keHoach, by: Issuer(dossier.office), title: "KẾ HOẠCH", subject: plan.subject, row: row,
      subjectPlace: plan.origin)
    reportDoubledSigns(in: plan)
    guard let signature = officeSignature(row: row, plan: plan) else { return nil }
    let body: [JSONValue.Member] = [
      .init("mo_dau", .strings(plan.opening)),
      .init("muc", .array(plan.sections.map(\.json))),
      .init("ket", .strings(plan.closing)),
      .init("noi_nhan", .strings(plan.recipients)),
      signature.member,
    ]
    return order(
      .keHoach, place: 1, name: DocumentKind.keHoach.rawValue, head: head, body: body,
      origin: plan.origin)
  }
}

extension Plan.Section {
  fileprivate var json: JSONValue {
    [
      "so": .string(number), "ten": .string(title), "doan": .strings(paragraphs),
      "khoan": .array(clauses.map(\.json)),
    ]
  }
}

extension Plan.Clause {
  fileprivate var json: JSONValue {
    [
      "so": .integer(number), "ten": .string(title), "doan": .strings(paragraphs),
      "gach": .strings(dashes),
    ]
  }
}

extension Diagnostic {
  fileprivate static func planMissing(at place: Place) -> Diagnostic {
    .error(
      Code("CO011"), "đợt phát động chưa có Kế hoạch", at: place,
      help: "nhập nội dung Kế hoạch vào ke-hoach.json")
  }
}
