import Diagnostics
import Foundation
import Pipeline
import Synchronization
import TestSupport
import Testing

@Suite("Building again")
struct RebuildTests {
  /// How many documents the last words of a run say were taken over.
  private func taken(_ result: RunResult) -> Int {
    result.tail.firstMatch(of: /trong đó (\d+) văn bản không đổi/).flatMap { Int($0.1) } ?? 0
  }

  private func documents(_ output: [String: String]?) -> Set<String> {
    Set((output ?? [:]).keys.filter { $0.hasSuffix(".docx") || $0.hasSuffix(".odt") })
  }

  @Test("over an unchanged period makes nothing anew, and leaves the same bytes")
  func unchanged() async throws {
    let review = try Sample("2026-hang-nam")
    #expect(taken(await review.build()) == 0)
    let first = try #require(review.output)
    let again = await review.build(workers: 3)
    #expect(again.status == .done)
    #expect(taken(again) == documents(first).count)
    #expect(review.output == first)
  }

  @Test("after one nominee changed makes only the papers anew that speak of her")
  func oneNominee() async throws {
    let review = try Sample("2026-hang-nam")
    _ = await review.build()
    let before = try #require(review.output)
    let path = "chung/nhan-su.json"
    let people = try #require(review.folder.text(path))
    let name = try #require(people.firstMatch(of: /"ho_ten": "([^"]+)"/)?.1)
    try review.folder.put(people.replacing(name, with: name + " Sửa", maxReplacements: 1), at: path)
    let result = await review.build()
    #expect(result.status == .done, "\(result.findings.filter { $0.severity == .error })")
    let after = try #require(review.output)

    let fresh = try Sample("2026-hang-nam")
    try fresh.folder.put(try #require(review.folder.text(path)), at: path)
    _ = await fresh.build()
    #expect(try #require(fresh.output) == after, "as if it were built from nothing")

    let changed = documents(after).filter { before[$0] != after[$0] }
    #expect(!changed.isEmpty && changed.count < documents(after).count / 2)
    #expect(taken(result) == documents(after).count - changed.count)
  }

  @Test("with another template makes the papers anew that are made from it")
  func template() async throws {
    let launch = try Sample()
    try launch.folder.lay(Fixture.projectURL.appending(path: "Templates"), at: "mau")
    func build() async -> RunResult {
      await launch.build { $0.templates = launch.folder.path + "/mau" }
    }
    _ = await build()
    // A paper about which something is to be said is made anew each time, to say it again.
    let clean = taken(await build())
    let odt = Fixture.projectURL.appending(path: "Templates/ke-hoach-don-vi.odt")
    var bytes = try Data(contentsOf: odt)
    // The last two bytes of a ZIP are the length of its comment: the same template, another file.
    bytes[bytes.count - 2] = 1
    bytes.append(0x20)
    try bytes.write(to: URL(fileURLWithPath: launch.folder.path + "/mau/ke-hoach-don-vi.odt"))
    let result = await build()
    let made = documents(launch.output)
      .filter { $0.hasPrefix("ke-hoach-don-vi/") && $0.hasSuffix(".odt") }
    #expect(result.status == .done, "\(result.findings)")
    #expect(made.count >= 4 && taken(result) == clean - made.count)
  }

  @Test("with another program makes everything anew")
  func program() async throws {
    let launch = try Sample()
    var world = World()
    world.program = "một bản"
    #expect(taken(await Pipeline.build(launch.request, in: world)) == 0)
    #expect(taken(await Pipeline.build(launch.request, in: world)) > 0)
    world.program = "bản khác"
    #expect(taken(await Pipeline.build(launch.request, in: world)) == 0)
    world.program = nil
    #expect(taken(await Pipeline.build(launch.request, in: world)) == 0)
  }

  @Test("tells how far it has come, document by document, and when it can no longer be stopped")
  func progress() async throws {
    let launch = try Sample()
    let told = Mutex<[BuildProgress]>([])
    let commits = Mutex(0)
    var world = World(workers: 2)
    world.report = { progress in told.withLock { $0.append(progress) } }
    let target = launch.folder.path + "/output/2026-phat-dong"
    world.commit = {
      #expect(!FileManager.default.fileExists(atPath: target))
      commits.withLock { $0 += 1 }
    }
    _ = await Pipeline.build(launch.request, in: world)
    let count = documents(launch.output).count
    #expect(told.withLock { $0.map(\.done) } == Array(1...count))
    #expect(told.withLock { $0.allSatisfy { $0.total == count } })
    #expect(commits.withLock(\.self) == 1)
  }
}
