internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// Sổ khen thưởng: every award there has been, then those that this period adds; and beside it,
/// for the clerk, the rows to be entered into the register.
extension Composer {
  /// The order for the register; none while there is no award to be printed.
  mutating func soKhenThuong() -> DocumentOrder? {
    let register = dossier.review.register
    if register.content == nil { report(.registerAbsent(register.origin)) }
    let additions = registerAdditions()
    if !additions.isEmpty {
      report(.rowsProposed(additions.count, at: register.origin))
      reportGaps(in: additions.map(\.award))
    }
    let entries = (register.content ?? []).map(RegisterEntry.init(entered:)) + additions
    guard !entries.isEmpty else { return nil }
    let row = dossier.documents(of: .soKhenThuong).first
    let year = dossier.period.countsTo?.year ?? entries.map(\.award.year).max()
    var order = order(
      .soKhenThuong, place: 1, name: "so-khen-thuong",
      head: tableHead(state: row?.date == nil ? .draft : .issued),
      body: [
        .init("nam", .integer(orNull: year)), .init("khen_thuong", .array(entries.map(line))),
      ], origin: register.origin)
    if !additions.isEmpty {
      order?.companion = DataFile(
        path: "so-khen-thuong.them.json",
        content: [
          "$schema": "../schemas/so-khen-thuong.schema.json",
          "khen_thuong": .array(additions.map(\.award.json)),
        ])
    }
    return order
  }

  private func line(_ entry: RegisterEntry) -> JSONValue {
    let award = entry.award
    return [
      "quyet_dinh": [
        "so": .string(award.decision.number), "ngay": .string(award.decision.date.shortForm),
        "co_quan": .string(award.decision.issuer ?? ""),
      ],
      "ten": .string(VietnameseText.capitalised(called(award.awardee))),
      "chuc_vu_don_vi": .string(standing(of: award)),
      "hinh_thuc": .string(award.form.label),
      "loai_khen": .string(award.type.label),
      "noi_dung": .string(award.citation ?? ""),
      "so_vang": .string(entry.goldenBookNumber),
      "so_tien": .integer(orNull: award.amount),
      "ngay_trao": .string(award.presentedOn?.shortForm ?? ""),
      "thu_hoi": award.revocation.map {
        [
          "so": .string($0.decision.number), "ngay": .string($0.decision.date.shortForm),
        ]
      } ?? nil,
    ]
  }

  /// Post and unit on the day of the decision; of a collective the office it belongs to.
  private func standing(of award: PastAward) -> String {
    award.awardee.isCollective
      ? dossier.office.name : post(of: award.awardee, on: award.decision.date)
  }

  /// Says which facts the proposed rows lack, key by key.
  private mutating func reportGaps(in awards: [PastAward]) {
    let gaps: [(key: String, count: Int)] = [
      ("noi_dung", awards.count { $0.citation == nil }),
      ("sang_kien", awards.count { $0.initiatives == nil }),
      ("so_tien", awards.count { $0.amount == nil }),
      ("nguon", awards.count { $0.fund == nil }),
      ("ngay_trao", awards.count { $0.presentedOn == nil }),
    ].filter { $0.count > 0 }
    if !gaps.isEmpty { report(.gapsInRows(gaps, at: dossier.review.register.origin)) }
  }
}

extension CommendationType {
  /// The type as a column of a table names it.
  fileprivate var label: String {
    switch self {
    case .congTrang: "Công trạng"
    case .dotXuat: "Đột xuất"
    case .phongTrao: "Phong trào"
    case .congHien: "Quá trình cống hiến"
    case .nienHan: "Niên hạn"
    case .doiNgoai: "Đối ngoại"
    }
  }
}

extension Diagnostic {
  fileprivate static func registerAbsent(_ place: Place) -> Diagnostic {
    .warning(
      Code("CO064"), "chưa có so-khen-thuong.json, nên sổ in ra chỉ có các lần khen của đợt này",
      at: place, help: "nhập sổ khen thưởng của các năm trước vào so-khen-thuong.json")
  }

  fileprivate static func rowsProposed(_ count: Int, at place: Place) -> Diagnostic {
    .info(
      Code("CO065"),
      "\(count) lần khen của đợt này chưa có trong so-khen-thuong.json; thidua build ghi sẵn các "
        + "dòng ấy ra so-khen-thuong.them.json trong thư mục kết quả",
      at: place, help: "chép các dòng ấy vào cuối “khen_thuong” của so-khen-thuong.json")
  }

  fileprivate static func gapsInRows(
    _ gaps: [(key: String, count: Int)], at place: Place
  ) -> Diagnostic {
    let list = gaps.map { "“\($0.key)” (\($0.count) dòng)" }.joined(separator: ", ")
    return .info(
      Code("CO066"), "dữ liệu của đợt chưa có \(list), nên các dòng đề xuất vào sổ để null",
      at: place, help: "ghi các khóa ấy khi chép vào so-khen-thuong.json")
  }
}
