import Foundation
import Testing
import Vocabulary

@Suite("Vietnamese text")
struct VietnameseTextTests {
  private static let letters =
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"

  @Test("decomposed letters become one code point, as Foundation composes them")
  func composed() {
    let text = Self.letters + Self.letters.uppercased() + " Müller café ÿ ǘ"
    for form in [text.decomposedStringWithCanonicalMapping, text] {
      #expect(VietnameseText.nfc(form).utf8.elementsEqual(text.utf8))
    }
    #expect(VietnameseText.isNFC(text))
    #expect(!VietnameseText.isNFC(text.decomposedStringWithCanonicalMapping))
  }

  @Test(
    "marks in any order and number, as Foundation composes them",
    arguments: [
      "e\u{302}\u{323}", "e\u{323}\u{302}", "o\u{31B}\u{301}", "\u{1A1}\u{301}", "\u{EA}\u{323}",
      "x\u{323}\u{302}", "e\u{302}\u{308}", "a\u{301}\u{302}", "e\u{332}\u{301}", "\u{301}a",
      "q\u{303}", "a\u{340}", "a\u{341}", "", "\u{1112}\u{1161}\u{11AB}",
    ])
  func oddMarks(text: String) {
    let expected = text.precomposedStringWithCanonicalMapping
    let nfc = VietnameseText.nfc(text)
    #expect(nfc == text)
    // Scripts without combining marks of this block are left alone on purpose.
    if text.utf8.contains(where: { $0 == 0xCC || $0 == 0xCD }) {
      #expect(Array(nfc.unicodeScalars) == Array(expected.unicodeScalars))
    }
    #expect(VietnameseText.isNFC(nfc))
  }

  @Test("without marks the case stays")
  func withoutMarks() {
    #expect(VietnameseText.withoutMarks("Đặng Thị Ưởng, đồng chí") == "Dang Thi Uong, dong chi")
    #expect(VietnameseText.withoutMarks("ĐẶNG".decomposedStringWithCanonicalMapping) == "DANG")
  }

  @Test(
    "spellings of one name",
    arguments: [
      ("hoà", "hòa"), ("thuý", "thúy"), ("KHOẺ", "khỏe"), ("quý", "qúy"), ("Họ_tên", "họ  tên"),
      ("họ\u{A0}tên", "họ-tên"), ("hoà".decomposedStringWithCanonicalMapping, "Hòa"),
      ("trường", "trừơng"), (" tên ", "tên"), ("Thúy", "Thuý"), ("Thùy", "Thuỳ"), ("Thụy", "Thuỵ"),
      ("Hòa", "Hoà"), ("Hỏa", "Hoả"), ("Hóa", "Hoá"), ("Tòe", "Toè"), ("Uỷ", "Ủy"), ("Huệ", "Hụê"),
      ("Gìang", "Giàng"), ("Lò Thị Thuý", "LÒ THỊ THÚY"),
    ])
  func equalNames(one: String, other: String) {
    #expect(VietnameseText.folded(one).utf8.elementsEqual(VietnameseText.folded(other).utf8))
  }

  @Test(
    "which names mean the same key",
    arguments: [
      ("ho_ten", "Họ tên", true), ("don vi", "đơn vị", true), ("bằng", "bảng", false),
      ("bằng", "bang", true), ("ten", "tên gọi", false), ("hoá", "hoà", false),
      ("ho tên", "họ tên", false),
    ])
  func sameName(one: String, other: String, expected: Bool) {
    #expect(VietnameseText.sameName(one, other) == expected)
    #expect(VietnameseText.sameName(other, one) == expected)
  }

