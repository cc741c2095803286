import Foundation
import Publishing
import TestSupport
import Testing

@Suite("A single file is written whole or not at all")
struct FilePublisherTests {
  let place: TemporaryFolder

  init() throws { place = try TemporaryFolder() }

  @Test("new, with the folders above it; then over the old one")
  func writes() throws {
    let path = place.path + "/a/b/c.docx"
    try FilePublisher.write(Array("một".utf8), to: path)
    try FilePublisher.write(Array("hai".utf8), to: path)
    #expect(place.snapshot("a") == ["b/c.docx": "hai"])
  }

  @Test("not over a folder or through a link")
  func refuses() throws {
    try place.put("x", at: "thu-muc/x")
    try place.link("lien-ket", to: "thu-muc/x")
    for name in ["thu-muc", "lien-ket"] {
      let path = place.path + "/" + name
      #expect(throws: PublishingFailure.notAFile(path: path)) {
        try FilePublisher.write([], to: path)
      }
    }
    #expect(place.text("thu-muc/x") == "x")
    #expect(place.names == ["lien-ket", "thu-muc"])
  }

  @Test("not below a file")
  func belowFile() throws {
    try place.put("x", at: "tep")
    #expect(throws: PublishingFailure.notAFolder(path: place.path + "/tep")) {
      try FilePublisher.write([], to: place.path + "/tep/a.docx")
    }
  }
}
