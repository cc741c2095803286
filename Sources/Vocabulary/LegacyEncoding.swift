/// Text typed in an encoding from before Unicode and read as if it were Latin-1.
package enum LegacyEncoding {
  /// The old encodings that offices used.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// TCVN3 (ABC), fonts `.VnTime`: one byte a letter.
    case tcvn3 = "TCVN3 (ABC)"
    /// VNI-Windows, fonts `VNI-Times`: a letter, then a byte for its marks.
    case vni = "VNI-Windows"
  }

  /// The encoding that a text seems to be in, and its repaired reading.
  ///
  /// Nil for text that is Unicode already. A repaired reading is a proposal for a person.
  package static func suspect(_ text: String) -> (encoding: Kind, repaired: String)? {
    nil
  }
}
