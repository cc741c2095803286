package import Diagnostics
package import Vocabulary

/// A person who works or worked in the office: a row of `nhan-su.json`.
///
/// An object that never changes: rules and papers ask for it thousands of times, and a value would
/// be copied field by field each time.
package final class Person: Sendable {
  /// The id, such as `TH03`.
  package let id: ID<Person>
  /// The full name (`ho_ten`).
  package let name: String
  /// The word to sort by where it is not the last one (`ten_goi`).
  package let sortName: String?
  /// The sex, which decides between `ông` and `bà` (`gioi_tinh`).
  package let sex: Sex
  /// The day of birth (`ngay_sinh`).
  package let birthDate: CivilDate?
  /// The ethnic group (`dan_toc`).
  package let ethnicGroup: String?
  /// The unit the person works in now (`don_vi`).
  package let unit: ID<OfficeUnit>
  /// The post, such as `Chuyên viên` (`chuc_vu`).
  package let post: String
  /// True for a leading or managing post (`lanh_dao`).
  package let isLeader: Bool
  /// Under which law the person is employed (`doi_tuong`).
  package let category: Category
  /// Who decides on the person (`dien_quan_ly`); the office unless said.
  package let management: Management
  /// Whether the person is a member of the Party, when that is known (`dang_vien`).
  package let isPartyMember: Bool?
  /// The first day in the office (`ngay_vao`).
  package let joined: CivilDate?
  /// The day the person left, retired or died (`ngay_thoi`).
  package let left: CivilDate?
  /// Place of origin (quê quán).
  package let nativePlace: String?
  /// Place of residence (trú quán).
  package let residence: String?
  /// Professional level (trình độ).
  package let qualification: String?
  /// Duties (nhiệm vụ).
  package let duties: String?
  /// Former and present places, for those who moved (`qua_trinh`).
  package let history: [Service]
  /// Where the row stands.
  package let origin: Place

  /// The sex of a person.
  package enum Sex: String, Sendable, CaseIterable {
    /// Nam.
    case male = "nam"
    /// Nữ.
    case female = "nu"
  }

  /// Under which law a person is employed.
  package enum Category: String, Sendable, CaseIterable {
    /// A civil servant (công chức).
    case congChuc = "cong_chuc"
    /// A public employee of a service unit (viên chức).
    case vienChuc = "vien_chuc"
    /// An employee under a labour contract (người lao động).
    case nguoiLaoDong = "nguoi_lao_dong"
  }

  /// Who decides on a person's commendation.
  package enum Management: String, Sendable, CaseIterable {
    /// The office itself (Văn phòng).
    case vanPhong = "van_phong"
    /// The standing committee of the province's Party (Tỉnh ủy).
    case tinhUy = "tinh_uy"
  }

  /// A stretch of service in one unit and post.
  package struct Service: Sendable {
    /// The unit.
    package let unit: ID<OfficeUnit>
    /// The post held there.
    package let post: String
    /// The first day.
    package let from: CivilDate
    /// The last day; nil while it lasts.
    package let to: CivilDate?
    /// Where the row stands.
    package let origin: Place

    /// Creates a stretch of service.
    package init(
      unit: ID<OfficeUnit>, post: String, from: CivilDate, to: CivilDate?, origin: Place
    ) {
      self.unit = unit
      self.post = post
      self.from = from
      self.to = to
      self.origin = origin
    }
  }

  /// Creates a person.
  package init(
    id: ID<Person>, name: String, sortName: String?, sex: Sex, birthDate: CivilDate?,
    ethnicGroup: String?, unit: ID<OfficeUnit>, post: String, isLeader: Bool, category: Category,
    management: Management, isPartyMember: Bool?, joined: CivilDate?, left: CivilDate?,
    nativePlace: String?, residence: String?, qualification: String?, duties: String?,
    history: [Service], origin: Place
  ) {
    self.id = id
    self.name = name
    self.sortName = sortName
    self.sex = sex
    self.birthDate = birthDate
    self.ethnicGroup = ethnicGroup
    self.unit = unit
    self.post = post
    self.isLeader = isLeader
    self.category = category
    self.management = management
    self.isPartyMember = isPartyMember
    self.joined = joined
    self.left = left
    self.nativePlace = nativePlace
    self.residence = residence
    self.qualification = qualification
    self.duties = duties
    self.history = history
    self.origin = origin
  }
}

extension Person {
  /// The unit in which the person worked on a day; without a record of former places, the
  /// present one.
  ///
  /// Nil for a day in none of the stretches of service.
  package func unit(on day: CivilDate) -> ID<OfficeUnit>? {
    guard !history.isEmpty else { return unit }
    return history.first { $0.covers(day) }?.unit
  }
}
