package import Diagnostics
package import Vocabulary

/// What one unit does to carry out the plan: a row of `ke-hoach-don-vi.json`.
package struct UnitPlan: Sendable {
  /// The unit.
  package let unit: ID<OfficeUnit>
  /// What the paper is about (trích yếu).
  package let subject: String
  /// Purposes and requirements (`muc_dich`).
  package let purposes: [String]
  /// The works, in the order of the file (`noi_dung`).
  package let works: [Work]
  /// The numbers of the contents under which the unit states that it has nothing
  /// (`khong_phat_sinh`).
  package let contentsWithout: [Int]
  /// Measures (`giai_phap`).
  package let measures: [String]
  /// Organisation (`to_chuc`).
  package let organisation: [String]
  /// Where the row stands.
  package let origin: Place

  /// One piece of work under one content of emulation.
  package struct Work: Sendable {
    /// The number of the content (`noi_dung`).
    package let content: Int
    /// The work in words (`viec`).
    package let task: String
    /// Who is in charge (`chu_tri`).
    package let lead: ID<Person>
    /// The day by which it is done (`thoi_han`).
    package let deadline: CivilDate?
    /// The target it serves (`chi_tieu`).
    package let target: ID<Movement.Target>?
    /// Where the row stands.
    package let origin: Place

    /// Creates a piece of work.
    package init(
      content: Int, task: String, lead: ID<Person>, deadline: CivilDate?,
      target: ID<Movement.Target>?, origin: Place
    ) {
      self.content = content
      self.task = task
      self.lead = lead
      self.deadline = deadline
      self.target = target
      self.origin = origin
    }
  }

  /// Creates a unit's plan.
  package init(
    unit: ID<OfficeUnit>, subject: String, purposes: [String], works: [Work],
    contentsWithout: [Int],
    measures: [String], organisation: [String], origin: Place
  ) {
    self.unit = unit
    self.subject = subject
    self.purposes = purposes
    self.works = works
    self.contentsWithout = contentsWithout
    self.measures = measures
    self.organisation = organisation
    self.origin = origin
  }
}
