internal import Vocabulary

/// The drawn line under a name or a title (đường kẻ ngang, nét liền).
///
/// - Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 2 điểm b and khoản 5
///   điểm b: from 1/3 to 1/2 of the length of the text above it.
enum RuleLine {
  /// The line under the name of the issuing body: 13 pt bold in a column of 60 mm where the office
  /// issues, 12 pt bold in 68 mm where a unit does, whose superior's name is longer.
  static func underIssuer(_ name: String, ofUnit: Bool) -> Length {
    ofUnit
      ? length(under: name, points: 12, column: .millimetres(68))
      : length(under: name, points: 13, column: .millimetres(60))
  }

  /// The line under what the paper is about: 14 pt bold, in a text width of 160 mm from which the
  /// templates' style `Trích yếu` keeps 14 mm on either side.
  static func underSubject(_ subject: String) -> Length {
    length(under: subject, points: 14, column: .millimetres(132))
  }

  /// Two fifths of the mean of the shortest and the longest printed line.
  ///
  /// The decree does not say which line of several counts. This length always lies between 1/3 of
  /// the shortest and 1/2 of the longest, and stays away from both where the text is on one line.
  /// A word that sticks out of the column counts as wide as the column.
  static func length(under text: String, points: Double, column: Length) -> Length {
    let lines = TextWidth.wrap(text, bold: true, points: points, within: column)
      .map { min($0, column) }
    guard let shortest = lines.min(), let longest = lines.max() else { return .zero }
    return Length(micrometres: (shortest.micrometres + longest.micrometres) / 5)
  }
}
