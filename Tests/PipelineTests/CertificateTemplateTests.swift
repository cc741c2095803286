import Diagnostics
import Foundation
import LocatedJSON
import Templating
import TestSupport
import Testing

@testable import Composition

@Suite("The templates of Giấy khen and Bằng khen")
struct CertificateTemplateTests {
  /// What a template shows when it is filled, blank paragraphs and all spaces left out.
  private func shown(
    _ data: JSONValue, _ format: DocumentFormat, kind: String = "giay-khen"
  ) throws -> [String] {
    let path = "Templates/\(kind).\(format.rawValue)"
    let bytes = [UInt8](try Data(contentsOf: Fixture.projectURL.appending(path: path)))
    let compiled = Template.compile(bytes, name: path)
    let template = try #require(compiled.value, "\(compiled.findings)")
    let result = template.render(data)
    let document = try #require(result.value, "\(result.findings)")
    return try visibleParagraphs(document).map { $0.filter { !$0.isWhitespace } }
  }

  private func data(_ text: String) throws -> JSONValue {
    try #require(JSONReader.read([UInt8](text.utf8), file: "data").value).root
  }

  @Test(
    "the lines stand in the order of the rule; the words of a proof only on a proof",
    arguments: ["ca-nhan", "tap-the", "ban-thu"], DocumentFormat.allCases)
  func lines(situation: String, format: DocumentFormat) throws {
    let golden = "Tests/CompositionTests/Fixtures/data/giay-khen-\(situation).expected.json"
    let value = try data(
      try String(contentsOf: Fixture.projectURL.appending(path: golden), encoding: .utf8))
    func text(_ key: String, _ inner: String) throws -> String {
      try #require(value[key]?[inner]?.string)
    }
    let expected =
      [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        try text("tham_quyen", "chu"), "TẶNG", "GIẤY KHEN", try text("ten", "chu"),
        try text("chuc_vu", "chu"), try text("thanh_tich", "chu"),
        "Quyết định số: \(try text("quyet_dinh", "so")) \(try text("quyet_dinh", "ngay"))",
        "Số sổ vàng: \(try #require(value["so_vang"]?.string))",
        try #require(value["dia_danh_ngay"]?.string),
      ] + (value["ky"]?["quyen_han"]?.array ?? []).compactMap(\.string)
      + [try text("ky", "ho_ten")]
    let lines = try shown(value, format)
    // A box is shown with the paragraph that holds it and once more by itself.
    let proof = lines.prefix { $0 == "BẢNINTHỬ" }
    #expect(proof.isEmpty == (situation != "ban-thu"))
    #expect(Array(lines.dropFirst(proof.count)) == expected.map { $0.filter { !$0.isWhitespace } })
  }

  /// The rooms whose text a template holds once in each size, by the key of the data.
  private static let rooms: [(key: String, room: InscriptionRoom)] = [
    ("tham_quyen", .authority), ("ten", .name), ("chuc_vu", .post), ("thanh_tich", .achievement),
    ("ky", .signature),
  ]

  @Test(
    "each size that a text may have has its paragraph", arguments: ["giay-khen", "bang-khen"],
    DocumentFormat.allCases)
  func sizes(kind: String, format: DocumentFormat) throws {
    for (key, room) in Self.rooms {
      for size in room.sizes {
        let objects = Self.rooms.map { other in
          let points = other.key == key ? size : other.room.sizes[0]
          return other.key == "ky"
            ? #""ky": {"co": \#(points), "quyen_han": ["ky-1", "ky-2"], "ho_ten": "ky-3"}"#
            : #""\#(other.key)": {"co": \#(points), "chu": "\#(other.key)"}"#
        }
        let value = try data(
          #"{"la_ban_thu": false, "quyet_dinh": {"so": "1", "ngay": "n"}, "so_vang": "01", "#
            + #""dia_danh_ngay": "d", "# + objects.joined(separator: ", ") + "}")
        let lines = try shown(value, format, kind: kind)
        for text in ["tham_quyen", "ten", "chuc_vu", "thanh_tich", "ky-1", "ky-2", "ky-3"] {
          #expect(lines.filter { $0 == text }.count == 1, "\(text) where \(key) is \(size) pt")
        }
      }
    }
  }
}
