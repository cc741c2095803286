internal import Dossier

extension Movement.Target {
  /// The target with its goals year by year, such as
  /// `Tỷ lệ văn bản ký số: năm 2026 đạt 98%, năm 2027 đạt 100%`.
  var sentence: String {
    guard !goals.isEmpty else { return name }
    let verb =
      switch direction {
      case .up: "đạt"
      case .down: "không quá"
      }
    let years = goals.map { "năm \($0.year) \(verb) \(amount($0.goal))" }
    return "\(name): \(years.joined(separator: ", "))"
  }

  /// A goal with its unit of measurement: `98%`, `01 sáng kiến`.
  ///
  /// Things counted below ten take a leading zero, as papers write them; shares do not.
  private func amount(_ goal: Quantity) -> String {
    if unitOfMeasure == "%" { return "\(goal)%" }
    let isSmallCount =
      (100..<1_000).contains(goal.hundredths) && goal.hundredths.isMultiple(of: 100)
    return "\(isSmallCount ? "0" : "")\(goal) \(unitOfMeasure)"
  }
}
