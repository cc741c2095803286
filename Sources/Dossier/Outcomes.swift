package import Diagnostics
package import Vocabulary

/// What became of the nominations: `ket-qua.json`.
package struct Outcomes: Sendable {
  /// Awards handed over (`trao`).
  package let presentations: [Presentation]
  /// Nominations refused (`khong_duoc_khen`).
  package let refusals: [Refusal]
  /// Dossiers sent back (`tra_lai`).
  package let returns: [Return]

  /// An award handed over (trao thưởng).
  package struct Presentation: Sendable {
    /// The nomination (`de_nghi`).
    package let nomination: ID<Nomination>
    /// The day (`ngay`).
    package let date: CivilDate
    /// Who handed it over (`nguoi_trao`).
    package let presenter: ID<Person>?
    /// Who took it in the awardee's place (`nguoi_nhan_thay`).
    package let receiver: ID<Person>?
    /// Where the row stands.
    package let origin: Place

    /// Creates a presentation.
    package init(
      nomination: ID<Nomination>, date: CivilDate, presenter: ID<Person>?, receiver: ID<Person>?,
      origin: Place
    ) {
      self.nomination = nomination
      self.date = date
      self.presenter = presenter
      self.receiver = receiver
      self.origin = origin
    }
  }

  /// A nomination refused (không được khen).
  package struct Refusal: Sendable {
    /// The nomination (`de_nghi`).
    package let nomination: ID<Nomination>
    /// Why (`ly_do`).
    package let reason: String
    /// The day on which the unit was told (`thong_bao_ngay`).
    package let noticeDate: CivilDate?
    /// Where the row stands.
    package let origin: Place

    /// Creates a refusal.
    package init(
      nomination: ID<Nomination>, reason: String, noticeDate: CivilDate?, origin: Place
    ) {
      self.nomination = nomination
      self.reason = reason
      self.noticeDate = noticeDate
      self.origin = origin
    }
  }

  /// A dossier sent back to be completed (trả lại).
  package struct Return: Sendable {
    /// The nomination (`de_nghi`).
    package let nomination: ID<Nomination>
    /// The day (`ngay`).
    package let date: CivilDate
    /// The papers that were missing (`thieu`).
    package let missing: [String]
    /// The day by which they are to come (`han_bo_sung`).
    package let deadline: CivilDate?
    /// Where the row stands.
    package let origin: Place

    /// Creates a return.
    package init(
      nomination: ID<Nomination>, date: CivilDate, missing: [String], deadline: CivilDate?,
      origin: Place
    ) {
      self.nomination = nomination
      self.date = date
      self.missing = missing
      self.deadline = deadline
      self.origin = origin
    }
  }

  /// Creates what became of the nominations.
  package init(
    presentations: [Presentation], refusals: [Refusal], returns: [Return]
  ) {
    self.presentations = presentations
    self.refusals = refusals
    self.returns = returns
  }
}
