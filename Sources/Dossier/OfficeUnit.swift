package import Diagnostics

/// A unit of the office (phòng, đơn vị): a row of `don-vi.json`.
package struct OfficeUnit: Sendable {
  /// The id, such as `TH`.
  package let id: ID<OfficeUnit>
  /// The name, such as `Phòng Tổng hợp`.
  package let name: String
  /// What kind of unit it is.
  package let kind: Kind
  /// The symbol in numbers of papers and in `Lưu:`; the leaders have none (`ky_hieu`).
  package let symbol: String?
  /// The person at its head, when there is one now (`truong`).
  package let head: ID<Person>?
  /// True when the unit has a seal of its own (`co_con_dau`).
  package let hasSeal: Bool
  /// True when the unit keeps its own series of numbers (`co_so_van_ban`).
  package let hasNumberSeries: Bool
  /// The lines at the head of its papers; nil when they are composed (`tieu_de`).
  package let heading: [String]?
  /// What the unit is for, in a sentence (`chuc_nang`).
  package let function: String?
  /// Where the row stands.
  package let origin: Place

  /// What kind of unit it is (`loai`).
  package enum Kind: String, Sendable, CaseIterable {
    /// The leaders of the office as a collective (Lãnh đạo Văn phòng).
    case lanhDao = "lanh_dao"
    /// A department without a seal (phòng).
    case phong = "phong"
    /// A public service unit (đơn vị sự nghiệp), such as a trung tâm.
    case donViSuNghiep = "don_vi_su_nghiep"
  }

  /// Creates a unit.
  package init(
    id: ID<OfficeUnit>, name: String, kind: Kind, symbol: String?, head: ID<Person>?, hasSeal: Bool,
    hasNumberSeries: Bool, heading: [String]?, function: String?, origin: Place
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.symbol = symbol
    self.head = head
    self.hasSeal = hasSeal
    self.hasNumberSeries = hasNumberSeries
    self.heading = heading
    self.function = function
    self.origin = origin
  }
}
