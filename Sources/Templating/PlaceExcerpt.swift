internal import Diagnostics

extension Place {
  /// The place with the text around an index, 40 characters of it.
  func showing(_ text: [Unicode.Scalar], around index: Int) -> Place {
    let (length, window) = (40, 120)
    let before = Self.flat(text[max(0, index - window)..<index])
    let behind = Self.flat(text[index..<min(index + window, text.count)])
    let start = before.suffix(max(length / 4, length - behind.count))
    let rest = behind.prefix(length - start.count)
    let lead = start.count < before.count || index > window ? "…" : ""
    let tail = rest.count < behind.count || index + window < text.count ? "…" : ""
    var place = self
    place.context = "\(context ?? ""): “\(lead)\(start)\(rest)\(tail)”"
    return place
  }

  /// The text with every run of white space as one space.
  private static func flat(_ text: ArraySlice<Unicode.Scalar>) -> String {
    var flat = ""
    for scalar in text {
      if scalar == "\u{FFFC}" {
        flat.append("▢")
      } else if !scalar.properties.isWhitespace {
        flat.unicodeScalars.append(scalar)
      } else if let last = flat.last, last != " " {
        flat.append(" ")
      }
    }
    return flat
  }
}
