internal import Dossier
internal import Vocabulary

extension Period {
  /// The years that count; nil while the last day is not known.
  var years: ClosedRange<Int>? {
    guard let last = countsTo?.year else { return nil }
    guard let first = countsFrom?.year, first < last else { return last...last }
    return first...last
  }

  /// The years that count in words, such as `năm 2026` or `giai đoạn 2026-2027`.
  var phase: String? { years.map(Composer.phase) }

  /// The year that a paper of the period prints while its own day is not known.
  var usualYear: Int? { deadline?.year ?? countsTo?.year }
}
