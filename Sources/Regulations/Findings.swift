internal import Diagnostics
internal import Dossier
internal import Expressions
internal import Vocabulary

// One function a code; the pages behind the codes are in `Pages.swift`.

// A broken pack.
extension Diagnostic {
  static func missingKey(_ key: String, at place: Place) -> Diagnostic {
    .error(
      Code("RU001"), "thiếu khóa “\(key)” trong gói quy định", at: place,
      help: "thêm khóa “\(key)”; thidua explain RU001 nêu các khóa của một gói")
  }

  static func wrongValue(needs: String, at place: Place) -> Diagnostic {
    .error(
      Code("RU002"), "giá trị trong gói quy định không đúng kiểu", at: place, help: "cần \(needs)")
  }

  static func unknownKey(_ key: String, at place: Place) -> Diagnostic {
    .error(
      Code("RU003"), "gói quy định không có khóa “\(key)”", at: place,
      help: "sửa lại tên khóa, hoặc xóa khóa này")
  }

  static func badCondition(_ failure: ExpressionFailure, at place: Place) -> Diagnostic {
    .error(
      Code("RU004"), "không đọc được điều kiện: \(failure.message)", at: place,
      help: "viết điều kiện bằng và, hoặc, không, để trống, có trong và các phép so sánh")
  }

  static func unknownName(
    _ name: String, rule: String, nearest: String?, at place: Place
  ) -> Diagnostic {
    .error(
      Code("RU005"),
      "điều kiện của \(rule) đọc “\(name)”, không phải dữ kiện nào của đối tượng này",
      at: place,
      help: nearest.map { "có phải là “\($0)”?" }
        ?? "dùng tên dữ kiện trong trang RU005, hoặc khai tham số cùng tên trong tham_so")
  }

  static func overlap(_ id: String, _ one: Pack, _ other: Pack, at place: Place) -> Diagnostic {
    .error(
      Code("RU006"),
      "\(id) cùng có hiệu lực trong hai gói “\(one.id)” và “\(other.id)”", at: place,
      help: "ghi “den” của văn bản cũ là ngày văn bản mới bắt đầu có hiệu lực")
  }

  static func duplicateID(_ id: String, at place: Place) -> Diagnostic {
    .error(
      Code("RU007"), "mã “\(id)” có hai lần trong gói cho cùng một thời gian", at: place,
      help: "giữ một dòng, hoặc ghi hieu_luc riêng cho từng dòng")
  }
}

extension Diagnostic {
  static func samePack(_ pack: Pack, _ other: Pack) -> Diagnostic {
    .error(
      Code("RU040"),
      "gói quy định “\(pack.id)” đã có ở tệp “\(other.origin.file ?? "")”",
      at: pack.origin.file.map(Place.file) ?? pack.origin,
      help: "giữ một tệp, chuyển tệp kia ra khỏi thư mục")
  }
}

// The law and the days.
extension Diagnostic {
  static func beforeFirstDay(
    _ subject: String, _ day: CivilDate, _ pack: Pack, from: CivilDate, rules: [String],
    at place: Place
  ) -> Diagnostic {
    .error(
      Code("RU020"),
      "\(subject): ngày \(day.shortForm) trước ngày đầu tiên của \(pack.instrument)"
        + " (\(from.shortForm)), chưa có quy định để áp dụng \(rules.joined(separator: ", "))",
      at: place, help: "kiểm tra lại ngày, hoặc thêm gói quy định của thời gian đó")
  }

  static func ruleOutdated(_ rule: InForce<Rule>, why: String) -> Diagnostic {
    Diagnostic(
      .warning, Code("RU021"),
      "\(rule.text.id) áp dụng theo lời văn cuối cùng đã biết và coi là chưa đối chiếu: \(why)",
      help: "đối chiếu văn bản đang có hiệu lực rồi thêm gói quy định mới", citation: rule.basis)
  }

  static func valueOutdated(
    _ what: String, on day: CivilDate, basis: String, why: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, Code("RU021"),
      "\(what) ngày \(day.shortForm) lấy theo giá trị cuối cùng đã biết và coi là chưa đối chiếu:"
        + " \(why)", help: "đối chiếu văn bản đang có hiệu lực rồi thêm gói quy định mới",
      citation: basis)
  }

  static func valueUnchecked(
    _ what: String, on day: CivilDate, checked: CivilDate, basis: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, Code("RU022"),
      "\(what) ngày \(day.shortForm) lấy theo giá trị đối chiếu lần cuối ngày \(checked.shortForm)",
      help: "kiểm tra có văn bản mới không, rồi sửa da_kiem_tra của gói", citation: basis)
  }

  static func valueTooEarly(
    _ what: String, on day: CivilDate, from: CivilDate, pack: Pack
  ) -> Diagnostic {
    .error(
      Code("RU020"),
      "chưa có \(what) cho ngày \(day.shortForm), trước ngày đầu tiên của \(pack.instrument)"
        + " (\(from.shortForm))", help: "kiểm tra lại ngày, hoặc thêm gói quy định của thời gian đó"
    )
  }

  static func noValue(_ what: String) -> Diagnostic {
    .warning(
      Code("RU025"), "các gói quy định chưa có \(what)",
      help: "bổ sung tham số vào gói quy định, kèm điều khoản")
  }

  static func notReckonable(_ what: String) -> Diagnostic {
    .error(
      Code("RU026"), "không tính được tiền thưởng của \(what) từ giá trị trong gói quy định",
      help: "hệ số có tối đa hai chữ số thập phân, mức lương và mức làm tròn là số nguyên dương")
  }

  static func unfitCondition(
    _ rule: InForce<Rule>, subject: String, _ failure: EvaluationFailure
  ) -> Diagnostic {
    .error(
      Code("RU023"),
      "\(subject): điều kiện của \(rule.text.id) không tính được, \(failure.message)",
      at: rule.text.origin, help: "sửa dieu_kien của quy tắc trong gói “\(rule.pack.id)”")
  }
}

