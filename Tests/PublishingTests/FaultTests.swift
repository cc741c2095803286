import Foundation
import Publishing
import TestSupport
import Testing

/// A run that is disturbed at its n-th file operation, for every n.
@Suite("Whatever fails, the folder is wholly old or wholly new")
struct FaultTests {
  /// A folder of the first edition in which a person has been at work.
  private func oldFolder(_ program: String?) throws -> TemporaryFolder {
    let place = try TemporaryFolder(inMemory: true)
    let target = place.path + "/ket-qua"
    try Build.edition(1, program: program).run(target)
    try place.put("sửa trước", at: "ket-qua/ke-hoach/001-van-phong.docx")
    try Build.edition(1, program: program).run(target)
    try place.put("sửa sau", at: "ket-qua/ke-hoach/001-van-phong.docx")
    try place.put("ghi chú", at: "ket-qua/ghi-chu.txt")
    return place
  }

  private func emptyFolder(_ program: String?) throws -> TemporaryFolder {
    try TemporaryFolder(inMemory: true)
  }

  /// Runs the second edition with a fault at each operation in turn until none is reached.
  private func disturb(
    _ make: (String?) throws -> TemporaryFolder, _ fault: (Int) -> FaultyFiles.Fault,
    _ situation: Situation,
    check: (TemporaryFolder, _ failed: Bool, _ old: [String: String]?, _ new: [String: String])
      throws
      -> Void
  ) throws {
    let program = situation.program
    let whole = try make(program)
    try Build.edition(2).run(whole.path + "/ket-qua")
    let new = try #require(whole.snapshot("ket-qua"))
    for number in 1... {
      let place = try make(program)
      let target = place.path + "/ket-qua"
      let old = place.snapshot("ket-qua")
      let files = FaultyFiles(fault(number), lacking: situation.lack)
      var failed = false
      do { try Build.edition(2, program: program).run(target, files: files) } catch {
        failed = true
      }
      guard files.calls >= number else {
        #expect(!failed)
        #expect(number > 15, "the run must have been disturbed often")
        return
      }
      try check(place, failed, old, new)

      try Build.edition(2, program: program).run(target)
      #expect(
        place.names == (program == nil ? [] : [Self.ledger]) + ["ket-qua"],
        "operation \(number): the next run tidies up")
      let next = place.snapshot("ket-qua")
      #expect(next == new, "operation \(number): the next run succeeds")
    }
  }

  /// The ledger beside the target, which stays.
  private static let ledger = ".ket-qua.thidua-ledger"

  /// On what kind of disk, and whether a ledger is kept.
  struct Situation: Hashable {
    let lack: FaultyFiles.Lack
    let program: String?

    static let all =
      FaultyFiles.Lack.allCases.map { Situation(lack: $0, program: nil) }
      + [.nothing, .exchange].map { Situation(lack: $0, program: "bản 1") }
  }

  @Test("one operation fails, as on a full disk", arguments: Situation.all, [true, false])
  func failure(situation: Situation, isFirst: Bool) throws {
    try disturb(isFirst ? emptyFolder : oldFolder, { .failure(at: $0) }, situation) {
      place, failed, old, new in
      #expect(place.snapshot("ket-qua") == (failed ? old : new))
      if failed {
        let beside = place.names.filter { old == nil || $0 != Self.ledger }
        #expect(beside == (old == nil ? [] : ["ket-qua"]), "nothing is left beside")
      }
    }
  }

  @Test("the process dies", arguments: Situation.all, [true, false])
  func death(situation: Situation, isFirst: Bool) throws {
    try disturb(isFirst ? emptyFolder : oldFolder, { .death(at: $0) }, situation) {
      place, failed, old, new in
      let seen = place.snapshot("ket-qua")
      if seen == nil, old != nil {
        #expect(situation.lack == .exchange && place.names.contains(".ket-qua.thidua-journal"))
        _ = try StagingFolder(target: place.path + "/ket-qua")  // The next run begins, and stops.
        #expect(place.snapshot("ket-qua") == old)
      } else {
        #expect(seen == new || (failed && seen == old))
      }
    }
  }

  @Test("between two renames: what a person then put in the place is not lost either")
  func placedBetween() throws {
    let place = try TemporaryFolder()
    let target = place.path + "/ket-qua"
    try place.put("cũ", at: ".ket-qua.thidua-old/da-sua-tay/a.docx")
    try place.put("", at: ".ket-qua.thidua-journal")
    try place.put("của tôi", at: "ket-qua/x.txt")
    #expect(throws: PublishingFailure.notOurs(path: target)) { try Build.edition(1).run(target) }
    #expect(place.text(".ket-qua.thidua-old/da-sua-tay/a.docx") == "cũ")
    #expect(place.text("ket-qua/x.txt") == "của tôi")
  }

  @Test("a file replaced in one step")
  func singleFile() throws {
    for number in 1... {
      let place = try TemporaryFolder()
      try place.put("cũ", at: "a.docx")
      let files = FaultyFiles(.failure(at: number))
      var failed = false
      do {
        try FilePublisher.write(Array("mới".utf8), to: place.path + "/a.docx", files: files)
      } catch { failed = true }
      #expect(place.text("a.docx") == (failed ? "cũ" : "mới"))
      #expect(place.names == ["a.docx"])
      if files.calls < number { return }
    }
  }
}
