import Diagnostics
import Foundation
import TestSupport
import Templating
import Testing

@testable import Pipeline

/// A template and a file of records in a folder of their own.
struct Records {
  let folder: TemporaryFolder
  let format: DocumentFormat
  var request: RecordsRequest

  init(
    _ lines: String, template: [String] = ["Gửi <<họ tên>>"], _ format: DocumentFormat = .odt
  ) throws {
    folder = try TemporaryFolder()
    self.format = format
    let path = folder.path + "/thu.\(format.rawValue)"
    try Data(try MiniTemplate.bytes(template, format)).write(to: URL(fileURLWithPath: path))
    try folder.put(lines, at: "ban-ghi.jsonl")
    request = RecordsRequest(
      template: path, records: folder.path + "/ban-ghi.jsonl", output: folder.path + "/ra")
  }

  func render(
    workers: Int = 1, _ change: (inout RecordsRequest) -> Void = { _ in }
  ) async -> RunResult {
    var request = request
    change(&request)
    return await Pipeline.render(request, in: World(workers: workers))
  }

  /// The names in the published folder but the manifest's; nil while there is no folder.
  var files: [String]? {
    folder.snapshot("ra")?.keys.filter { $0 != "manifest.json" }.sorted()
  }

  /// What the document of a name shows.
  func text(_ name: String) throws -> [String] {
    let url = URL(fileURLWithPath: folder.path + "/ra/\(name).\(format.rawValue)")
    return try visibleParagraphs([UInt8](try Data(contentsOf: url)))
  }
}

@Suite("One template and many records")
struct RecordsTests {
  @Test(
    "a file each, named by its number; blank lines are none", arguments: DocumentFormat.allCases)
  func whole(format: DocumentFormat) async throws {
    let records = try Records(
      "{\"ho_ten\": \"Lò Xuân\"}\r\n\n  \t\n{\"ho_ten\": \"Cầm Dũng\"}", format)
    let result = await records.render()
    #expect(result.status == .done, "\(result.findings)")
    #expect(records.files == ["000000", "000001"].map { "\($0).\(format.rawValue)" })
    #expect(try records.text("000000") == ["Gửi Lò Xuân"])
    #expect(try records.text("000001") == ["Gửi Cầm Dũng"])
    let verified = Pipeline.verify(records.folder.path + "/ra", in: World())
    #expect(verified.findings.isEmpty, "\(verified.findings)")
  }

  @Test("the same bytes with any number of workers, from any folder", arguments: [2, 5])
  func reproducible(workers: Int) async throws {
    let lines = (0..<60).map { "{\"họ tên\": \"Người \($0)\"}" }.joined(separator: "\n")
    let (one, many) = (try Records(lines), try Records(lines))
    _ = await one.render()
    _ = await many.render(workers: workers)
    #expect(one.files?.count == 60)
    #expect(one.folder.snapshot("ra") == many.folder.snapshot("ra"))
  }

  @Test("the faults of all records in one report, and nothing published", arguments: [1, 3])
  func faults(workers: Int) async throws {
    let records = try Records(
      """
      {"ho_ten": "Lò Xuân"}
      {"ten": "thiếu tên"}

      {"ho_ten": "thiếu ngoặc"
      {"ho_ten": null}
      {"ten": "cũng thiếu"}
      {"ho_ten" "thiếu hai chấm"}
      {"ho_ten": "Cầm Dũng"}
      """)
    let result = await records.render(workers: workers)
    #expect(result.status == .data && records.files == nil)
    let told = result.findings.map { "\($0.code) \($0.place.span?.line ?? 0)" }
    #expect(told == ["TE030 2", "JS010 4", "TE031 5", "JS009 7"])
    #expect(result.findings[0].message.hasSuffix("; 2 bản ghi như vậy, ở dòng 2, 6"))
    #expect(result.findings[0].place.file == records.request.records)
    #expect(result.findings[1].message.contains("mở ở dòng 4"))
  }

  @Test("no more faults than a person reads, and how many more there are")
  func manyFaults() async throws {
    let lines = (0..<8).map { "{\"ho_ten\" \($0)}" }.joined(separator: "\n")
    let records = try Records(lines + "\n{\"ten\": 1}")
    let result = await records.render { $0.limits.findings = 3 }
    #expect(result.findings.map(\.code.description) == ["JS009", "JS009", "JS009", "PL013"])
    #expect(result.findings.last?.message.contains("còn 6 lỗi nữa") == true)
    #expect(result.status == .data)
  }

