import Foundation
import TestSupport
import Testing

@Suite("The program in a shell")
struct ProcessTests {
  @Test(
    "what is asked for and the status it ends with",
    arguments: [
      (["check", "Samples/2026-phat-dong"], 0), (["check", "khong-co"], 66),
      (["check", "Samples/2026-phat-dong", "--stage", "trinh"], 65), (["lint", "x.docx"], 66),
      (["check", "Samples/2026-hang-nam", "--stage", "trinh"], 0),
      (["check", "Samples/2026-hang-nam", "--stage", "xet"], 64),
      (["build", "Samples/2026-hang-nam", "--stage", "Trình"], 64),
      (["lint", "Package.swift"], 65), (["lint", "x.docx", "--comment-date", "2026-02-30"], 64),
      (["lint", "x.docx", "--kind", "y"], 64), (["lint", "x.docx", "--state", "y"], 64),
      (["merge-print", "x.docx", "--records", "y"], 64),
      (["merge-print", "x.docx", "--records", "y", "--output", "z"], 66), (["xyz"], 64),
      (["check"], 64),
      (["build", "Samples/2026-phat-dong", "--formats", "pdf,xls"], 64),
      (["build", "Samples/2026-phat-dong", "--formats", "xls"], 64),
      (["build", "Samples/2026-phat-dong", "--only", "thu-moi"], 64),
      (["render", "Templates/ke-hoach.docx", "--records", "x", "--output", "y"], 66),
      (["render", "Templates/ke-hoach.docx", "--output", "y"], 64),
      (
        ["render", "Templates/ke-hoach.docx", "--data", "x", "--records", "y", "--output", "z"], 64
      ),
      (["render", "Templates/ke-hoach.docx", "--data", "x", "--name", "y", "--output", "z"], 64),
      (["render", "Templates/ke-hoach.docx", "--data", "x", "--jobs", "2", "--output", "z"], 64),
      (
        [
          "render", "khong-co.docx", "--data", "Samples/chung/co-quan.json", "--output",
          "/tmp/x.docx",
        ], 66
      ),
      (
        [
          "render", "Templates/ke-hoach.docx", "--data", "Samples/chung/co-quan.json", "--output",
          "/tmp/x.docx",
        ], 65
      ),
      (["inspect", "Templates/ke-hoach.odt"], 0), (["inspect", "Package.swift"], 65),
      (["inspect", "Templates/ke-hoach.odt", "--annotate", "x"], 64),
      (["inspect", "Templates/ke-hoach.odt", "--annotate", "Templates/./ke-hoach.odt"], 64),
      (["verify", "khong-co"], 66), (["verify", "Samples"], 65), (["explain", "IN002"], 0),
      (["explain", "--all"], 0), (["explain", "IN9"], 64), (["--help"], 0), (["--version"], 0),
    ] as [([String], Int32)])
  func status(arguments: [String], expected: Int32) throws {
    #expect(try Program.run(arguments: arguments).status == expected)
  }

  @Test("text goes to standard error; a machine's result alone to standard output")
  func streams() throws {
    let text = try Program.run("check", "khong-co")
    #expect(text.output.isEmpty && text.error.contains("lỗi[PL001]"))
    let json = try Program.run("check", "khong-co", "--format", "json")
    #expect(json.error.isEmpty)
    #expect(json.output.hasPrefix("{\"code\":\"PL001\",\"severity\":\"error\",\"message\":"))
    let inspected = try Program.run("inspect", "Templates/ke-hoach.docx")
    #expect(inspected.output.hasPrefix("{") && inspected.error.contains("<<trích yếu>>"))
  }

  @Test("one record through one template, and nothing where it fails")
  func render() throws {
    let folder = try TemporaryFolder()
    let data = "Tests/PipelineTests/Fixtures/plans/deep.json"
    let good = try Program.run(
      "render", "Templates/ke-hoach.odt", "--data", data, "--output", folder.path + "/a.odt")
    #expect(good.status == 0, "\(good.error)")
    let wrong = try Program.run(
      "render", "Templates/ke-hoach.odt", "--data", data, "--output", folder.path + "/b.docx")
    #expect(wrong.status == 64)
    let blank = try Program.run(
      "render", "Templates/ke-hoach.odt", "--data", "Samples/chung/co-quan.json", "--output",
      folder.path + "/c.odt", "--missing", "blank")
    #expect(blank.status == 0, "\(blank.error)")
    #expect(folder.names == ["a.odt", "c.odt"])
  }

  @Test("many records through one template, named by a pattern, into a folder that verifies")
  func records() throws {
    let folder = try TemporaryFolder()
    let sample = "Tests/CompositionTests/Fixtures/data/giay-khen-ca-nhan.expected.json"
    let data = try String(
      contentsOf: Fixture.projectURL.appending(path: sample), encoding: .utf8
    ).replacing("\n", with: " ")
    try folder.put("\(data)\n\(data)\n", at: "r.jsonl")
    func render(_ more: String...) throws -> Program.Run {
      try Program.run(
        arguments: [
          "render", "Templates/giay-khen.docx", "--records", folder.path + "/r.jsonl", "--output",
          folder.path + "/ra",
        ] + more)
    }
    let clash = try render("--name", "<<tên.chữ>>", "--jobs", "2")
    #expect(clash.status == 65 && clash.error.contains("lỗi[PL017]"), "\(clash.error)")
    #expect(folder.names == ["r.jsonl"])
    let good = try render("--name", "<<vòng.stt | hai chữ số>>", "--jobs", "2")
    #expect(good.status == 0, "\(good.error)")
    #expect(folder.snapshot("ra")?.keys.sorted() == ["01.docx", "02.docx", "manifest.json"])
    #expect(try Program.run("verify", folder.path + "/ra").status == 0)
  }
}
