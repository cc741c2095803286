import Diagnostics
import Foundation
import Pipeline
import TestSupport
import Testing

/// A yearly review that `Benchmarks/make_period.py` made, in a folder of the test's own.
private struct GeneratedPeriod {
  let folder: TemporaryFolder
  /// The outcomes that the generator meant, in the words of the program.
  let meant: String

  init(nominations: Int, seed: Int = 2026) throws {
    folder = try TemporaryFolder(inMemory: true)
    let script = Fixture.projectURL.appending(path: "Benchmarks/make_period.py").path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // Without -B Python would leave compiled files beside the script.
    process.arguments = [
      "python3", "-B", script, folder.path, "--nominations", "\(nominations)", "--seed", "\(seed)",
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    meant = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  var path: String { folder.path + "/2026-hang-nam" }

  /// Builds with so many workers, and gives the files of the result with their bytes.
  func build(workers: Int) async throws -> [String: Data] {
    var request = BuildRequest(period: path)
    request.output = folder.path + "/output-\(workers)"
    request.templates = Fixture.projectURL.appending(path: "Templates").path
    let result = await Pipeline.build(request, in: World(workers: workers))
    try #require(result.status == .done, "\(result.findings.filter { $0.severity == .error })")
    return try files(in: request.output + "/2026-hang-nam")
  }

  private func files(in root: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
      // Nil is a folder.
      files[name] = FileManager.default.contents(atPath: root + "/" + name)
    }
    return files
  }
}

@Suite("A generated yearly review")
struct GeneratedPeriodTests {
  @Test("is the same whenever it is made, and another with another seed")
  func sameBytes() throws {
    let inputs = try [2026, 2026, 7].map { seed in
      let period = try GeneratedPeriod(nominations: 60, seed: seed)
      return try #require(period.folder.snapshot("."))
    }
    #expect(inputs[0].count >= 16)
    #expect(inputs[0] == inputs[1])
    #expect(inputs[0] != inputs[2])
  }

  @Test("has no error, and the outcomes that were meant", arguments: [20, 200])
  func clean(nominations: Int) throws {
    let period = try GeneratedPeriod(nominations: nominations)
    let result = Pipeline.check(period.path, in: World())
    #expect(result.status == .done)
    #expect(!result.findings.hasErrors, "\(result.findings.filter { $0.severity == .error })")
    #expect(result.tail.hasPrefix(period.meant + "; "), "\(result.tail); meant \(period.meant)")
    // Every outcome is there, or the period would be no test of the rules.
    #expect(!period.meant.contains(/\b0 đề nghị/))
  }

  @Test("gives the same bytes with 1, 2 and 5 workers")
  func sameWithAnyWorkers() async throws {
    let period = try GeneratedPeriod(nominations: 120)
    let one = try await period.build(workers: 1)
    let documents = one.keys.filter { $0.hasSuffix(".docx") || $0.hasSuffix(".odt") }
    #expect(documents.count >= 200)
    for workers in [2, 5] {
      let several = try await period.build(workers: workers)
      #expect(several.keys.sorted() == one.keys.sorted())
      for (name, bytes) in one where several[name] != bytes {
        Issue.record("\(name) differs with \(workers) workers")
      }
    }
  }
}
