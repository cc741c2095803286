package import Diagnostics
package import Vocabulary

/// The council (Hội đồng Thi đua - Khen thưởng) and its meetings: `hoi-dong.json`.
package struct Council: Sendable {
  /// The name (`ten`).
  package let name: String
  /// The decision that set it up (`thanh_lap`).
  package let founding: CitedPaper?
  /// The members, in the order of the decision (`thanh_vien`).
  package let members: [Member]
  /// The meetings, in the order of the file (`phien`).
  package let sessions: [Session]
  /// Where the council stands in its file.
  package let origin: Place

  /// A member.
  package struct Member: Sendable {
    /// The person (`nguoi`).
    package let person: ID<Person>
    /// The role (`vai_tro`).
    package let role: Role
    /// Where the row stands.
    package let origin: Place

    /// Creates a member.
    package init(
      person: ID<Person>, role: Role, origin: Place
    ) {
      self.person = person
      self.role = role
      self.origin = origin
    }
  }

  /// What a member is (vai trò).
  package enum Role: String, Sendable, CaseIterable {
    /// Chủ tịch Hội đồng.
    case chuTich = "chu_tich"
    /// Phó Chủ tịch Hội đồng.
    case phoChuTich = "pho_chu_tich"
    /// Ủy viên.
    case uyVien = "uy_vien"
    /// Ủy viên, Thư ký.
    case uyVienThuKy = "uy_vien_thu_ky"
  }

  /// A meeting of the council (phiên họp).
  package struct Session: Sendable {
    /// The id, such as `HD-01` (`ma`).
    package let id: ID<Session>
    /// The day (`ngay`).
    package let date: CivilDate
    /// The hour it began (`bat_dau`).
    package let start: String?
    /// The hour it ended (`ket_thuc`).
    package let end: String?
    /// The place (`dia_diem`).
    package let venue: String?
    /// Who chaired (`chu_tri`).
    package let chair: ID<Person>
    /// Who kept the minutes (`thu_ky`).
    package let secretary: ID<Person>
    /// The members present (`co_mat`).
    package let present: [ID<Person>]
    /// The members absent; empty is nobody (`vang`).
    package let absentees: [Absentee]
    /// How it voted (`cach_bieu_quyet`).
    package let method: VotingMethod
    /// Who counted the votes of a secret ballot (`ban_kiem_phieu`).
    package let tellers: Tellers?
    /// What was said; nil is not known (`y_kien`).
    package let opinions: [Opinion]?
    /// The chair's conclusion (`ket_luan`).
    package let conclusion: String?
    /// Where the row stands.
    package let origin: Place

    /// Creates a meeting.
    package init(
      id: ID<Session>, date: CivilDate, start: String?, end: String?, venue: String?,
      chair: ID<Person>, secretary: ID<Person>, present: [ID<Person>], absentees: [Absentee],
      method: VotingMethod, tellers: Tellers?, opinions: [Opinion]?, conclusion: String?,
      origin: Place
    ) {
      self.id = id
      self.date = date
      self.start = start
      self.end = end
      self.venue = venue
      self.chair = chair
      self.secretary = secretary
      self.present = present
      self.absentees = absentees
      self.method = method
      self.tellers = tellers
      self.opinions = opinions
      self.conclusion = conclusion
      self.origin = origin
    }
  }

  /// Who counts the votes (ban kiểm phiếu).
  package struct Tellers: Sendable {
    /// The head (`truong_ban`).
    package let head: ID<Person>
    /// The others; empty is none (`uy_vien`).
    package let others: [ID<Person>]
    /// Where they stand.
    package let origin: Place

    /// Creates the tellers.
    package init(
      head: ID<Person>, others: [ID<Person>], origin: Place
    ) {
      self.head = head
      self.others = others
      self.origin = origin
    }
  }

  /// What one person said.
  package struct Opinion: Sendable {
    /// Who said it (`nguoi`).
    package let person: ID<Person>
    /// What was said (`noi_dung`).
    package let text: String
    /// Where the row stands.
    package let origin: Place

    /// Creates an opinion.
    package init(
      person: ID<Person>, text: String, origin: Place
    ) {
      self.person = person
      self.text = text
      self.origin = origin
    }
  }

  /// Creates a council.
  package init(
    name: String, founding: CitedPaper?, members: [Member], sessions: [Session], origin: Place
  ) {
    self.name = name
    self.founding = founding
    self.members = members
    self.sessions = sessions
    self.origin = origin
  }

  /// The meeting with that id.
  package func session(_ id: ID<Session>) -> Session? { sessions.first { $0.id == id } }
}

/// The votes of one meeting of the council (bỏ phiếu): `bo-phieu.json`.
package struct Ballot: Sendable {
  /// The meeting (`phien`).
  package let session: ID<Council.Session>
  /// How many ballots were handed out (`phat_ra`).
  package let issued: Int
  /// How many came back (`thu_ve`).
  package let returned: Int
  /// How many of them count (`hop_le`).
  package let valid: Int
  /// How many of them do not (`khong_hop_le`).
  package let invalid: Int
  /// How many absent members sent their opinion in writing (`y_kien_van_ban`).
  package let written: Int?
  /// The votes, in the order of the file (`ket_qua`).
  package let votes: [Vote]
  /// Where the ballot stands in its file.
  package let origin: Place

  /// The vote on one nomination.
  package struct Vote: Sendable {
    /// The nomination (`de_nghi`).
    package let nomination: ID<Nomination>
    /// How many ballots were for it (`dong_y`).
    package let ayes: Int
    /// How many ballots were against it (`khong_dong_y`).
    package let noes: Int
    /// How many opinions in writing were for it (`van_ban_dong_y`).
    package let writtenAyes: Int?
    /// Where the row stands.
    package let origin: Place

    /// Creates a vote.
    package init(
      nomination: ID<Nomination>, ayes: Int, noes: Int, writtenAyes: Int?, origin: Place
    ) {
      self.nomination = nomination
      self.ayes = ayes
      self.noes = noes
      self.writtenAyes = writtenAyes
      self.origin = origin
    }
  }

  /// Creates a ballot.
  package init(
    session: ID<Council.Session>, issued: Int, returned: Int, valid: Int, invalid: Int,
    written: Int?, votes: [Vote], origin: Place
  ) {
    self.session = session
    self.issued = issued
    self.returned = returned
    self.valid = valid
    self.invalid = invalid
    self.written = written
    self.votes = votes
    self.origin = origin
    nominationIndex = Lookup(votes, by: \.nomination)
  }

  private let nominationIndex: Lookup<ID<Nomination>, Int>

  /// The vote on a nomination, when it was on the ballot.
  package func vote(on nomination: ID<Nomination>) -> Vote? {
    nominationIndex[nomination].first.map { votes[$0] }
  }
}
