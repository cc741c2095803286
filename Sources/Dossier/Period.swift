package import Diagnostics
package import Vocabulary

/// A moment in the life of a movement (`thoi_diem`), which decides what papers there are.
package enum Moment: String, Sendable, CaseIterable {
  /// The launch (phát động).
  case phatDong = "phat_dong"
  /// A yearly review (hằng năm).
  case hangNam = "hang_nam"
  /// The interim review (sơ kết).
  case soKet = "so_ket"
  /// The final review (tổng kết).
  case tongKet = "tong_ket"
}

/// A review period or the launch (đợt): `dot.json`.
package struct Period: Sendable {
  /// The id, such as `2026-phat-dong`.
  package let id: String
  /// The name in words.
  package let name: String
  /// Which moment of the movement it is.
  package let moment: Moment
  /// The first day that counts for achievements (`tinh_tu_ngay`).
  package let countsFrom: CivilDate?
  /// The last day that counts for achievements (`tinh_den_ngay`).
  package let countsTo: CivilDate?
  /// The last day on which units hand in (`han_nop`).
  package let deadline: CivilDate?
  /// The list of nominations made public (`cong_khai`).
  package let publication: Publication?
  /// The conference at which awards are handed over (`hoi_nghi`).
  package let conference: Conference?
  /// The sentences for list, decision and certificate that are known (`cau_thanh_tich`).
  package let citations: [(form: AwardForm, text: String)]
  /// What the office adds to the legal basis; nil is not known (`can_cu_them`).
  package let furtherBasis: [CitedPaper]?
  /// Where the period stands in its file.
  package let origin: Place

  /// The list of nominations made public (công khai).
  package struct Publication: Sendable {
    /// The first day (`tu_ngay`).
    package let from: CivilDate
    /// The last day (`den_ngay`).
    package let to: CivilDate
    /// The place (`noi`).
    package let venue: String?
    /// What people said; nil is not known, empty is nothing (`y_kien`).
    package let opinions: [String]?
    /// Where it stands.
    package let origin: Place

    /// Creates a publication.
    package init(
      from: CivilDate, to: CivilDate, venue: String?, opinions: [String]?, origin: Place
    ) {
      self.from = from
      self.to = to
      self.venue = venue
      self.opinions = opinions
      self.origin = origin
    }
  }

  /// The conference at which awards are handed over (hội nghị trao thưởng).
  package struct Conference: Sendable {
    /// The day (`ngay`).
    package let date: CivilDate?
    /// The hour it begins (`gio`).
    package let start: String?
    /// The place (`dia_diem`).
    package let venue: String?
    /// Where it stands.
    package let origin: Place

    /// Creates a conference.
    package init(
      date: CivilDate?, start: String?, venue: String?, origin: Place
    ) {
      self.date = date
      self.start = start
      self.venue = venue
      self.origin = origin
    }
  }

  /// Creates a period.
  package init(
    id: String, name: String, moment: Moment, countsFrom: CivilDate?, countsTo: CivilDate?,
    deadline: CivilDate?, publication: Publication? = nil, conference: Conference? = nil,
    citations: [(form: AwardForm, text: String)] = [], furtherBasis: [CitedPaper]? = nil,
    origin: Place
  ) {
    self.id = id
    self.name = name
    self.moment = moment
    self.countsFrom = countsFrom
    self.countsTo = countsTo
    self.deadline = deadline
    self.publication = publication
    self.conference = conference
    self.citations = citations
    self.furtherBasis = furtherBasis
    self.origin = origin
  }
}

extension Period {
  /// The period's sentence for an award, when it is known.
  package func citation(for form: AwardForm) -> String? {
    citations.first { $0.form == form }?.text
  }
}
