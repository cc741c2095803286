import Diagnostics
import Dossier
import Foundation
import Pipeline
import TestSupport
import Testing

@Suite("Building an interim review, whole and step by step")
struct InterimBuildTests {
  /// The yearly sample as an interim review, in which Trung tâm Thông tin and Lò Thị Xuân are
  /// proposed for Bằng khen, the Prime Minister's for the unit.
  private static func period() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["chung", "2026-hang-nam"] {
      try folder.lay(Fixture.projectURL.appending(path: "Samples/\(name)"), at: name)
    }
    func edit(_ name: String, _ changes: [(String, String)]) throws {
      let url = URL(filePath: "\(folder.path)/2026-hang-nam/\(name)")
      var text = try String(contentsOf: url, encoding: .utf8)
      for (from, to) in changes {
        try #require(text.contains(from), "\(name): \(from)")
        text = text.replacing(from, with: to)
      }
      try Data(text.utf8).write(to: url)
    }
    let sentence = "Đã có thành tích xuất sắc trên địa bàn tỉnh Sơn La, năm 2026"
    try edit(
      "dot.json",
      [
        (#""thoi_diem": "hang_nam""#, #""thoi_diem": "so_ket""#),
        (#""giay_khen": "Đã"#, "\"bang_khen_tinh\": \"\(sentence)\", \"giay_khen\": \"Đã"),
      ])
    try edit(
      "ket-qua.json",
      [(#""GK-03", "ngay": "2026-12-25""#, #""GK-03", "ngay": "2026-12-30""#)])
    try edit("quy-dinh.json", [(#""in_bang_khen": null"#, #""in_bang_khen": true"#)])
    func award(_ nominee: String, _ level: String, _ award: String) -> (String, String) {
      let start = nominee + ",\n      \"hinh_thuc\": "
      return (
        start + "\"giay_khen\",\n      \"tang\": \"\(level)\"",
        start + "\"\(award)\",\n      \"tang\": \"tinh\""
      )
    }
    try edit(
      "de-nghi.json",
      [
        award(#""nguoi": "TH03""#, "van_phong", "bang_khen_tinh"),
        award(#""don_vi": "TTTT""#, "tinh", "bang_khen_thu_tuong"),
      ])
    func row(_ id: String, _ kind: String, _ number: String, _ nomination: String) -> String {
      #"{ "ma": "\#(id)", "loai": "\#(kind)", "so": "\#(number)", "ngay": "2026-12-18", "#
        + #""de_nghi": ["\#(nomination)"] }"#
    }
    let province =
      #"{ "ma": "qd-tinh", "ben_ngoai": true, "loai": "Quyết định", "so": "2650/QĐ-UBND", "#
      + #""ngay": "2026-12-30", "co_quan": "Chủ tịch UBND tỉnh Sơn La", "#
      + #""nguoi_ky_quyen_han": ["CHỦ TỊCH"], "nguoi_ky_ten": "Cầm Văn Mẫu", "de_nghi": ["GK-03"] }"#
    let rows = [
      row("ttr-bk", "to-trinh-bang-khen", "29", "GK-03"),
      row("ttr-cao", "to-trinh-cap-tren", "30", "GK-01"), province,
    ]
    try edit(
      "van-ban.json",
      [
        (#"["GK-02", "GK-01", "GK-03","#, #"["GK-02","#),
        ("}\n  ]\n", "},\n" + rows.joined(separator: ",\n") + "\n  ]\n"),
      ])
    return folder
  }

  private static func build(
    _ folder: TemporaryFolder, at stage: Stage? = nil, only kinds: [DocumentKind] = []
  ) async throws -> RunResult {
    var request = BuildRequest(period: folder.path + "/2026-hang-nam")
    request.output = folder.path + "/output"
    request.templates = Fixture.projectURL.appending(path: "Templates").path
    request.only = kinds
    request.stage = stage
    return await Pipeline.build(request, in: World(workers: 1))
  }

  private static func built(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path + "/output/2026-hang-nam")
      .sorted()
  }

  @Test("both formats of what goes up to the province say the same, and nothing of the program")
  func papers() async throws {
    let folder = try Self.period()
    let kinds: [DocumentKind] = [
      .toTrinhBangKhen, .toTrinhCapTren, .phieuNoiDungBangKhen, .bangKhen,
    ]
    let result = try await Self.build(folder, only: kinds)
    try #require(result.status == .done, "\(result.findings)")
    var shown = ""
    for kind in kinds.map(\.rawValue) {
      let root = folder.path + "/output/2026-hang-nam/" + kind
      let names = try FileManager.default.contentsOfDirectory(atPath: root).sorted()
      #expect(names.count == 2)
      let texts = try names.map { name in
        try visibleParagraphs([UInt8](try Data(contentsOf: URL(filePath: "\(root)/\(name)"))))
      }
      #expect(texts.first == texts.last, "\(kind)")
      let banned =
        /\b[A-Z]\d\d\b|\b(GK|BK|TT|SK)-\d|[a-z]_[a-z]|\.json|<<|>>|đối chiếu|chương trình/
      #expect(texts.first?.filter { $0.contains(banned) } == [], "\(kind)")
      shown += "== \(kind)\n" + (texts.first ?? []).joined(separator: "\n") + "\n"
    }
    try expectText(
      shown, equals: Fixture.folderURL("papers").appending(path: "cap-tren.expected.txt"))
  }

  @Test(
    "the papers of one step alone",
    arguments: [
      (Stage.thamDinh, ["manifest.json", "phieu-bo-sung", "phieu-tham-dinh"]),
      (
        .trinh,
        [
          "bao-cao-so-ket", "manifest.json", "phieu-noi-dung-bang-khen", "to-trinh-bang-khen",
          "to-trinh-cap-tren", "to-trinh-giay-khen",
        ]
      ),
    ])
  func step(stage: Stage, folders: [String]) async throws {
    let folder = try Self.period()
    let result = try await Self.build(folder, at: stage)
    try #require(result.status == .done, "\(result.findings)")
    #expect(try Self.built(folder) == folders)
  }

  @Test("check at a step says what concerns it; outcomes belong to the appraisal")
  func check() throws {
    let folder = try Self.period()
    func codes(_ stage: Stage?) -> Set<String> {
      let period = folder.path + "/2026-hang-nam"
      return Set(
        Pipeline.check(period, at: stage, in: World()).findings.map(\.code.description))
    }
    #expect(codes(nil).isSuperset(of: ["RU028", "RU030", "RU031", "RU032", "CO065"]))
    #expect(codes(.thamDinh).isSuperset(of: ["RU030", "RU031", "RU032"]))
    #expect(codes(.thamDinh).isDisjoint(with: ["RU028", "CO065", "CO040"]))
    #expect(codes(.hoiDong).contains("RU028"))
    #expect(codes(.quyetDinh).contains("CO065"))
    for stage in [Stage.hoiDong, .trinh, .quyetDinh] {
      #expect(codes(stage).isDisjoint(with: ["RU030", "RU031", "RU032"]), "\(stage)")
    }
  }

  @Test("a contradiction is said at every step")
  func contradiction() throws {
    let folder = try Self.period()
    let url = URL(filePath: folder.path + "/2026-hang-nam/van-ban.json")
    let text = try String(contentsOf: url, encoding: .utf8)
    try Data(text.replacing(#""de_nghi": ["GK-01"]"#, with: #""de_nghi": ["GK-08"]"#).utf8)
      .write(to: url)
    for stage in Stage.allCases {
      let result = Pipeline.check(
        folder.path + "/2026-hang-nam", at: stage, in: World())
      #expect(result.findings.contains { $0.code == Code("RU024") }, "\(stage)")
      #expect(result.status == .data, "\(stage)")
    }
  }
}
