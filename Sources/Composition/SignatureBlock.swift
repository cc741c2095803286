internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Vocabulary

/// Who signs a paper: the lines over the signature and the name under it.
///
/// - Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 7 điểm b: a head signs
///   with the bare title, a deputy for the head (ký thay) with `KT.` before the head's title.
struct SignatureBlock: Equatable {
  /// The lines over the signature, in capitals.
  let authority: [String]
  /// The full name.
  let name: String

  /// The block of a head, or of one who holds the post for the time being.
  static func head(_ post: String, _ name: String) -> SignatureBlock {
    SignatureBlock(authority: [post.uppercased()], name: name)
  }

  /// The block of a deputy who signs for the head.
  static func deputy(_ post: String, of head: String, _ name: String) -> SignatureBlock {
    SignatureBlock(authority: ["KT. \(head.uppercased())", post.uppercased()], name: name)
  }

  /// The part of the data that holds it.
  var member: JSONValue.Member { .init("ky", json) }

  /// The lines over the signature and the name.
  var json: JSONValue { ["quyen_han": .strings(authority), "ho_ten": .string(name)] }
}

/// The word that makes a deputy's post of a head's.
private let deputyPrefix = "Phó "

extension Composer {
  /// The signature of the office under its plan: the row's signer, else the one the plan prints.
  mutating func officeSignature(row: DocumentRow?, plan: Plan) -> SignatureBlock? {
    guard let row, let id = row.signer else {
      let post = plan.signer.post
      return post.hasPrefix(deputyPrefix)
        ? .deputy(post, of: dossier.office.headPost, plan.signer.name)
        : .head(post, plan.signer.name)
    }
    let block = officeSignature(of: id, on: row)
    if block != nil, let person = dossier.person(id), person.name != plan.signer.name {
      report(.signersDiffer(row, person, plan.signer))
    }
    return block
  }

  /// The signature of the office under a paper of a row: the row's signer, else the head who
  /// signs on its day.
  mutating func officeSignature(row: DocumentRow) -> SignatureBlock? {
    if let id = row.signer { return officeSignature(of: id, on: row) }
    guard let head = officeHead(on: row.date) else {
      report(.officeWithoutSigner(row))
      return nil
    }
    return head
  }

  /// The head who signs for the office on a day, or now where there is none; nil while no file
  /// says who.
  func officeHead(on day: CivilDate?) -> SignatureBlock? {
    let heads = dossier.office.signers.filter { signer in
      !signer.signsForHead && signer.post == dossier.office.headPost
        && (day.map { signer.isInForce(on: $0) } ?? (signer.to == nil))
    }
    guard let head = heads.last, let person = dossier.person(head.person) else { return nil }
    return .head(head.post, person.name)
  }

  /// The block of a person who signs a row's paper for the office.
  private mutating func officeSignature(
    of id: ID<Person>, on row: DocumentRow
  ) -> SignatureBlock? {
    guard let signer = signer(id, on: row), let person = dossier.person(id) else { return nil }
    if !signer.signsForHead, signer.post.hasPrefix(deputyPrefix) {
      report(.deputyNotForHead(signer, person))
    }
    return signer.signsForHead
      ? .deputy(signer.post, of: dossier.office.headPost, person.name)
      : .head(signer.post, person.name)
  }

  /// The person's row in the office's list of signers that is in force on the paper's day.
  ///
  /// While the day is not known, a row that is still open counts.
  private mutating func signer(_ id: ID<Person>, on row: DocumentRow) -> Office.Signer? {
    let rows = dossier.office.signers.filter { $0.person == id }
    guard let last = rows.last else {
      report(.signerNotListed(row, dossier.person(id)))
      return nil
    }
    let inForce = rows.last { signer in
      row.date.map { signer.isInForce(on: $0) } ?? (signer.to == nil)
    }
    if inForce == nil { report(.signerNotInForce(row, dossier.person(id), last)) }
    return inForce
  }

