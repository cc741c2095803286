import Diagnostics
import Dossier
import Expressions
import Regulations
import Testing
import Vocabulary

@Suite("Các gói quy định của chương trình")
struct EmbeddedPackTests {
  @Test("every pack is read without a finding", arguments: PackSet.embeddedFiles.map(\.name))
  func reads(name: String) throws {
    let file = try #require(PackSet.embeddedFiles.first { $0.name == name })
    let read = PackReader.read(file.bytes, file: name)
    #expect(read.findings.isEmpty)
    let pack = try #require(read.value)
    #expect(pack.id + ".json" == name)
    for citations in pack.rules.map(\.citations) + pack.parameters.map(\.citations) {
      #expect(citations.isEmpty == (pack.kind != .instrument))
      #expect(citations.allSatisfy { $0.article != nil || $0.section != nil })
    }
    for rule in pack.rules {
      // Bare spelling would turn `đúng`, `không` and others inside names into keywords.
      #expect(rule.condition.expression.paths.allSatisfy { $0.names.count == 1 })
    }
  }

  @Test("periods of one rule do not overlap, and the rules asked for are there")
  func together() throws {
    let assembled = PackSet.embedded
    #expect(assembled.findings.isEmpty)
    let rules = try #require(assembled.value).packs.flatMap(\.rules)
    let unevaluated = try #require(assembled.value).packs.flatMap(\.unevaluated).map(\.id)
    let wanted = (0...33).map { ($0 < 10 ? "R0" : "R") + String($0) }
    #expect(Set(rules.map(\.id) + unevaluated).sorted() == wanted)
    #expect(unevaluated == ["R30"])
  }

  @Test("every fact that is known has a condition that reads it")
  func factsAreRead() throws {
    let packs = try #require(PackSet.embedded.value).packs
    let read = packs.flatMap(\.rules)
      .flatMap { [$0.scope, $0.condition, $0.note?.condition].compactMap(\.self) }
      .flatMap(\.expression.paths).compactMap(FactName.named(by:))
    #expect(Set(FactName.allCases).subtracting(read).isEmpty)
  }

  @Test("each rule has its page, with condition and certainty")
  func pages() throws {
    let packs = try #require(PackSet.embedded.value).packs
    for rule in packs.flatMap(\.rules) {
      let page = try #require(RegulationsPages.rules.first { $0.code == Code(rule.id) })
      #expect(page.body.contains(rule.condition.text))
      #expect(page.body.contains(rule.certainty.label))
    }
    let codes = (RegulationsPages.all + RegulationsPages.rules).map(\.code)
    #expect(Set(codes).count == codes.count)
  }
}

@Suite("Gói quy định hỏng")
struct BrokenPackTests {
  /// A sound pack of one rule and one parameter, in which a test replaces one stretch of text.
  private static let sound = """
    {"ma": "goi", "van_ban": "Quy chế", "ten": null, "ngay": null,
     "hieu_luc": {"tu": "2026-01-01", "den": null}, "da_kiem_tra": "2026-11-22",
     "tham_so": [{"ma": "mot_so", "can_cu": [{"dieu": 1}], "y": "Một số.", "gia_tri": 1,
       "do_tin_cay": "trich_dan"}],
     "quy_tac": [{"ma": "R90", "ten": "thu", "can_cu": [{"dieu": 2, "khoan": 1, "diem": "a"}],
       "y": "Thử.", "doi_tuong": ["ca_nhan"], "dieu_kien": "gương mẫu chấp hành",
       "khi_khong_dat": "không gương mẫu", "cach_dat": "gương mẫu",
       "do_tin_cay": "chua_doi_chieu"}]}
    """

  /// The rule's name and what it asks a unit for.
  private static func asking(_ members: String) -> String {
    #""ten": "thu", "don_vi_bo_sung": [{\#(members)}]"#
  }

  private static func read(_ text: some StringProtocol) -> Diagnosed<Pack> {
    PackReader.read(Array(text.utf8), file: "goi.json")
  }

  private static func replaced(_ old: String, _ new: String) throws -> Diagnosed<Pack> {
    let range = try #require(sound.firstRange(of: old))
    return read(sound[..<range.lowerBound] + new + sound[range.upperBound...])
  }

  @Test("the sound one is sound")
  func soundPack() {
    #expect(Self.read(Self.sound).findings.isEmpty)
  }

