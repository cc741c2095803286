package import Diagnostics
package import Vocabulary

/// A meeting in which a unit votes on its nominations (họp bình xét): a row of `binh-xet.json`.
package struct UnitMeeting: Sendable {
  /// The unit (`don_vi`).
  package let unit: ID<OfficeUnit>
  /// The day (`ngay`).
  package let date: CivilDate
  /// The hour it began, such as `14:00` (`bat_dau`).
  package let start: String?
  /// The hour it ended (`ket_thuc`).
  package let end: String?
  /// The place (`dia_diem`).
  package let venue: String?
  /// Who chaired (`chu_tri`).
  package let chair: ID<Person>
  /// Who kept the minutes (`thu_ky`).
  package let secretary: ID<Person>
  /// How many people the unit has (`tong_so`).
  package let total: Int
  /// How many were present (`co_mat`).
  package let present: Int
  /// Who was absent; empty is nobody (`vang`).
  package let absentees: [Absentee]
  /// How it voted (`cach_bieu_quyet`).
  package let method: VotingMethod
  /// What was said; nil is not known (`y_kien`).
  package let opinions: [String]?
  /// The votes, in the order of the file (`ket_qua`).
  package let votes: [Vote]
  /// Where the row stands.
  package let origin: Place

  /// The vote on one nomination.
  package struct Vote: Sendable {
    /// The nomination (`de_nghi`).
    package let nomination: ID<Nomination>
    /// How many were for it (`dong_y`).
    package let ayes: Int
    /// How many were against it (`khong_dong_y`).
    package let noes: Int
    /// Where the row stands.
    package let origin: Place

    /// Creates a vote.
    package init(
      nomination: ID<Nomination>, ayes: Int, noes: Int, origin: Place
    ) {
      self.nomination = nomination
      self.ayes = ayes
      self.noes = noes
      self.origin = origin
    }
  }

  /// Creates a meeting.
  package init(
    unit: ID<OfficeUnit>, date: CivilDate, start: String?, end: String?, venue: String?,
    chair: ID<Person>, secretary: ID<Person>, total: Int, present: Int, absentees: [Absentee],
    method: VotingMethod, opinions: [String]?, votes: [Vote], origin: Place
  ) {
    self.unit = unit
    self.date = date
    self.start = start
    self.end = end
    self.venue = venue
    self.chair = chair
    self.secretary = secretary
    self.total = total
    self.present = present
    self.absentees = absentees
    self.method = method
    self.opinions = opinions
    self.votes = votes
    self.origin = origin
  }
}

/// How a meeting votes (cách biểu quyết).
package enum VotingMethod: String, Sendable, CaseIterable {
  /// Giơ tay.
  case gioTay = "gio_tay"
  /// Bỏ phiếu kín.
  case boPhieuKin = "bo_phieu_kin"
  /// Lấy ý kiến bằng văn bản.
  case layYKienVanBan = "lay_y_kien_van_ban"
}

/// Who was absent from a meeting (người vắng mặt).
package struct Absentee: Sendable {
  /// Who it is.
  package let who: Who
  /// Why (`ly_do`).
  package let reason: String?
  /// The day of the opinion sent in writing, when there is one (`y_kien_van_ban`).
  package let writtenOpinion: CivilDate?
  /// Where the row stands.
  package let origin: Place

  /// Who was absent.
  package enum Who: Hashable, Sendable {
    /// A person of `nhan-su.json` (`nguoi`).
    case person(ID<Person>)
    /// Someone who stands in no file (`ho_ten`).
    case named(String)
  }

  /// Creates an absentee.
  package init(
    who: Who, reason: String?, writtenOpinion: CivilDate?, origin: Place
  ) {
    self.who = who
    self.reason = reason
    self.writtenOpinion = writtenOpinion
    self.origin = origin
  }
}
