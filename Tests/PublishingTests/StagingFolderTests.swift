import Foundation
import Publishing
import TestSupport
import Testing

@Suite("A folder takes its target's place")
struct StagingFolderTests {
  let place: TemporaryFolder
  var target: String { place.path + "/ket-qua" }

  init() throws { place = try TemporaryFolder() }

  @Test("the first time, with the folders above it")
  func first() throws {
    let warnings = try Build.edition(1).run(place.path + "/a/b/ket-qua")
    #expect(warnings.isEmpty)
    #expect(place.text("a/b/ket-qua/ke-hoach/001-van-phong.docx") == "kế hoạch 1")
    #expect(place.text("a/b/ket-qua/manifest.json") != nil)
    #expect(try TemporaryFolder.namesOf(place.path + "/a/b") == ["ket-qua"])
  }

  @Test("again: no old file stays, nothing stands beside it")
  func again() throws {
    try Build.edition(1).run(target)
    let warnings = try Build(contents: [("ke-hoach/001-van-phong.docx", "kế hoạch 2")]).run(target)
    #expect(warnings.isEmpty)
    #expect(
      place.snapshot("ket-qua")?.keys.sorted() == ["ke-hoach/001-van-phong.docx", "manifest.json"])
    #expect(place.names == ["ket-qua"])
  }

  @Test("twice from the same input: equal bytes")
  func reproducible() throws {
    try Build.edition(1).run(target)
    let first = place.snapshot("ket-qua")
    try Build.edition(1).run(target)
    #expect(place.snapshot("ket-qua") == first)
  }

  @Test("an empty folder counts as nothing")
  func emptyTarget() throws {
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    try Build.edition(1).run(target)
    #expect(place.text("ket-qua/manifest.json") != nil)
  }

  @Test("somebody else's folder is refused before any work, and untouched")
  func foreign() throws {
    try place.put("của tôi", at: "ket-qua/ghi-chep.txt")
    try place.put(#"{"generator":{"name":"khác"}}"#, at: "ket-qua/manifest.json")
    let before = place.snapshot("ket-qua")
    #expect(throws: PublishingFailure.notOurs(path: target)) { try Build.edition(1).run(target) }
    #expect(place.snapshot("ket-qua") == before)
    #expect(place.names == ["ket-qua"])
  }

  @Test("somebody else's folder is replaced by force, and its files are kept")
  func forced() throws {
    try place.put("của tôi", at: "ket-qua/sub/ghi-chep.txt")
    try place.put("{", at: "ket-qua/manifest.json")
    var build = Build.edition(1)
    build.replacing = .anyFolder
    #expect(
      try build.run(target) == ["2 tệp có sẵn trong “\(target)” được giữ ở “da-sua-tay”"])
    #expect(place.text("ket-qua/da-sua-tay/sub/ghi-chep.txt") == "của tôi")
    #expect(place.text("ket-qua/da-sua-tay/manifest.json") == "{")
    #expect(place.text("ket-qua/ke-hoach/001-van-phong.docx") == "kế hoạch 1")
  }

  @Test(
    "a file or a link in the target's place is refused, even by force", arguments: [true, false])
  func notAFolder(isLink: Bool) throws {
    try place.put("x", at: "noi-khac/x")
    if isLink {
      try place.link("ket-qua", to: "noi-khac")
    } else {
      try place.put("x", at: "ket-qua")
    }
    var build = Build.edition(1)
    build.replacing = .anyFolder
    #expect(throws: PublishingFailure.notAFolder(path: target)) { try build.run(target) }
    #expect(place.names == ["ket-qua", "noi-khac"])
  }

  @Test("a staging folder of a dead run is cleared, and no link in it is followed")
  func staleStaging() throws {
    try place.put("giữ", at: "ngoai/giu.txt")
    try place.put("dở", at: ".ket-qua.thidua-staging/sub/do.docx")
    try place.link(".ket-qua.thidua-staging/lien-ket", to: "../ngoai")
    try Build.edition(1).run(target)
    #expect(place.names == ["ket-qua", "ngoai"])
    #expect(place.text("ngoai/giu.txt") == "giữ")
    #expect(place.text("ket-qua/sub/do.docx") == nil)
  }

  @Test("a forgotten publish discards what was written")
  func forgotten() throws {
    try Build.edition(1).run(target)
    let before = place.snapshot("ket-qua")
    do {
      var staging = try StagingFolder(target: target)
      _ = try staging.write([1, 2, 3], to: "a/b.docx")
      #expect(place.names.count == 3)  // The lock and the staging folder stand beside the target.
    }
    #expect(place.snapshot("ket-qua") == before)
    #expect(place.names == ["ket-qua"])
  }

  @Test("a second run at the same time is told to come back")
  func locked() throws {
    let first = try StagingFolder(target: target)
    #expect(throws: PublishingFailure.inUse(path: target)) { try Build.edition(2).run(target) }
    _ = try first.publish(Manifest(period: "p", generator: .thidua("1")))
    try Build.edition(2).run(target)
    #expect(place.names == ["ket-qua"])
  }

  @Test("a child that is not yet another program does not hold the lock of a run that has ended")
  func lockOfAChild() throws {
    let files = SystemFiles()
    let path = place.path + "/khoa"
    let held = try #require(try files.lock(path))
    // Between fork and exec a child has such a second descriptor of the same open file.
    let inherited = dup(held)
    defer { close(inherited) }
    let waiting = open(path, O_RDWR | O_CLOEXEC)
    defer { close(waiting) }
    #expect(flock(waiting, LOCK_EX | LOCK_NB) != 0)
    files.unlock(path, descriptor: held)
    #expect(flock(waiting, LOCK_EX | LOCK_NB) == 0)
  }

  @Test(
    "a path that leads out, or belongs to the room, is refused",
    arguments: [
      "../x", "/etc/x", "a/../b", "a//b", "", ".", "a/", "manifest.json", "da-sua-tay/x", "a\nb",
      String(repeating: "a", count: 256),
    ])
  func unsafePath(path: String) throws {
    var staging = try StagingFolder(target: target)
    #expect(throws: PublishingFailure.unsafePath(path)) { _ = try staging.write([], to: path) }
    #expect(place.names.contains("x") == false)
  }

  @Test("a path written twice is refused, and the first stays")
  func writtenTwice() throws {
    var staging = try StagingFolder(target: target)
    _ = try staging.write([1], to: "a.docx")
    #expect(throws: PublishingFailure.unsafePath("a.docx")) {
      _ = try staging.write([2], to: "a.docx")
    }
  }

  @Test("a manifest that does not say what was written is not published")
  func disagreement() throws {
    func publish(_ documents: (WrittenFile) -> [WrittenFile]) throws {
      var staging = try StagingFolder(target: target)
      let file = try staging.write([1], to: "a.docx")
      _ = try staging.publish(
        Manifest(
          period: "p", generator: .thidua("1"),
          documents: documents(file).map {
            Manifest.Document(id: "a", kind: "k", format: "docx", file: $0, state: .draft)
          }))
    }
    let failure = PublishingFailure.manifestDisagrees(path: "a.docx")
    #expect(throws: failure) { try publish { _ in [] } }
    #expect(throws: failure) { try publish { [$0, $0] } }
    let other = SHA256Sum(of: [2])
    #expect(throws: failure) {
      try publish { [WrittenFile(path: $0.path, sha256: other, bytes: 1)] }
    }
    #expect(throws: PublishingFailure.manifestDisagrees(path: "b.docx")) {
      try publish { [$0, WrittenFile(path: "b.docx", sha256: other, bytes: 1)] }
    }
    #expect(place.names.isEmpty)
  }

  @Test("a manifest may list the files in another order than they were written in")
  func otherOrder() throws {
    var staging = try StagingFolder(target: target)
    var manifest = Manifest(period: "p", generator: .thidua("1"))
    for path in ["a/1.json", "2.json", "b/3.json"] {
      manifest.files.insert(try staging.write(Array(path.utf8), to: path), at: 0)
    }
    #expect(try staging.publish(manifest).isEmpty)
    #expect(place.text("ket-qua/b/3.json") == "b/3.json")
  }

  @Test("a target without a name of its own is refused", arguments: ["..", "a/..", "", "/", "a/."])
  func unnamed(target: String) {
    #expect(throws: PublishingFailure.unnamed(path: target)) { try Build.edition(1).run(target) }
  }
}

extension TemporaryFolder {
  static func namesOf(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}
