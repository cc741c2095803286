import Diagnostics
import Testing
import ZipContainer

@testable import Conformance

@Suite("Parts that many documents share are read once and change no finding")
struct SharedPartsTests {
  private func lint(_ bytes: [UInt8], _ shared: SharedParts?) -> LintReport {
    var settings = LintSettings(form: .nd30)
    settings.shared = shared
    return Conformance.lint(bytes, name: "a", settings: settings)
  }

  @Test(
    "one after another, the same findings as alone", arguments: FinishedDocument.Format.allCases)
  func same(format: FinishedDocument.Format) throws {
    let shared = SharedParts()
    for document in [SoundDocument.annexed, .letter, .annexed] {
      let bytes = try document.sketch.bytes(format)
      #expect(lint(bytes, shared).findings == lint(bytes, nil).findings)
    }
    #expect(shared.count > 0)
  }

  @Test(
    "a part of the same name with other bytes is another part",
    arguments: FinishedDocument.Format.allCases)
  func differing(format: FinishedDocument.Format) throws {
    let name = format == .docx ? "word/_rels/document.xml.rels" : "styles.xml"
    let sound = try SoundDocument.annexed.sketch.bytes(format)
    let other = try replacing(name, of: sound) { $0 + Array("<!-- -->".utf8) }
    let broken = try replacing(name, of: sound) { Array($0.dropLast(3)) }
    let shared = SharedParts()
    for bytes in [sound, other, broken, sound] {
      #expect(lint(bytes, shared).findings == lint(bytes, nil).findings)
    }
    #expect(lint(broken, shared).findings.map(\.code) == [Code("CF003")])
  }

  @Test("so many are kept, and none that is large")
  func bounds() throws {
    let sound = try SoundDocument.annexed.sketch.bytes(.odt)
    let shared = SharedParts()
    func lintChanged(_ comment: String) throws {
      let bytes = try replacing("styles.xml", of: sound) { $0 + Array("<!--\(comment)-->".utf8) }
      #expect(!lint(bytes, shared).results.isEmpty)
    }
    try lintChanged(String(repeating: "x", count: SharedParts.mostBytes))
    #expect(shared.count == 0)
    for number in 1...3 {
      try lintChanged("\(number)")
      #expect(shared.count == number)
    }
    for number in 0...SharedParts.mostParts { try lintChanged("\(number)") }
    #expect(shared.count == SharedParts.mostParts)
  }

  private func replacing(
    _ name: String, of bytes: [UInt8], _ change: ([UInt8]) -> [UInt8]
  ) throws -> [UInt8] {
    let archive = try ZipArchive(reading: bytes)
    var writer = try ZipWriter()
    for entry in archive.entries {
      let contents = try archive.contents(of: entry)
      try writer.add(
        entry.name == name ? ZipEntry(name: name, contents: change(contents)) : entry)
    }
    return try writer.finish()
  }
}
