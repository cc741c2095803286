public import Diagnostics
internal import LocatedJSON

/// One point of form that a document is judged by, as `Data/checks.json` gives it.
public struct Check: Hashable, Sendable {
  /// The id, which is also the code of its findings, such as `PG03`.
  public let id: String
  /// How much a fault weighs, unless the judgement itself says less.
  public let severity: Severity
  /// The profiles that ask for it.
  public let forms: [Form]
  /// What it asks for, in Vietnamese.
  public let says: String
  /// Where that stands.
  public let citation: String
  /// What to do about a fault, in Vietnamese: one action.
  public let remedy: String
  /// Why it is not evaluated yet; nil when it is.
  public let notEvaluatedBecause: String?
  /// How the letters of the part must look.
  let look: LookRule?
  /// The values allowed, in the unit that the check is about.
  let range: ClosedRange<Double>?
  /// The words that the check compares with, such as names of typefaces.
  let words: [String]
  /// The frames that words must stand in.
  let frames: [Frame]

  /// A frame around a word, in millimetres.
  struct Frame: Hashable, Sendable {
    /// The word.
    var word: String
    /// The width.
    var width: Double
    /// The height.
    var height: Double
  }
}

/// How the letters of a part must look; what is nil is not asked for.
struct LookRule: Hashable, Sendable {
  /// Sizes allowed, in points.
  var sizes: ClosedRange<Double>?
  /// Bold, or not.
  var isBold: Bool?
  /// Italic, or upright.
  var isItalic: Bool?
  /// In capitals, or not.
  var isCapitals: Bool?
  /// Where it stands: `giua`, `trai`.
  var alignment: String?
  /// What colour they have.
  var ink: Ink?

  /// A colour that a rule names.
  enum Ink: String, Hashable, Sendable {
    /// Black, or what the program chooses by itself.
    case black = "den"
    /// What anybody would call red.
    case red = "do"
  }
}

/// The profile by which a document is judged.
public enum Form: String, Hashable, Sendable, CaseIterable {
  /// Nghị định 30/2020/NĐ-CP in full.
  case nd30 = "nd30"
  /// A report of achievements: page, typeface, head, place and day, title, body.
  case thanhTich = "thanh-tich"
  /// A list or a sheet: page, typeface, Unicode.
  case bangBieu = "bang-bieu"
  /// A certificate: its own checks, Unicode and blanks.
  case giayKhen = "giay-khen"
}

extension Check {
  /// The table that the checks are read from.
  static let table = JSONReader.read(PackageResources.checks_json, file: "checks.json").value?.root

  /// Every check, in the order of the table.
  public static let all: [Check] = {
    guard let table, let instrument = table["van_ban"]?.string else { return [] }
    let sources = (table["nguon_khac"]?.array ?? []).compactMap(CheckSource.init)
    return (table["kiem_tra"]?.array ?? []).compactMap { row in
      Check(row, instrument: instrument, sources: sources)
    }
  }()

  private init?(_ row: JSONValue, instrument: String, sources: [CheckSource]) {
    guard let id = row["ma"]?.string,
      let severity = row["muc_do"]?.string.flatMap(Severity.init(rawValue:)),
      let forms = row["form"]?.array?.compactMap({ $0.string.flatMap(Form.init(rawValue:)) }),
      let says = row["y"]?.string, let place = row["can_cu"]?.string,
      let remedy = row["sua"]?.string
    else { return nil }
    self.id = id
    self.forms = forms
    self.says = says
    let other = row["nguon"]?.string
    if let other {
      // A check whose source is not known is left out, which the tests of the table see.
      guard let source = sources.first(where: { $0.id == other }) else { return nil }
      self.severity = source.isCertain || severity != .error ? severity : .warning
      citation = source.citation(place)
    } else {
      self.severity = severity
      // What is no more than practice cites no law.
      let isLaw = place.begins(with: "Phụ lục") || place.begins(with: "Điều")
      citation = isLaw ? "\(instrument), \(place)" : place
    }
    self.remedy = remedy
    notEvaluatedBecause = row["chua"]?.string
    range = row["khoang"].flatMap(Self.range)
    words = (row["tu"]?.array ?? []).compactMap(\.string)
    frames = (row["khung"]?.array ?? []).compactMap { frame in
      guard let word = frame["chu"]?.string, let width = frame["rong"]?.decimal,
        let height = frame["cao"]?.decimal
      else { return nil }
      return Frame(word: word, width: width, height: height)
    }
    look = row["chu"].map { rule in
      LookRule(
        sizes: rule["co"].flatMap(Self.range), isBold: rule["dam"]?.boolean,
        isItalic: rule["nghieng"]?.boolean, isCapitals: rule["hoa"]?.boolean,
        alignment: rule["canh"]?.string,
        ink: rule["mau"]?.string.flatMap(LookRule.Ink.init(rawValue:)))
    }
  }

  private static func range(_ value: JSONValue) -> ClosedRange<Double>? {
    let ends = (value.array ?? []).compactMap(\.decimal)
    guard ends.count == 2, ends[0] <= ends[1] else { return nil }
    return ends[0]...ends[1]
  }
}

/// An instrument other than the decree that checks rest on, with how sure we are of it.
private struct CheckSource {
  /// The name by which rows of the table refer to it.
  let id: String
  /// What a clerk calls it.
  let instrument: String
  /// What a reader must know of it before he relies on it.
  let caveat: String
  /// True when it was read in its own text; what was not accuses nobody of an error.
  let isCertain: Bool

  init?(_ row: JSONValue) {
    guard let id = row["ma"]?.string, let instrument = row["van_ban"]?.string,
      let caveat = row["ghi_chu"]?.string, let certainty = row["do_tin_cay"]?.string
    else { return nil }
    self.id = id
    self.instrument = instrument
    self.caveat = caveat
    isCertain = certainty == "da_doi_chieu"
  }

  /// The citation of a place in it.
  func citation(_ place: String) -> String { "\(instrument), \(place) (\(caveat))" }
}

extension JSONValue {
  fileprivate var boolean: Bool? {
    if case .boolean(let value) = kind { value } else { nil }
  }

  fileprivate var decimal: Double? {
    if case .number(let text) = kind { Double(text) } else { nil }
  }
}
