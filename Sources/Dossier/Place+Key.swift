package import Diagnostics

extension Place {
  /// The place of a key of the object that stands here, also when the key is not written yet.
  ///
  /// Names, and the indices of lists, lead down from the object; line and column stay those of
  /// the object, since a missing key has none.
  package func key(_ names: String...) -> Place {
    var place = self
    place.pointer = names.reduce(pointer ?? "") { $0 + "/" + Self.escaped($1) }
    return place
  }

  // RFC 6901, section 3.
  private static func escaped(_ name: String) -> String {
    name.unicodeScalars.reduce(into: "") { text, character in
      switch character {
      case "~": text += "~0"
      case "/": text += "~1"
      default: text.unicodeScalars.append(character)
      }
    }
  }
}
