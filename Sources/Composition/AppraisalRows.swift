internal import Diagnostics
internal import LocatedJSON
internal import Regulations

// The parts of a Phiếu thẩm định that come from the decision on a nomination.

extension Reason {
  /// The row of the sheet's table; what is met is not explained.
  var row: JSONValue {
    [
      "ma": .string(rule), "noi_dung": .string(gist), "can_cu": .string(basis),
      "can_doi_chieu": JSONValue(.boolean(certainty != .daDoiChieu)),
      "du_kien": .strings(seen.map { "\($0.label): \($0.text)" }),
      "ket_qua": .string(outcome.rawValue),
      "vi": .string(outcome == .unmet ? because : ""),
      "cach_dat": .string(outcome == .unmet ? remedy ?? "" : ""),
      "thieu": .array(missing.map(\.row)),
    ]
  }
}

extension MissingFact {
  /// What is missing, and where a clerk writes it.
  fileprivate var row: JSONValue {
    let file = place.file?.split(separator: "/").last.map(String.init) ?? ""
    return ["gi": .string(what), "tep": .string(file), "khoa": .string(place.keyInWords)]
  }
}

extension Place {
  /// The way to a key as one counts by hand: `/de_nghi/12/giay_to` is `de_nghi thứ 13, giay_to`.
  var keyInWords: String {
    var steps: [String] = []
    for step in (pointer ?? "").split(separator: "/").map(String.init) {
      if let index = Int(step), let list = steps.popLast() {
        steps.append("\(list) thứ \(index + 1)")
      } else {
        steps.append(step.replacing("~1", with: "/").replacing("~0", with: "~"))
      }
    }
    return steps.joined(separator: ", ")
  }
}

extension Decision {
  /// What a person should look at: notes of rules, texts out of date, texts not yet compared.
  var remarks: [String] {
    let notes = reasons.compactMap { reason in reason.note.map { "\(reason.rule): \($0)" } }
    // What rules that only warn found does not decide, so it stands here and not in the table.
    let warned = warnings.filter { $0.outcome == .unmet }
      .map { "\($0.rule): \($0.because); \($0.remedy ?? "")" }
    let reasons = deciding
    var whys: [String] = []
    for why in reasons.compactMap(\.outdated) where !whys.contains(why) { whys.append(why) }
    let outdated = whys.map { why in
      let rules = reasons.filter { $0.outdated == why }.map(\.rule).joined(separator: ", ")
      return "\(rules) áp dụng theo lời văn cuối cùng đã biết: \(why)"
    }
    let doubts = Certainty.allCases.filter { $0 != .daDoiChieu }.compactMap { certainty in
      let rules = reasons.filter { $0.certainty == certainty }.map(\.rule)
      return rules.isEmpty ? nil : "\(rules.joined(separator: ", ")): \(certainty.label)"
    }
    return notes + warned + outdated + doubts
  }

  /// The box that the outcome ticks, and what is written beside it.
  var opinion: JSONValue {
    let unmet = deciding.filter { $0.outcome == .unmet }
    return [
      "ket_qua": .string(outcome.rawValue), "bo_sung": .strings(missing.map(\.what)),
      "khong_dat": .strings(unmet.map { "\($0.rule) (\($0.basis))" }),
    ]
  }
}
