internal import Diagnostics
internal import Dossier
internal import Expressions
internal import LocatedJSON
internal import Vocabulary

/// A fact about one subject: a value seen at a place, or what is missing and where to write it.
enum Fact: Sendable {
  case known(JSONValue, seen: String, at: Place)
  case missing(MissingFact)

  static func missing(
    _ what: String, at place: Place, about: String? = nil, isOffices: Bool = false
  ) -> Fact {
    .missing(MissingFact(what, at: place, about: about, isOffices: isOffices))
  }

  /// A day, or what is missing.
  static func day(_ day: CivilDate?, _ what: String, at place: Place) -> Fact {
    guard let day else { return .missing(what, at: place) }
    return .known(.string(day.description), seen: day.shortForm, at: place)
  }

  /// A text, or what is missing.
  static func text(_ text: String?, _ what: String, at place: Place) -> Fact {
    guard let text else { return .missing(what, at: place) }
    return .known(.string(text), seen: text, at: place)
  }

  /// A yes or no, or what is missing.
  static func truth(_ truth: Bool?, _ what: String, at place: Place) -> Fact {
    guard let truth else { return .missing(what, at: place) }
    return .known(JSONValue(.boolean(truth)), seen: truth ? "có" : "không", at: place)
  }

  /// A figure of the office's own rules, as a number is written; null where none is set.
  static func figure(_ written: String?, seen: String? = nil, at place: Place) -> Fact {
    guard let written else { return .known(JSONValue(.null), seen: "chưa đặt", at: place) }
    return .known(JSONValue(.number(written)), seen: seen ?? written, at: place)
  }

  /// A whole figure of the office's own rules.
  static func figure(_ number: Int?, at place: Place) -> Fact {
    figure(number.map(String.init), seen: number.map(Grouping.grouped), at: place)
  }

  /// A number, or what is missing; `seen` says more than the number where there is more.
  static func number(
    _ number: Int?, _ what: String, seen: String? = nil, at place: Place
  ) -> Fact {
    guard let number else { return .missing(what, at: place) }
    return .known(.integer(number), seen: seen ?? Grouping.grouped(number), at: place)
  }
}

/// The facts of one subject, and the parameters of the pack whose rule reads them.
struct FactTable: Facts {
  // For look-up only: its order is never used.
  private let facts: [FactName: Fact]
  private var rule: InForce<Rule>?
  private var award: AwardForm?
  /// Computes what is seldom asked for.
  private let others: (FactName) -> Fact?

  init(
    _ facts: [FactName: Fact], others: @escaping (FactName) -> Fact? = { _ in nil }
  ) {
    self.facts = facts
    self.others = others
  }

  /// The same facts beside the parameters of a rule's pack, those for one award among them.
  func beside(_ rule: InForce<Rule>, award: AwardForm?) -> FactTable {
    var table = self
    (table.rule, table.award) = (rule, award)
    return table
  }

  /// The fact that a path names.
  func fact(at path: Path) -> (name: FactName, fact: Fact)? {
    guard let name = FactName.named(by: path), let fact = facts[name] ?? others(name)
    else { return nil }
    return (name, fact)
  }

  func value(at path: Path) -> Value {
    switch fact(at: path)?.fact {
    case .known(let value, _, _): Value(value)
    case .missing: .missing(path)
    case nil: parameter(at: path).map { Value($0.value) } ?? .missing(path)
    }
  }

  private func parameter(at path: Path) -> Parameter? {
    rule?.pack.parameters.first { ($0.award == nil || $0.award == award) && $0.meets(path) }
  }
}
