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
}

/// The profile by which a document is judged.
public enum Form: String, Hashable, Sendable, CaseIterable {
  /// Nghị định 30/2020/NĐ-CP in full.
  case nd30 = "nd30"
  /// A report of achievements: page, typeface, head.
  case thanhTich = "thanh-tich"
  /// A list or a sheet: page, typeface, Unicode.
  case bangBieu = "bang-bieu"
  /// A certificate: Unicode and blanks only, so far.
  case giayKhen = "giay-khen"
}

extension Check {
  /// Every check, in the order of the table.
  public static let all: [Check] = {
    let read = JSONReader.read(PackageResources.checks_json, file: "checks.json")
    guard let root = read.value?.root, let instrument = root["van_ban"]?.string else { return [] }
    return (root["kiem_tra"]?.array ?? []).compactMap { Check($0, instrument: instrument) }
  }()

  private init?(_ row: JSONValue, instrument: String) {
    guard let id = row["ma"]?.string,
      let severity = row["muc_do"]?.string.flatMap(Severity.init(rawValue:)),
      let forms = row["form"]?.array?.compactMap({ $0.string.flatMap(Form.init(rawValue:)) }),
      let says = row["y"]?.string, let place = row["can_cu"]?.string,
      let remedy = row["sua"]?.string
    else { return nil }
    self.id = id
    self.severity = severity
    self.forms = forms
    self.says = says
    // What is no more than practice cites no law.
    let isLaw = place.begins(with: "Phụ lục") || place.begins(with: "Điều")
    citation = isLaw ? "\(instrument), \(place)" : place
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
        alignment: rule["canh"]?.string)
    }
  }

  private static func range(_ value: JSONValue) -> ClosedRange<Double>? {
    let ends = (value.array ?? []).compactMap(\.decimal)
    guard ends.count == 2, ends[0] <= ends[1] else { return nil }
    return ends[0]...ends[1]
  }
}

extension JSONValue {
  fileprivate var boolean: Bool? {
    if case .boolean(let value) = kind { value } else { nil }
  }

  fileprivate var decimal: Double? {
    if case .number(let text) = kind { Double(text) } else { nil }
  }
}
