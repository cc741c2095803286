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
    let years = goals.map { "năm \($0.year) \(verb) \($0.goal.counting(unitOfMeasure))" }
    return "\(name): \(years.joined(separator: ", "))"
  }
}

extension Quantity {
  /// The quantity with what it counts: `98%`, `01 sáng kiến`.
  ///
  /// Things counted below ten take a leading zero, as papers write them; shares do not.
  func counting(_ unitOfMeasure: String) -> String {
    if unitOfMeasure == "%" { return "\(self)%" }
    let isSmallCount = (100..<1_000).contains(hundredths) && hundredths.isMultiple(of: 100)
    return "\(isSmallCount ? "0" : "")\(self) \(unitOfMeasure)"
  }
}
