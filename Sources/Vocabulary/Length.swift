/// A length on paper, stored in whole micrometres so that sums are exact.
package struct Length: Hashable, Sendable, Comparable {
  /// Whole micrometres (1/1000 mm).
  package let micrometres: Int

  /// Creates a length from whole micrometres.
  package init(micrometres: Int) { self.micrometres = micrometres }

  /// Creates a length from millimetres, rounded to whole micrometres.
  package static func millimetres(_ count: Double) -> Length {
    Length(micrometres: Int((count * 1_000).rounded()))
  }

  /// Creates a length from points of 1/72 inch, rounded to whole micrometres.
  package static func points(_ count: Double) -> Length {
    Length(micrometres: Int((count * 25_400 / 72).rounded()))
  }

  /// No length.
  package static let zero = Length(micrometres: 0)

  /// Millimetres.
  package var millimetres: Double { Double(micrometres) / 1_000 }

  /// Points of 1/72 inch.
  package var points: Double { Double(micrometres) * 72 / 25_400 }

  /// Twentieths of a point (1/1440 inch), rounded to nearest, as `w:pgMar` takes them.
  package var twips: Int { Int((Double(micrometres) * 1_440 / 25_400).rounded()) }

  /// English metric units (1/914400 inch), as DrawingML takes them; exact.
  package var emu: Int { micrometres * 36 }

  /// Orders by size.
  package static func < (left: Length, right: Length) -> Bool {
    left.micrometres < right.micrometres
  }

  /// The sum of two lengths.
  package static func + (left: Length, right: Length) -> Length {
    Length(micrometres: left.micrometres + right.micrometres)
  }

  /// The difference of two lengths.
  package static func - (left: Length, right: Length) -> Length {
    Length(micrometres: left.micrometres - right.micrometres)
  }
}
