public import LocatedJSON

/// What the checks must be told about a document, as far as it is known.
public struct LintSettings: Sendable {
  /// What a document is read on.
  public enum Medium: String, Hashable, Sendable, CaseIterable {
    /// Printed and signed by hand.
    case paper
    /// Signed and sent as a file.
    case electronic
  }

  /// How far a document has come.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// It has its number and its day.
    case issued
    /// Number or day are still open.
    case draft
  }

  /// The profile; nil to guess it from the title.
  public var form: Form?
  /// How far the document has come; nil to guess it from number and day.
  public var state: State?
  /// What it is read on; nil leaves out the checks that depend on it.
  public var medium: Medium?
  /// What is known of the office; nil leaves out the checks that compare with it.
  public var office: OfficeFacts?
  /// What the document may cost.
  public var limits = LintLimits.standard
  /// Parts that were read of other documents; nil to read each anew.
  public var shared: SharedParts?
  /// How many rows of each table are judged together, which fill more than a page.
  ///
  /// Of those behind them the ones to which nothing is to be said are forgotten at once.
  var rowsKept = 200
  /// What its printed pages show; nil leaves out the checks that only pages can answer.
  public var rendered: RenderedDocument?

  /// Creates settings; what is not given is guessed or left out.
  public init(
    form: Form? = nil, state: State? = nil, medium: Medium? = nil, office: OfficeFacts? = nil
  ) {
    self.form = form
    self.state = state
    self.medium = medium
    self.office = office
  }
}

/// What the checks compare names and abbreviations with.
public struct OfficeFacts: Hashable, Sendable {
  /// A unit of the office.
  public struct Unit: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its abbreviation.
    public var symbol: String
    /// True when it keeps a series of numbers of its own.
    public var hasNumberSeries: Bool
  }

  /// The abbreviation of the office in its numbers.
  public var symbol: String?
  /// The lines of its heading, the agency above it first.
  public var heading: [String]
  /// The place it writes from.
  public var place: String?
  /// The post of its head.
  public var headPost: String?
  /// Its units.
  public var units: [Unit]

  /// Reads the object that a manifest's `office` holds; nil when it is no object.
  public init?(_ json: JSONValue) {
    guard case .object(let members) = json.kind, !members.isEmpty else { return nil }
    symbol = json["ma"]?.string
    heading = (json["tieu_de"]?.array ?? []).compactMap(\.string)
    place = json["dia_danh"]?.string
    headPost = json["chuc_danh_dung_dau"]?.string
    units = (json["don_vi"]?.array ?? []).compactMap { row in
      guard let name = row["ten"]?.string, let symbol = row["ky_hieu"]?.string else { return nil }
      var hasSeries = false
      if case .boolean(let value)? = row["co_so_van_ban"]?.kind { hasSeries = value }
      return Unit(name: name, symbol: symbol, hasNumberSeries: hasSeries)
    }
  }
}