  @Test(
    "each fault has its code and its place",
    arguments: [
      (#""van_ban": "Quy chế","#, "", "RU001", nil),
      (#""da_kiem_tra": "2026-11-22""#, #""da_kiem_tra": "22/11/2026""#, "RU002", "/da_kiem_tra"),
      (#""den": null"#, #""den": "2025-12-31", "den_vi": "thay""#, "RU002", "/hieu_luc"),
      (#""den": null"#, #""den": "2026-12-31""#, "RU002", "/hieu_luc"),
      (#"[{"dieu": 1}]"#, "[]", "RU002", "/tham_so/0/can_cu"),
      (
        #"{"dieu": 2, "khoan": 1, "diem": "a"}"#, #"{"dieu": 2, "diem": "a"}"#, "RU002",
        "/quy_tac/0/can_cu/0"
      ),
      (#"{"dieu": 2, "khoan": 1, "diem": "a"}"#, #"{"khoan": 1}"#, "RU002", "/quy_tac/0/can_cu/0"),
      (#""chua_doi_chieu""#, #""chac_chan""#, "RU002", "/quy_tac/0/do_tin_cay"),
      (#""ten": "thu""#, #""ten": "thu", "den_tu": 1"#, "RU003", "/quy_tac/0/den_tu"),
      (#""gương mẫu chấp hành""#, #""gương mẫu chấp hành và""#, "RU004", "/quy_tac/0/dieu_kien"),
      (#""gương mẫu chấp hành""#, #""gương mẩu chấp hành""#, "RU005", "/quy_tac/0/dieu_kien"),
      (#""gương mẫu chấp hành""#, #""nội bộ đoàn kết""#, "RU005", "/quy_tac/0/dieu_kien"),
      (
        #""ten": "thu""#, asking(#""du_kien": ["xếp loại"], "can": "A", "vi": "B""#), "RU002",
        "/quy_tac/0/don_vi_bo_sung/0"
      ),
      (
        #""ten": "thu""#, asking(#""du_kien": ["gương mẫu"], "can": "A", "vi": "B""#), "RU002",
        "/quy_tac/0/don_vi_bo_sung/0/du_kien/0"
      ),
      (
        #""ten": "thu""#, asking(#""du_kien": ["gương mẫu chấp hành"], "can": "A""#), "RU001",
        "/quy_tac/0/don_vi_bo_sung/0"
      ),
      (
        #""ten": "thu""#,
        asking(#""du_kien": ["gương mẫu chấp hành"], "can": "A", "vi": "B", "con_goi": []"#),
        "RU002", "/quy_tac/0/don_vi_bo_sung/0/con_goi"
      ),
    ] as [(String, String, String, String?)])
  func fault(old: String, new: String, code: String, pointer: String?) throws {
    let result = try Self.replaced(old, new)
    #expect(result.value == nil)
    #expect(result.findings.map(\.code) == [Code(code)])
    #expect(result.findings.first?.place.pointer == pointer)
    #expect(result.findings.first?.place.span != nil)
  }

  @Test("two rows of one id in a pack")
  func duplicate() throws {
    let row =
      #"{"ma": "mot_so", "can_cu": [{"dieu": 1}], "y": "Một số.", "gia_tri": 2, "#
      + #""do_tin_cay": "trich_dan"},"#
    let result = try Self.replaced(#""tham_so": ["#, #""tham_so": ["# + row)
    #expect(result.findings.map(\.code) == [Code("RU007")])
  }

  @Test("two packs with one rule on one day are refused, one after the other is not")
  func overlap() throws {
    let first = try #require(Self.read(Self.sound).value)
    let same = try #require(try Self.replaced(#""ma": "goi""#, #""ma": "goi-moi""#).value)
    #expect(
      PackSet.assemble([first, same]).findings.map(\.code) == [Code("RU006"), Code("RU006")])
    let ended = try #require(
      try Self.replaced(#""den": null"#, #""den": "2026-07-01", "den_vi": "thay""#).value)
    let text = Self.sound.replacing(#""ma": "goi""#, with: #""ma": "goi-moi""#)
      .replacing(#""tu": "2026-01-01""#, with: #""tu": "2026-07-01""#)
    let later = try #require(Self.read(text).value)
    #expect(PackSet.assemble([ended, later]).findings.isEmpty)
    let oneDayEarlier = text.replacing("2026-07-01", with: "2026-06-30")
    let early = try #require(Self.read(oneDayEarlier).value)
    #expect(PackSet.assemble([ended, early]).hasErrors)
  }

  @Test("a pack of a folder replaces the one with its id")
  func replacing() throws {
    let salary = try #require(
      PackSet.embeddedFiles.first { $0.name == "nd-161-2026.json" })
    let text = String(decoding: salary.bytes, as: UTF8.self).replacing("2530000", with: "2600000")
    let packs = PackSet.embedded(adding: [("nd-161-2026.json", Array(text.utf8))])
    let prize = Regulations.prize(
      .giayKhen, to: .person, received: try CivilDate("2026-12-01"),
      decided: try CivilDate("2026-12-20"), packs: try #require(packs.value))
    #expect(prize.value?.amount == 780_000)
  }

  @Test("a condition that does not fit its facts is a fault of the pack, not an outcome")
  func unfit() throws {
    let pack = try #require(
      try Self.replaced(#""gương mẫu chấp hành""#, #""gương mẫu chấp hành > 3""#).value)
    let packs = try #require(PackSet.assemble([pack]).value)
    let result = Regulations.decide(Situation().dossier(), packs: packs)
    #expect(result.findings.contains { $0.code == Code("RU023") && $0.severity == .error })
  }
}
