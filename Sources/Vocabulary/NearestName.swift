/// The known name that a mistyped one was probably meant to be.
package enum NearestName {
  /// The nearest of the known names, or nil when none is near.
  ///
  /// Names are compared without marks and case; up to a third of the letters, at least one, may
  /// be wrong, missing, added or swapped with a neighbour. Among equals the first one wins.
  package static func nearest(to name: String, among known: [String]) -> String? {
    let wanted = letters(name)
    let limit = max(1, wanted.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in known {
      let other = letters(candidate)
      guard abs(other.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, other)
      // A name that shares no letter is no neighbour, however short both are.
      guard distance <= limit, distance < max(wanted.count, other.count) else { continue }
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  private static func letters(_ name: String) -> [UInt8] {
    Array(VietnameseText.withoutMarks(VietnameseText.folded(name)).utf8)
  }

  /// Damerau–Levenshtein distance in its restricted form: no letter is moved twice.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var above = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        let change = above[column] + (left[row] == right[column] ? 0 : 1)
        var least = min(change, above[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, before[column - 1] + 1)
        }
        current.append(least)
      }
      (before, above) = (above, current)
    }
    return above[right.count]
  }
}
