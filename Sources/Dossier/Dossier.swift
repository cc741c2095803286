/// Everything a folder says about one period, checked.
///
/// Modelled so far is what the launch needs: office, units, people, movement, period, plan,
/// units' plans, numbers of papers. The other files of a review (ratings, incidents,
/// initiatives, register, nominations, meetings, council, votes, results, reports, the office's
/// own rules) are checked by `Intake` for shape and references and get their model together with
/// the documents that need them.
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

  private let unitIndex: [ID<OfficeUnit>: Int]
  private let personIndex: [ID<Person>: Int]
  private let targetIndex: [ID<Movement.Target>: Int]

  /// Creates a dossier; of two entities with one id the first is found.
  package init(
    office: Office, units: [OfficeUnit], people: [Person], movement: Movement, period: Period,
    plan: Plan?, unitPlans: [UnitPlan], documents: [DocumentRow]
  ) {
    self.office = office
    self.units = units
    self.people = people
    self.movement = movement
    self.period = period
    self.plan = plan
    self.unitPlans = unitPlans
    self.documents = documents
    unitIndex = Self.index(units.map(\.id))
    personIndex = Self.index(people.map(\.id))
    targetIndex = Self.index(movement.targets.map(\.id))
  }

  /// The unit with that id.
  package func unit(_ id: ID<OfficeUnit>) -> OfficeUnit? { unitIndex[id].map { units[$0] } }

  /// The person with that id.
  package func person(_ id: ID<Person>) -> Person? { personIndex[id].map { people[$0] } }

  /// The target with that id.
  package func target(_ id: ID<Movement.Target>) -> Movement.Target? {
    targetIndex[id].map { movement.targets[$0] }
  }

  /// The rows of papers of one kind, in the order of their file.
  package func documents(of kind: DocumentKind) -> [DocumentRow] {
    documents.filter { $0.kind == .own(kind) }
  }

  // For look-up only: its order is never used.
  private static func index<Entity>(_ ids: [ID<Entity>]) -> [ID<Entity>: Int] {
    Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
  }
}
