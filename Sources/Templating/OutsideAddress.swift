/// An address that a document names, and what following it would do.
///
/// What is no web page and no mail is not followed: it would open a file, run a program or show
/// a picture that somebody else can watch being fetched.
struct OutsideAddress {
  /// What an address leads to.
  enum Kind {
    /// Nothing outside the package.
    case inside
    /// A page or a mail that a reader opens on purpose.
    case web
    /// Code that runs.
    case code
    /// A file, a share or any other thing outside.
    case other
  }

  /// The address as the document writes it.
  let text: String

  init(_ text: String) { self.text = text }

  /// The scheme in lower case, without its colon; nil for an address without one.
  ///
  /// Blanks and control characters are passed over, as programs that open addresses do.
  var scheme: String? {
    var scheme: [UInt8] = []
    for byte in text.utf8 where byte > 0x20 && byte != 0x7F {
      switch byte {
      case UInt8(ascii: ":"):
        return scheme.isEmpty ? nil : String(decoding: scheme, as: UTF8.self)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): scheme.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        scheme.append(byte)
      default: return nil
      }
    }
    return nil
  }

  /// What a link to the address would do.
  var asLink: Kind {
    guard let scheme else {
      // `#` is a place in the document itself.
      return text.isEmpty || text.hasPrefix("#") ? .inside : .other
    }
    if Self.web.contains(scheme) { return .web }
    return Self.code.contains(scheme) || scheme.hasPrefix("vnd.sun.star.") ? .code : .other
  }

  /// What reading from the address would do, in a package of ODF: a relative address is an entry.
  var asSource: Kind {
    if scheme == "data" || scheme == "vnd.sun.star.package" { return .inside }
    guard scheme == nil else { return asLink == .code ? .code : .other }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
    let leaves = parts.contains("..") || parts.count > 1 && parts[0].isEmpty || text.contains("\\")
    return leaves ? .other : .inside
  }

  /// Whether a tag may stand in it, whose value is judged when the document is filled.
  var mayHoldTag: Bool {
    let plain = UnfilledPlaces.withoutPercents(text)
    return ["<<", "«", "{{"].contains(where: plain.contains)
  }

  private static let web: Set<String> = ["http", "https", "mailto", "tel"]
  private static let code: Set<String> = [
    "javascript", "vbscript", "macro", "script", "data", "service", "slot", "jar", "shell",
  ]
}