// Results.
extension Diagnostic {
  /// What a decision says: a note for what is met or unmet, a warning for each missing fact and for
  /// what a person should look at.
  static func results(of decision: Decision, name: String, at place: Place) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if decision.outcome == .met, !decision.deciding.isEmpty, !decision.isCouncils {
      let rules = decision.deciding.map(\.rule).joined(separator: ", ")
      findings.append(.info(Code("RU030"), "\(name): đạt \(rules)", at: place))
    }
    for reason in decision.deciding where reason.outcome == .unmet {
      findings.append(
        Diagnostic(
          .info, Code("RU031"),
          "\(name): không đạt \(reason.rule), \(reason.because); \(reason.certainty.label)",
          at: place, help: reason.remedy, citation: reason.basis))
    }
    for fact in decision.missing {
      let rules = decision.deciding.filter { $0.missing.contains(fact) }.map(\.rule)
      findings.append(
        .warning(
          Code("RU032"),
          "\(name): chưa quyết định được \(rules.joined(separator: ", ")), còn thiếu \(fact.what)",
          at: fact.place, help: "bổ sung vào chỗ nêu trên rồi chạy lại; thiếu không phải là bị loại"
        ))
    }
    for reason in decision.reasons {
      guard let note = reason.note else { continue }
      findings.append(
        Diagnostic(
          .warning, Code("RU033"), "\(name): \(note)", at: place, citation: reason.basis))
    }
    return findings + warnings(of: decision, name: name, at: place)
  }

  /// What rules that only warn say; what they cannot tell is asked for unless a rule that decides
  /// asks for it too.
  private static func warnings(
    of decision: Decision, name: String, at place: Place
  ) -> [Diagnostic] {
    decision.warnings.flatMap { reason -> [Diagnostic] in
      switch reason.outcome {
      case .met: return []
      case .unmet:
        return [
          Diagnostic(
            .warning, Code("RU034"),
            "\(name): cần xem xét theo \(reason.rule), \(reason.because);"
              + " \(reason.certainty.label)",
            at: place, help: reason.remedy, citation: reason.basis)
        ]
      case .undecided:
        return reason.missing.filter { !decision.missing.contains($0) }.map { fact in
          .info(
            Code("RU036"),
            "\(name): chưa xem được \(reason.rule), còn thiếu \(fact.what)", at: fact.place,
            help: "bổ sung vào chỗ nêu trên; kết quả xét không phụ thuộc vào dữ kiện này")
        }
      }
    }
  }

  /// A vote that a later meeting has taken the place of.
  static func votedAgain(
    _ nomination: Nomination, _ earlier: ID<Council.Session>, _ later: ID<Council.Session>,
    at place: Place
  ) -> Diagnostic {
    .info(
      Code("RU039"),
      "\(nomination.id) được Hội đồng biểu quyết ở phiên \(earlier) và ở phiên \(later); lấy kết quả "
        + "phiên \(later)", at: place,
      help:
        "nếu phiên \(later) không biểu quyết lại, bỏ \(nomination.id) khỏi “ket_qua” của phiên ấy"
    )
  }

  /// The order of those who met every rule, where the office allows fewer.
  static func ranking(
    _ ranked: [(nomination: Nomination, ayes: Int?)], _ quota: Int, of name: String,
    dossier: Dossier, at place: Place
  ) -> Diagnostic {
    let rows = ranked.enumerated().map { index, row in
      "\(index + 1). \(row.nomination.id) \(dossier.name(of: row.nomination.nominee))"
        + (row.ayes.map { ", \($0) phiếu" } ?? ", chưa có phiếu")
        + (index < quota ? "" : " (vượt mức \(quota))")
    }
    return .info(
      Code("RU035"), "\(name): thứ tự để Hội đồng chọn: \(rows.joined(separator: "; "))", at: place,
      help: "Hội đồng quyết định ai được đề nghị; chương trình không tự loại ai")
  }
}

extension Decision {
  /// True for what the council said: each vote is in the minutes, not in a note of its own.
  fileprivate var isCouncils: Bool {
    switch subject {
    case .vote, .session: true
    default: false
    }
  }
}
