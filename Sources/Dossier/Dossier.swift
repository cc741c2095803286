package import Vocabulary

/// Everything a folder says about one period, checked.
package struct Dossier: Sendable {
  /// The office.
  package let office: Office
  /// The units, in the order of their file.
  package let units: [OfficeUnit]
  /// The people, in the order of their file.
  package let people: [Person]
  /// The movement.
  package let movement: Movement
  /// The period.
  package let period: Period
  /// The office's plan; present at the launch.
  package let plan: Plan?
  /// The units' plans, in the order of their file.
  package let unitPlans: [UnitPlan]
  /// The papers with their numbers and days, in the order of their file.
  package let documents: [DocumentRow]
  /// The facts on which a review is judged; at the launch nothing but the shared files.
  package let review: Review
  /// The units' reports, in the order of their file (`bao-cao-don-vi.json`).
  package let unitReports: Recorded<[UnitReport]>
  /// What a person writes in the report on the period (`bao-cao.json`).
  package let periodReport: Recorded<PeriodReport>

  private let unitIndex: [ID<OfficeUnit>: Int]
  private let personIndex: [ID<Person>: Int]
  private let memberIndex: Lookup<ID<OfficeUnit>, Int>
  private let targetIndex: [ID<Movement.Target>: Int]
  private let kindIndex: Lookup<DocumentRow.Kind, Int>
  private let listingIndex: Lookup<ID<Nomination>, Int>

  /// Creates a dossier; of two entities with one id the first is found.
  package init(
    office: Office, units: [OfficeUnit], people: [Person], movement: Movement, period: Period,
    plan: Plan?, unitPlans: [UnitPlan], documents: [DocumentRow], review: Review = Review(),
    unitReports: Recorded<[UnitReport]> = .absent, periodReport: Recorded<PeriodReport> = .absent
  ) {
    self.office = office
    self.units = units
    self.people = people
    self.movement = movement
    self.period = period
    self.plan = plan
    self.unitPlans = unitPlans
    self.documents = documents
    self.review = review
    self.unitReports = unitReports
    self.periodReport = periodReport
    unitIndex = ID.index(units.map(\.id))
    personIndex = ID.index(people.map(\.id))
    memberIndex = Lookup(people) { [$0.unit] + $0.history.map(\.unit) }
    targetIndex = ID.index(movement.targets.map(\.id))
    kindIndex = Lookup(documents, by: \.kind)
    listingIndex = Lookup(documents) { $0.nominations ?? [] }
  }

  /// The unit with that id.
  package func unit(_ id: ID<OfficeUnit>) -> OfficeUnit? { unitIndex[id].map { units[$0] } }

  /// The person with that id.
  package func person(_ id: ID<Person>) -> Person? { personIndex[id].map { people[$0] } }

  /// The people who work in a unit on a day, or now where there is none, in the order of their file.
  package func people(in unit: ID<OfficeUnit>, on day: CivilDate?) -> [Person] {
    memberIndex[unit].map { people[$0] }.filter { $0.works(in: unit, on: day) }
  }

  /// The target with that id.
  package func target(_ id: ID<Movement.Target>) -> Movement.Target? {
    targetIndex[id].map { movement.targets[$0] }
  }

  /// The report of a unit; nil while it has none.
  package func report(of unit: ID<OfficeUnit>) -> UnitReport? {
    unitReports.content?.first { $0.unit == unit }
  }

  /// The rows of papers of one kind, in the order of their file.
  package func documents(of kind: DocumentKind) -> [DocumentRow] {
    kindIndex[.own(kind)].map { documents[$0] }
  }

  /// The rows of papers whose list names a nomination, in the order of their file.
  package func documents(listing nomination: ID<Nomination>) -> [DocumentRow] {
    listingIndex[nomination].map { documents[$0] }
  }

  /// The sentence for list, decision and certificate: that of the nomination, else the period's.
  package func citation(of nomination: Nomination) -> String? {
    nomination.citation ?? period.citation(for: nomination.award)
  }

  /// The name of a person or unit; the id where no file has it.
  package func name(of nominee: Nominee) -> String {
    switch nominee {
    case .person(let id): person(id)?.name ?? id.text
    case .unit(let id): unit(id)?.name ?? id.text
    }
  }

  /// The unit that speaks for a person or unit on a day: for a person the one worked in then.
  package func unit(of nominee: Nominee, on day: CivilDate) -> ID<OfficeUnit>? {
    switch nominee {
    case .person(let id): person(id)?.unit(on: day)
    case .unit(let id): id
    }
  }
}
