internal import Diagnostics
internal import Expressions

/// A name in brackets that are no delimiters: what Telex makes of a tag typed with `{{ }}`.
struct TelexSuspect: Sendable {
  let name: Name
  /// The brackets with the name.
  let written: String
  let place: Place

  /// Telex turns `{{` into `{`, `{` into Ơ, `[` into ơ, and the closing ones likewise.
  private static let partners: [Unicode.Scalar: Set<Unicode.Scalar>] = [
    "{": ["}", "Ư"], "Ơ": ["Ư", "}"], "[": ["]", "ư"], "ơ": ["ư", "]"],
  ]
  /// No name is longer, and a bracket never closed costs no more to look at.
  private static let longest = 80

  /// The stretches of a text that may have been tags: their range and the name inside.
  static func stretches(in text: [Unicode.Scalar]) -> [(range: Range<Int>, name: Name)] {
    var found: [(range: Range<Int>, name: Name)] = []
    for index in text.indices {
      guard let closers = partners[text[index]],
        // Ơ and ơ are letters: only at the border of a word may they be brackets.
        !text[index].properties.isAlphabetic || index == 0
          || !text[index - 1].properties.isAlphabetic,
        let end = text[(index + 1)...].prefix(longest).indexOfEnd(closedBy: closers)
      else { continue }
      let inner = text[(index + 1)..<end].prefix { $0 != "|" && $0 != "." }
      let name = Name(String(scalars: inner))
      if !name.key.isEmpty { found.append((index..<(end + 1), name)) }
    }
    return found
  }

  /// A warning for each suspect whose name is known.
  static func findings(_ suspects: [TelexSuspect], known: (Name) -> Bool) -> [Diagnostic] {
    suspects.filter { known($0.name) }.map { .telexSigns($0.written, at: $0.place) }
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// The first closing sign behind which no word goes on.
  fileprivate func indexOfEnd(closedBy closers: Set<Unicode.Scalar>) -> Int? {
    indices.first { index in
      closers.contains(self[index])
        && (!self[index].properties.isAlphabetic || index + 1 == endIndex
          || !self[index + 1].properties.isAlphabetic)
    }
  }
}