  @Test(
    "file names",
    arguments: [
      ("Phòng Tổng hợp", "phong-tong-hop"), ("Đ/c: Lò  Văn Ểnh.", "d-c-lo-van-enh"),
      ("--", ""), ("Số 12/KH-VP", "so-12-kh-vp"), ("H’Hen Niê", "h-hen-nie"), ("日本", ""),
      // A file's name has room for 255 bytes, of which a name of any length leaves most.
      (String(repeating: "Nghiên ", count: 40), String(repeating: "nghien-", count: 13) + "nghien"),
      (String(repeating: "Đ", count: 300), String(repeating: "d", count: 100)),
    ])
  func slug(text: String, expected: String) {
    #expect(VietnameseText.slug(text) == expected)
    #expect(VietnameseText.slug(text.decomposedStringWithCanonicalMapping) == expected)
  }

  @Test("first letter as a capital")
  func capitalised() {
    #expect(VietnameseText.capitalised("ủy ban") == "Ủy ban")
    #expect(VietnameseText.capitalised("") == "")
  }
}

@Suite("Vietnamese order")
struct CollationTests {
  @Test("letters before tones before case")
  func order() {
    let sorted = [
      "", "10", "2", "a", "A", "à", "ả", "ã", "á", "ạ", "an", "ă", "â", "ba", "ca", "cha", "da",
      "đa", "e", "ê", "ga", "hoa", "hòa", "hoa lan", "i", "ma", "o", "ô", "ơ", "u", "ư", "va", "y",
    ]
    #expect(sorted.reversed().sorted(by: VietnameseCollation.precedes) == sorted)
  }

  @Test("composed and decomposed texts have one key")
  func forms() {
    let text = "Nguyễn Thị Hồng"
    let decomposed = text.decomposedStringWithCanonicalMapping
    #expect(VietnameseCollation.key(text) == VietnameseCollation.key(decomposed))
  }

  @Test("people sort by given name, then family and middle name")
  func people() {
    let names = [
      "Lò Văn An", "Đỗ Thị Ánh", "Cà Thị Bình", "Lò Thị Bình", "Lò Văn Bình", "Hà Dũng",
      "Hà Đức", "Nguyễn Thị Hòa", "Vàng A Tủa",
    ]
    let sorted = names.reversed().sorted { PersonName.sortKey($0) < PersonName.sortKey($1) }
    #expect(sorted == names)
  }

  @Test("tên gọi names the given name where it is not the last word")
  func called() {
    let plain = PersonName.sortKey("Lò Văn Anh Tuấn", tenGoi: "Anh Tuấn")
    #expect(plain < PersonName.sortKey("Lò Văn Bình"))
    #expect(PersonName.sortKey("Y Ban Êban", tenGoi: "Ban") < PersonName.sortKey("Lò Văn Bình"))
    #expect(PersonName.givenName("Lò Văn Bình") == "Bình")
    #expect(PersonName.givenName("Lò Văn Anh Tuấn", tenGoi: "Anh Tuấn") == "Anh Tuấn")
    #expect(PersonName.givenName("") == "")
  }
}

@Suite("The nearest known name")
struct NearestNameTests {
  private static let known = ["ho_ten", "ngay_sinh", "don_vi", "chuc_vu", "ten_goi", "hinh_thuc"]

  @Test(
    "slips of the finger are found, other words are not",
    arguments: [
      ("ho_tne", "ho_ten"), ("họ tên", "ho_ten"), ("ngaysinh", "ngay_sinh"), ("donvi", "don_vi"),
      ("chuc_vu_", "chuc_vu"), ("hinh_thc", "hinh_thuc"), ("tengoi", "ten_goi"), ("xyz", nil),
      ("", nil), ("so_quyet_dinh", nil), ("a", nil),
    ] as [(String, String?)])
  func nearest(name: String, expected: String?) {
    #expect(NearestName.nearest(to: name, among: Self.known) == expected)
  }

  @Test("a tie goes to the first")
  func tie() {
    #expect(NearestName.nearest(to: "bat", among: ["cat", "hat"]) == "cat")
    #expect(NearestName.nearest(to: "bat", among: ["hat", "cat"]) == "hat")
    #expect(NearestName.nearest(to: "b", among: ["c"]) == nil)
  }
}