  /// The signature of a unit: its head, or the deputy that the row names.
  mutating func unitSignature(_ unit: OfficeUnit, row: DocumentRow?) -> SignatureBlock? {
    guard let signer = (row?.signer ?? unit.head).flatMap(dossier.person) else {
      report(.unitWithoutSigner(unit))
      return nil
    }
    if let left = signer.left, row?.date.map({ left <= $0 }) ?? true {
      report(.signerHasLeft(unit, signer, left, at: row?.origin ?? unit.origin))
    }
    if signer.id == unit.head { return .head(signer.post, signer.name) }
    guard signer.unit == unit.id, signer.post.hasPrefix(deputyPrefix) else {
      report(.signerNeitherHeadNorDeputy(unit, signer, at: row?.origin ?? unit.origin))
      return .head(signer.post, signer.name)
    }
    // A vacant post has its name from the deputy's: "Phó Trưởng phòng" gives "Trưởng phòng".
    let headPost = unit.head.flatMap(dossier.person)?.post
    return .deputy(
      signer.post, of: headPost ?? String(signer.post.dropFirst(deputyPrefix.count)), signer.name)
  }
}

extension Diagnostic {
  private static func named(_ id: ID<Person>, _ person: Person?) -> String {
    person.map { "\(id) (\($0.name))" } ?? id.text
  }

  fileprivate static func officeWithoutSigner(_ row: DocumentRow) -> Diagnostic {
    .error(
      Code("CO032"), "chưa biết ai ký văn bản “\(row.id)” của cơ quan", at: row.origin,
      help: "ghi “nguoi_ky” ở van-ban.json, hoặc ghi người đứng đầu vào “nguoi_ky” của co-quan.json"
    )
  }

  fileprivate static func signerNotListed(_ row: DocumentRow, _ person: Person?) -> Diagnostic {
    let signer = row.signer.map { named($0, person) } ?? ""
    return .error(
      Code("CO004"), "người ký \(signer) không có trong danh sách người ký của cơ quan",
      at: row.origin, help: "thêm người này vào “nguoi_ky” của co-quan.json, hoặc sửa người ký")
  }

  fileprivate static func signerNotInForce(
    _ row: DocumentRow, _ person: Person?, _ signer: Office.Signer
  ) -> Diagnostic {
    let from = signer.from.map { " từ \($0.shortForm)" } ?? ""
    let to = signer.to.map { " đến \($0.shortForm)" } ?? ""
    let day = row.date.map { " ngày \($0.shortForm)" } ?? ""
    return .error(
      Code("CO017"),
      "người ký \(named(signer.person, person)) chỉ ký\(from)\(to), không ký được văn bản"
        + " “\(row.id)”\(day)",
      at: row.origin, help: "sửa người ký, hoặc sửa thời gian ở “nguoi_ky” của co-quan.json")
  }

  fileprivate static func signersDiffer(
    _ row: DocumentRow, _ person: Person, _ printed: Plan.Signer
  ) -> Diagnostic {
    .warning(
      Code("CO013"),
      "ke-hoach.json ghi người ký là \(printed.name), văn bản “\(row.id)” ghi "
        + "\(person.name); in \(person.name)",
      at: row.origin, help: "sửa cho hai nơi giống nhau, hoặc bỏ người ký ở van-ban.json")
  }

  fileprivate static func unitWithoutSigner(_ unit: OfficeUnit) -> Diagnostic {
    .error(
      Code("CO005"), "chưa biết ai ký văn bản của \(unit.name) (\(unit.id))", at: unit.origin,
      help: "ghi mã người đứng đầu vào “truong” của đơn vị, hoặc ghi “nguoi_ky” ở van-ban.json")
  }

  fileprivate static func signerNeitherHeadNorDeputy(
    _ unit: OfficeUnit, _ signer: Person, at place: Place
  ) -> Diagnostic {
    .warning(
      Code("CO014"),
      "người ký \(named(signer.id, signer)), \(signer.post), không phải trưởng hay phó của "
        + "\(unit.name)",
      at: place, help: "kiểm tra lại “nguoi_ky” của văn bản")
  }

  fileprivate static func deputyNotForHead(
    _ signer: Office.Signer, _ person: Person
  ) -> Diagnostic {
    .warning(
      Code("CO020"),
      "\(named(person.id, person)), \(signer.post), ký mà không ghi ký thay, nên không in “KT.”",
      at: signer.origin,
      help: "thêm \"ky_thay\": true vào dòng của người này ở “nguoi_ky” của co-quan.json")
  }

  fileprivate static func signerHasLeft(
    _ unit: OfficeUnit, _ signer: Person, _ left: CivilDate, at place: Place
  ) -> Diagnostic {
    .warning(
      Code("CO021"),
      "người ký \(named(signer.id, signer)) của \(unit.name) thôi làm việc từ \(left.shortForm)",
      at: place,
      help: "ghi người khác vào “nguoi_ky” của văn bản và “truong” của đơn vị, hoặc sửa “ngay_thoi”"
    )
  }
}
