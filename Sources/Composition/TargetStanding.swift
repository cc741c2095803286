internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Vocabulary

/// How the result of one target stands to its goal.
struct TargetStanding {
  /// The target.
  let target: Movement.Target
  /// The goals of the years that count, in their order; the last one is compared with.
  let goals: [(year: Int, goal: Quantity)]
  /// The result.
  let result: Quantity
  /// How the result compares with the last goal, by the target's direction.
  let rank: Rank
  /// Whether the paper names the years of the goals.
  let namesYears: Bool

  /// How a result compares with a goal.
  enum Rank: String {
    /// Vượt: better than the goal.
    case beyond = "vuot"
    /// Đạt: the goal itself.
    case reached = "dat"
    /// Chưa đạt: worse than the goal.
    case missed = "chua_dat"

    /// Compares a result with a goal.
    init(_ result: Quantity, goal: Quantity, _ direction: Movement.Target.Direction) {
      if result == goal {
        self = .reached
      } else {
        self = (result > goal) == (direction == .up) ? .beyond : .missed
      }
    }
  }

  /// The row of a table of targets.
  var json: JSONValue {
    let goal = goals.last?.goal ?? result
    let difference = Quantity(hundredths: abs(result.hundredths - goal.hundredths))
    return [
      "ten": .string(target.name), "don_vi_tinh": .string(target.unitOfMeasure),
      "muc_tieu": goalsInJSON, "ket_qua": .string(result.description),
      "muc": .string(rank.rawValue),
      "chenh": .string(difference.hundredths == 0 ? "" : difference.description),
      "cao_hon": JSONValue(.boolean(result > goal)),
    ]
  }

  /// The goals, each with its year where the paper names it.
  var goalsInJSON: JSONValue {
    .array(
      goals.map { year, goal in
        ["nam": .string(namesYears ? String(year) : ""), "so": .string(goal.description)]
      })
  }
}

extension Composer {
  /// How the targets of a unit's report stand, in the order of the movement's targets.
  ///
  /// What a unit does not say of a target, and a target without a goal up to the last year that
  /// counts, is left out and said.
  mutating func standings(of report: UnitReport) -> [TargetStanding] {
    dossier.movement.targets.compactMap { target in
      guard let entry = report.targets.first(where: { $0.target == target.id }),
        let result = entry.result
      else {
        self.report(.resultMissing(report, dossier.unit(report.unit), target))
        return nil
      }
      return standing(of: target, result: result)
    }
  }

  private mutating func standing(of target: Movement.Target, result: Quantity) -> TargetStanding? {
    guard let years = dossier.period.years else {
      report(.lastDayUnknown(dossier.period))
      return nil
    }
    // A year without a goal of its own stands under the last goal before it, which is named then.
    let known = target.goals.filter { $0.year <= years.upperBound }
    guard let last = known.last else {
      report(.goalMissing(target, years.upperBound))
      return nil
    }
    if last.year != years.upperBound { report(.goalOlder(target, years.upperBound, last.year)) }
    let inYears = known.filter { years.contains($0.year) }
    let shown = inYears.isEmpty ? [last] : inYears
    return TargetStanding(
      target: target, goals: shown, result: result,
      rank: .init(result, goal: last.goal, target.direction),
      namesYears: shown.count > 1 || last.year != years.upperBound)
  }

  /// The figures of results added up by name, such as `05 buổi phổ biến`, in the order in which
  /// their names come first; a sum of zero says nothing.
  func sums(of results: [UnitReport.Result]) -> [String] {
    var sums: [(name: String, amount: Int)] = []
    for figure in results.flatMap(\.figures) {
      let place = sums.firstIndex {
        VietnameseText.folded($0.name) == VietnameseText.folded(figure.name)
      }
      if let place {
        sums[place].amount += figure.amount.hundredths
      } else {
        sums.append((figure.name, figure.amount.hundredths))
      }
    }
    return sums.filter { $0.amount != 0 }
      .map { Quantity(hundredths: $0.amount).counting($0.name) }
  }
}

extension Diagnostic {
  fileprivate static func resultMissing(
    _ report: UnitReport, _ unit: OfficeUnit?, _ target: Movement.Target
  ) -> Diagnostic {
    .warning(
      Code("CO098"),
      "báo cáo của \(unit?.name ?? report.unit.text) (\(report.unit)) chưa có kết quả chỉ tiêu "
        + "\(target.id) (\(target.name)), nên bảng chỉ tiêu không có dòng này",
      at: report.origin.key("chi_tieu", target.id.text),
      help: "ghi kết quả vào “\(target.id)” ở “chi_tieu” của đơn vị trong bao-cao-don-vi.json")
  }

  fileprivate static func goalMissing(_ target: Movement.Target, _ year: Int) -> Diagnostic {
    .warning(
      Code("CO099"),
      "chỉ tiêu \(target.id) (\(target.name)) chưa có mục tiêu đến năm \(year), nên không so sánh được",
      at: target.origin, help: "ghi mục tiêu năm \(year) vào “muc_tieu” trong phong-trao.json")
  }

  fileprivate static func goalOlder(
    _ target: Movement.Target, _ year: Int, _ last: Int
  ) -> Diagnostic {
    .warning(
      Code("CO099"),
      "chỉ tiêu \(target.id) (\(target.name)) chưa có mục tiêu năm \(year); kết quả được so với mục "
        + "tiêu năm \(last)",
      at: target.origin, help: "ghi mục tiêu năm \(year) vào “muc_tieu” trong phong-trao.json")
  }

  fileprivate static func lastDayUnknown(_ period: Period) -> Diagnostic {
    .warning(
      Code("CO099"),
      "đợt “\(period.name)” chưa có ngày cuối tính thành tích, nên không so sánh được các chỉ tiêu",
      at: period.origin, help: "ghi “tinh_den_ngay” trong dot.json")
  }
}
