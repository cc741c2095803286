import Foundation
import Publishing
import TestSupport
import Testing

@Suite("What an earlier run made is taken over")
struct FormerWorkTests {
  let place: TemporaryFolder
  var target: String { place.path + "/ket-qua" }
  private let ledger = ".ket-qua.thidua-ledger"
  private let staging = ".ket-qua.thidua-staging"
  private let unchanged = "luon-nhu-cu/001-van-phong.docx"

  init() throws { place = try TemporaryFolder() }

  private func taken(_ edition: Int, program: String = "bản 1") throws -> [String] {
    try Build.edition(edition, program: program).runCounting(target).taken
  }

  /// What a run from nothing leaves.
  private func fresh(_ edition: Int) throws -> [String: String]? {
    let place = try TemporaryFolder()
    try Build.edition(edition).run(place.path + "/ket-qua")
    return place.snapshot("ket-qua")
  }

  /// Leaves what a run leaves that died with so many documents written; that real runs leave it so
  /// `Tests/Disturbance` shows.
  private func die(edition: Int, after documents: Int) throws {
    var build = Build.edition(edition, program: "bản 1")
    build.contents.removeLast(build.contents.count - documents)
    try build.run(place.path + "/khac/ket-qua")
    let files = FileManager.default
    try files.moveItem(atPath: place.path + "/khac/ket-qua", toPath: place.path + "/" + staging)
    try files.moveItem(
      atPath: place.path + "/khac/" + ledger, toPath: place.path + "/\(staging)/.thidua-ledger")
    try place.remove("khac")
    try place.put("{", at: staging + "/manifest.json")
    try place.put("dở", at: staging + "/ke-hoach-don-vi/phong/001-phong-tong-hop.docx")
  }

  @Test("from the published folder: only what is made of other inputs is made anew")
  func published() throws {
    #expect(try taken(1).isEmpty)
    #expect(try taken(1).count == 4)
    #expect(try taken(2) == [unchanged])
    #expect(try taken(1) == [unchanged])
    #expect(place.snapshot("ket-qua") == (try fresh(1)))
    #expect(place.names == [ledger, "ket-qua"])
  }

  @Test("from what a dead run had staged, and the bytes are those of a run from nothing")
  func staged() throws {
    try Build.edition(1).run(target)
    try die(edition: 2, after: 2)
    #expect(place.names.contains(staging))
    #expect(try taken(2).count == 2)
    #expect(place.snapshot("ket-qua") == (try fresh(2)))
  }

  @Test("under another path, since lists move")
  func moved() throws {
    try Build.edition(1, program: "bản 1").run(target)
    var build = Build(contents: [("x/002.docx", "kế hoạch 1"), ("x/003.docx", "kế hoạch odt 1")])
    build.program = "bản 1"
    #expect(try build.runCounting(target).taken == ["x/002.docx", "x/003.docx"])
    #expect(
      place.snapshot("ket-qua")?.keys.sorted() == ["manifest.json", "x/002.docx", "x/003.docx"])
  }

  @Test("as a copy: what a person then edits in place changes no other folder")
  func copied() throws {
    try Build.edition(1, program: "bản 1").run(target)
    let files = FileManager.default
    func node() throws -> Int? {
      try files.attributesOfItem(atPath: target + "/" + unchanged)[.systemFileNumber] as? Int
    }
    let before = try node()
    #expect(try taken(2) == [unchanged])
    #expect(try node() != before)
  }

  @Test("but not when another program made it")
  func otherProgram() throws {
    try Build.edition(1, program: "bản 1").run(target)
    #expect(try taken(1, program: "bản 2").isEmpty)
    #expect(try taken(1, program: "bản 2").count == 4)
  }

  @Test("but not when a person has edited it, which is kept")
  func edited() throws {
    try Build.edition(1, program: "bản 1").run(target)
    try place.put("nhƯ cũ", at: "ket-qua/\(unchanged)")
    let run = try Build.edition(1, program: "bản 1").runCounting(target)
    #expect(run.taken.count == 3 && run.warnings.count == 1)
    #expect(place.text("ket-qua/\(unchanged)") == "như cũ")
    #expect(place.text("ket-qua/da-sua-tay/\(unchanged)") == "nhƯ cũ")
  }

  @Test(
    "but not from a staged file that is not what the ledger says",
    arguments: ["kế hoạch 9", "kế", ""])
  func damaged(text: String) throws {
    try die(edition: 1, after: 2)
    try place.put(text, at: "\(staging)/ke-hoach/001-van-phong.docx")
    #expect(try taken(1) == ["ke-hoach/001-van-phong.odt"])
    #expect(place.snapshot("ket-qua") == (try fresh(1)))
  }

  @Test("though the ledger's last line is torn, or others make no sense")
  func torn() throws {
    try Build.edition(1, program: "bản 1").run(target)
    let text = try #require(place.text(ledger))
    let lines = text.split(separator: "\n")
    try place.put(
      "\(lines[0])\nxyz\n\(lines[1])\n\u{0}\u{0}\n\(lines[2])\n\(lines[3].dropLast(3))", at: ledger)
    #expect(try taken(1).count == 2)
    #expect(place.snapshot("ket-qua") == (try fresh(1)))
    #expect(place.text(ledger) == text)
  }

  @Test("and nothing else that lies in the staging folder is, nor written through a link there")
  func foreignStaged() throws {
    try die(edition: 1, after: 1)
    try place.put("giữ", at: "ngoai/giu.txt")
    try place.put("lạ", at: "\(staging)/la/x.docx")
    try place.link("\(staging)/luon-nhu-cu", to: place.path + "/ngoai")
    #expect(try taken(1).count == 1)
    #expect(place.snapshot("ket-qua") == (try fresh(1)))
    #expect(place.snapshot("ngoai") == ["giu.txt": "giữ"])
    #expect(place.names == [ledger, "ket-qua", "ngoai"])
  }

  @Test("the program is known by what it runs, twice the same")
  func identity() throws {
    let identity = try #require(ProgramIdentity.current)
    #expect(identity.count == 64)
  }
}