  @Test("a fault of many records names ten of them")
  func manyLines() async throws {
    let records = try Records(String(repeating: "{}\n", count: 13))
    let result = await records.render()
    #expect(result.findings.count == 1)
    #expect(
      result.findings.first?.message.hasSuffix(
        "; 13 bản ghi như vậy, ở dòng 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 và 3 dòng nữa") == true)
  }

  @Test("a blank is left where a name is missing, if that is asked for")
  func blank() async throws {
    let records = try Records("{}\n{\"ho_ten\": null}")
    #expect(await records.render { $0.missing = .blank }.status == .done)
    #expect(try records.text("000001") == ["Gửi"])
  }

  @Test("tags between signs of one's own, in the template and in the name")
  func delimiters() async throws {
    let records = try Records("{\"ten\": \"A\"}", template: ["<<chữ>> [[ten]]"])
    let result = await records.render {
      $0.delimiters = [Delimiters(open: "[[", close: "]]")]
      $0.name = "[[ten]]<<x"
    }
    #expect(result.status == .done, "\(result.findings)")
    #expect(records.files == ["A--x.odt"])
    #expect(try records.text("A--x") == ["<<chữ>> A"])
  }

  private static let hostileFiles: [(String, [String])] = [
    ("", ["PL014"]), ("\n \r\n", ["PL014"]),
    (String(repeating: "x", count: 2000) + "\n{}\n{", ["PL015", "JS010"]),
    ("{}\n{}\n{}\n{}\n{", ["PL016"]), (String(repeating: "[", count: 900) + "1", ["JS024"]),
    ("[1,1,1,1,1,1,1,1,1,1,1,1]", ["JS024"]), ("\u{0}\n", ["JS005"]),
    ("\n[\n  {\"a\": 1},\n", ["PL019"]), ("{ \r\n\"a\": 1\n}", ["PL019"]), ("{}\n{\n", ["JS010"]),
  ]

  @Test("hostile or foolish files", arguments: hostileFiles)
  func hostile(lines: String, codes: [String]) async throws {
    let records = try Records(lines, template: ["chữ"])
    let result = await records.render {
      $0.limits.lineBytes = 1000
      $0.limits.records = 3
      $0.limits.values = 10
    }
    #expect(result.findings.map(\.code.description) == codes, "\(result.findings)")
    #expect(result.status == .data && records.files == nil)
  }

  @Test("no file of records, or a folder in its place")
  func missing() async throws {
    let records = try Records("{}")
    for path in ["khong-co.jsonl", "."] {
      let result = await records.render { $0.records = records.folder.path + "/" + path }
      #expect(result.status == .missingInput, "\(result.findings)")
    }
    #expect(records.folder.names == ["ban-ghi.jsonl", "thu.odt"])
  }
}

@Suite("The folder of many records")
struct RecordsFolderTests {
  @Test("stands as it was after a fault, is replaced when ours, and keeps what was edited")
  func replaced() async throws {
    let records = try Records("{\"ho_ten\": \"A\"}\n{\"ho_ten\": \"B\"}")
    _ = await records.render()
    let before = records.folder.snapshot("ra")
    try records.folder.put("{}", at: "ban-ghi.jsonl")
    #expect(await records.render().status == .data)
    #expect(records.folder.snapshot("ra") == before)
    try records.folder.put("sửa tay", at: "ra/000001.odt")
    try records.folder.put("{\"ho_ten\": \"C\"}", at: "ban-ghi.jsonl")
    let result = await records.render()
    #expect(result.findings.map(\.code.description) == ["PB009"])
    #expect(records.files == ["000000.odt", "da-sua-tay/000001.odt"])
    #expect(records.folder.text("ra/da-sua-tay/000001.odt") == "sửa tay")
  }

  @Test("is not replaced when somebody else filled it, unless that is asked for")
  func foreign() async throws {
    let records = try Records("{\"ho_ten\": \"A\"}")
    try records.folder.put("của tôi", at: "ra/ghi-chu.txt")
    #expect(await records.render().status == .cannotCreate)
    #expect(records.folder.snapshot("ra") == ["ghi-chu.txt": "của tôi"])
    #expect(await records.render { $0.force = true }.status == .done)
    #expect(records.files == ["000000.odt", "da-sua-tay/ghi-chu.txt"])
  }
}
