import Publishing
import TestSupport
import Testing

@Suite("Files below a folder, for names that somebody else gives")
struct EnclosedFileTests {
  private func read(_ path: String, in folder: TemporaryFolder, limit: Int = 100) -> String {
    guard let place = RelativePath(path) else { return "đường dẫn" }
    do throws(EnclosedFile.Failure) {
      let bytes = try EnclosedFile.read(place, in: folder.path + "/du-lieu", limit: limit)
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      return switch error {
      case .notFound: "không có"
      case .tooLarge: "lớn quá"
      case .refused(let why): why
      }
    }
  }

  @Test("are read below the folder only, through no link")
  func enclosed() throws {
    let folder = try TemporaryFolder()
    try folder.put("ảnh", at: "du-lieu/anh/a.png")
    try folder.put("bí mật", at: "ngoai/mat.png")
    try folder.link("du-lieu/lien-ket.png", to: "../ngoai/mat.png")
    try folder.link("du-lieu/duong", to: "../ngoai")
    #expect(read("anh/a.png", in: folder) == "ảnh")
    #expect(read("anh/b.png", in: folder) == "không có")
    #expect(read("khong/b.png", in: folder) == "không có")
    #expect(read("lien-ket.png", in: folder) == "đây là liên kết, không phải tệp")
    #expect(read("duong/mat.png", in: folder).contains("không phải là thư mục"))
    #expect(read("anh", in: folder) == "đây là thư mục, không phải tệp")
    for path in ["../ngoai/mat.png", "/etc/passwd", "anh/../../ngoai/mat.png"] {
      #expect(read(path, in: folder) == "đường dẫn")
    }
  }

  @Test("are read up to the limit, and not a byte more", arguments: [(3, "abc"), (2, "lớn quá")])
  func limit(limit: Int, expected: String) throws {
    let folder = try TemporaryFolder()
    try folder.put("abc", at: "du-lieu/a.png")
    #expect(read("a.png", in: folder, limit: limit) == expected)
  }
}
