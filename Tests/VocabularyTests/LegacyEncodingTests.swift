import Testing
import Vocabulary

@Suite("Text in an encoding from before Unicode")
struct LegacyEncodingTests {
  @Test(
    "TCVN3 is read anew",
    arguments: [
      ("V¨n phßng", "Văn phòng"), ("NguyÔn ThÞ Hoa", "Nguyễn Thị Hoa"),
      ("Lß V¨n Chung", "Lò Văn Chung"),
      ("Phßng Tæng hîp", "Phòng Tổng hợp"), ("§ång chÝ", "Đồng chí"),
      (
        "V¨n phßng Uû ban nh©n d©n tØnh S¬n La ph¸t ®éng phong trµo thi ®ua n¨m 2026.",
        "Văn phòng Uỷ ban nhân dân tỉnh Sơn La phát động phong trào thi đua năm 2026."
      ),
      (
        "hoµn thµnh xuÊt s¾c nhiÖm vô, ®­îc tÆng GiÊy khen",
        "hoàn thành xuất sắc nhiệm vụ, được tặng Giấy khen"
      ),
    ])
  func tcvn3(text: String, expected: String) {
    let found = LegacyEncoding.suspect(text)
    #expect(found?.encoding == .tcvn3)
    #expect(found?.repaired == expected)
  }

  @Test(
    "VNI is read anew",
    arguments: [
      ("Vaên phoøng", "Văn phòng"), ("Nguyeãn Thò Hoa", "Nguyễn Thị Hoa"),
      ("Loø Vaên Chung", "Lò Văn Chung"),
      ("PHOØNG TOÅNG HÔÏP", "PHÒNG TỔNG HỢP"), ("Ñoàng chí", "Đồng chí"),
      (
        "Vaên phoøng UÛy ban nhaân daân tænh Sôn La phaùt ñoäng phong traøo thi ñua naêm 2026.",
        "Văn phòng Ủy ban nhân dân tỉnh Sơn La phát động phong trào thi đua năm 2026."
      ),
      (
        "hoaøn thaønh xuaát saéc nhieäm vuï, ñöôïc taëng Giaáy khen",
        "hoàn thành xuất sắc nhiệm vụ, được tặng Giấy khen"
      ),
    ])
  func vni(text: String, expected: String) {
    let found = LegacyEncoding.suspect(text)
    #expect(found?.encoding == .vni)
    #expect(found?.repaired == expected)
  }

  @Test("every letter of the alphabet comes back from both encodings")
  func tables() {
    let tcvn3 =
      "¸µ¶·¹ ¨¾»¼½Æ ©ÊÇÈÉË ®  ÐÌÎÏÑ ªÕÒÓÔÖ Ý×ØÜÞ ãßáâä «èåæçé ¬íêëìî ñïòóô \u{AD}øõö÷ù ýúûüþ"
    #expect(
      LegacyEncoding.repair(tcvn3, .tcvn3)
        == "áàảãạ ăắằẳẵặ âấầẩẫậ đ  éèẻẽẹ êếềểễệ íìỉĩị óòỏõọ ôốồổỗộ ơớờởỡợ ủùũúụ ưứừửữự ýỳỷỹỵ")
    let vni =
      "aùaøaûaõaï aêaéaèaúaüaë aâaáaàaåaãaä ñ eùeøeûeõeï eâeáeàeåeãeä íìæóò oùoøoûoõoï oâoáoàoåoãoä ôôùôøôûôõôï ööùöøöûöõöï yùyøyûyõî"
    #expect(
      LegacyEncoding.repair(vni, .vni)
        == "áàảãạ ăắằẳẵặ âấầẩẫậ đ éèẻẽẹ êếềểễệ íìỉĩị óòỏõọ ôốồổỗộ ơớờởỡợ ưứừửữự ýỳỷỹỵ")
  }

  @Test("Unicode text of any kind is left in peace", arguments: genuine)
  func genuineText(text: String) {
    #expect(LegacyEncoding.suspect(text) == nil)
  }

  private static let genuine = [
    "", "a", "ý", "ò", "á", "Ò", "à", "ô", "Ô", "ê", "â", "é", "ù ù", "là", "có", "và", "cô Hà",
    "ông Tô", "Lê Hòa", "Hà Nam", "Cà Thị Hân", "Lò Thị Piêng", "Sùng A Páo", "Vì Văn Bí",
    "Giàng A Sếnh", "Thào A Lềnh", "Mùa A Chu", "Tòng Thị Pành", "Quàng Văn Ín", "Bùi Công Lý",
    "Hà Nhì, La Ha, Xinh Mun, Khơ Mú, Mông, Thái, Mường, Dao, Kháng, Lào, Tày, Hoa, Kinh",
    "H’Hen Niê", "Y Bhăm Êban", "K’Brêu", "Ksor H’Bơ", "Đinh Núp", "Hồ Pí Xi", "Pờ Pố Chừ",
    "Văn phòng Ủy ban nhân dân tỉnh Sơn La", "Không có gì quý hơn độc lập, tự do.",
    "thi đua là yêu nước, yêu nước thì phải thi đua", "ba cô chê bà bé", "Các cô, các bà",
    "Tôi và các cô", "Bí thư Hà", "hai bà cùng ca hát", "ông bà có nhà to", "lô hàng tân trang",
    "VĂN PHÒNG", "CÔNG HÀM", "BÀ TÔ HÀ", "LÊ TÔN", "Nguyễn Thị Hoa", "Phân hiệu café Bến Thành",
    "café", "CAFÉ", "déjà vu", "Où est la forêt?", "l’élève à l’école", "père, mère, frère, sœur",
    "très bien, ça va, naïve, maïs, Noël", "Müller", "Zoë", "São Paulo", "Übung", "Ångström",
    "El Niño", "Citroën", "touché", "résumé of the café", "fête", "thé", "Besançon", "château",
    "30 °C", "10 m²", "5 × 3 = 15", "½ ngày", "§ 2", "© 2026", "Microsoft®", "«Tên»", "<<họ tên>>",
    "1.250.000 đồng", "12/KH-VP", "±5 %", "a·b", "ñ", "¿Qué?", "x÷y",
    "Ðà Nẵng", "Ðông", "Ban Chấp hành Ðảng bộ", "“Dạy tốt – học tốt”…",
    "Hòa bình", "Nông thôn", "công tác dân vận khéo", "Thanh tra", "Tây Bắc", "Lê Lai, Lê Lợi",
  ]
}
