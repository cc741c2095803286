package import Diagnostics
package import Vocabulary

/// A paper and the number and day that the văn thư gave it: a row of `van-ban.json`.
package struct DocumentRow: Sendable {
  /// The id of the row, such as `kh-phat-dong` (`ma`).
  package let id: ID<DocumentRow>
  /// What paper it is (`loai`).
  package let kind: Kind
  /// The unit whose paper it is, for kinds that each unit has (`don_vi`).
  package let unit: ID<OfficeUnit>?
  /// The meeting whose minutes it is (`phien`).
  package let session: ID<Council.Session>?
  /// The number, without symbol for a paper of our own (`so`).
  package let number: String?
  /// The day of issue (`ngay`).
  package let date: CivilDate?
  /// The year that is printed while the day is not known (`nam`).
  package let year: Int?
  /// Who signs (`nguoi_ky`).
  package let signer: ID<Person>?
  /// Who issued it, for a paper from outside (`co_quan`).
  package let issuer: String?
  /// Who signed it, for a paper from outside (`nguoi_ky_ten`).
  package let signerName: String?
  /// The lines over that signature, such as `KT. CHỦ TỊCH` and the deputy's post
  /// (`nguoi_ky_quyen_han`).
  package let signerAuthority: [String]
  /// Which fund pays the money of a decision (`nguon`).
  package let fund: String?
  /// The nominations it covers, in the order of its list; nil is not known (`de_nghi`).
  package let nominations: [ID<Nomination>]?
  /// Where the row stands.
  package let origin: Place

  /// What paper a row is about.
  package enum Kind: Hashable, Sendable {
    /// A paper that the build writes.
    case own(DocumentKind)
    /// A paper from outside (`ben_ngoai`), its type in words, such as `Quyết định`.
    case external(String)
  }

  /// Creates a row.
  package init(
    id: ID<DocumentRow>, kind: Kind, unit: ID<OfficeUnit>?,
    session: ID<Council.Session>? = nil, number: String?, date: CivilDate?, year: Int?,
    signer: ID<Person>?, issuer: String?, signerName: String?, signerAuthority: [String] = [],
    fund: String? = nil, nominations: [ID<Nomination>]?, origin: Place
  ) {
    self.id = id
    self.kind = kind
    self.unit = unit
    self.session = session
    self.number = number
    self.date = date
    self.year = year
    self.signer = signer
    self.issuer = issuer
    self.signerName = signerName
    self.signerAuthority = signerAuthority
    self.fund = fund
    self.nominations = nominations
    self.origin = origin
  }
}
