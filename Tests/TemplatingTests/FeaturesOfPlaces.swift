import Diagnostics
import LocatedJSON
import Templating
import Testing

// The rows on where tags work, on what they bring, and on what never breaks.

extension Feature {
  /// A row with a proof of its own in each format.
  private init(
    _ name: String, _ others: Int?, written: String = "",
    word: @escaping @Sendable () throws -> Void, writer: @escaping @Sendable () throws -> Void
  ) {
    self.init(
      name: name, written: written, others: others, word: .has(.run { _ in try word() }),
      writer: .has(.run { _ in try writer() }))
  }

  static let places: [Feature] = [
    Feature(
      "đầu trang, chân trang mọi kiểu, mọi vùng", 19,
      word: { try PainContentTests().everyPlaceOfWord(format: .docx) },
      writer: { try PainContentTests().everyPlaceOfWriter(format: .odt) }),
    Feature("đầu trang riêng của trang đầu, trang chẵn, từng vùng, từng phần tử", nil) { format in
      let tests = HeaderKindTests()
      try tests.sections(format: format)
      try tests.items(format: format, left: nil)
      try tests.between(format: format)
      try tests.records(format: format)
    },
    Feature(
      "chú thích cuối trang, cuối văn bản", 11,
      word: { try PainContentTests().everyPlaceOfWord(format: .docx) },
      writer: { try PainContentTests().everyPlaceOfWriter(format: .odt) }),
    Feature(
      "khung chữ (cả hai nhánh của Word)", 18,
      word: { try PainContentTests().everyPlaceOfWord(format: .docx) },
      writer: { try PainContentTests().everyPlaceOfWriter(format: .odt) }),
    Feature("ghi chú của người rà (comment) được để nguyên", 5) { format in
      let note =
        format == .docx
        ? "<w:r><w:commentReference w:id=\"1\"/></w:r>"
        : "<office:annotation><text:p>&lt;&lt;tên&gt;&gt;</text:p></office:annotation>"
      let text = try FeatureData.filled(paragraph(run("<<tên>>", format) + note, format), format)
      #expect(text.contains(">Lò Thị Xuân<") && text.contains(note))
    },
    Feature(
      "thuộc tính của tệp", 5,
      word: { try PropertyTests().properties(format: .docx, part: "docProps/core.xml") },
      writer: { try PropertyTests().properties(format: .odt, part: "meta.xml") }),
    Feature(
      name: "điều khiển nội dung (content control)", written: "", others: 7,
      word: .has(
        .run { format in
          let control =
            "<w:sdt><w:sdtPr><w:tag w:val=\"ten\"/></w:sdtPr><w:sdtContent>\(p("bấm", format))"
            + "</w:sdtContent></w:sdt>"
          let text = try FeatureData.filled(control, format)
          #expect(text.contains(">Lò Thị Xuân<"))
        }), writer: .doesNotApply(why: "Writer dùng ô giữ chỗ")),
    Feature("chữ thay thế (alt text) của ảnh và hình", nil, written: "Ảnh <<tên>>") { _ in
      try PropertyTests().alternative()
    },
    Feature(
      name: "khóa của MERGEFIELD như Word in", written: "\\@ \\# \\*", others: nil,
      word: .has(
        .run { format in
          let fields = [
            ("ten \\* Upper", "LÒ THỊ XUÂN"), ("so \\# &quot;#,##0&quot;", "1.250.000"),
            ("ngay \\@ &quot;dd.MM.yyyy&quot;", "04.05.2026"),
          ]
          for (field, shown) in fields {
            let code =
              "<w:fldSimple w:instr=\" MERGEFIELD \(field) \">\(run("«»", format))</w:fldSimple>"
            let text = try FeatureData.filled(paragraph(code, format), format)
            #expect(text.contains(">\(shown)<"), "\(text)")
          }
        }), writer: .doesNotApply(why: "trường của Writer không có khóa")),
    Feature("trường có sẵn thay cho thẻ", 8, written: "MERGEFIELD tên; <tên>") { format in
      let field =
        format == .docx
        ? "<w:fldSimple w:instr=\" MERGEFIELD ten \">\(run("«ten»", format))</w:fldSimple>"
        : "<text:placeholder text:placeholder-type=\"text\">&lt;tên></text:placeholder>"
      let text = try FeatureData.filled(paragraph(field, format), format)
      #expect(text.contains("Lò Thị Xuân"))
    },
  ]

  static let contents: [Feature] = [
    Feature("ảnh từ dữ liệu, giữ khung của ảnh mẫu", 8, written: "<<ảnh thẻ | vừa khung>>") {
      try PainContentTests().placeholderPictures(format: $0)
    },
    Feature("mã QR", 1, written: "<<mã kiểm tra | qr>>") {
      try QRTests().code(format: $0)
    },
    Feature("đích của liên kết", 9, written: "https://…/<<p.mã>>") {
      try PainContentTests().links(format: $0)
    },
    Feature("gộp ô dọc theo dữ liệu", 4, written: "<<phòng | gộp ô>>") {
      try PainLayoutTests().mergedFromData(format: $0)
    },
    .lacking(
      "chèn văn bản khác vào", 4, "<<chèn chữ ký>>", refusedWith: "TE030",
      why: "không thuộc ngôn ngữ thẻ"),
    .lacking(
      "chữ có định dạng (HTML) trong giá trị", 4, "<<mã>>", prints: "A & <b>",
      why: "giá trị luôn là chữ thường"),
    Feature("xuống dòng, tab, nhiều dấu cách trong giá trị", 12, written: "<<dòng>>") { format in
      let text = try FeatureData.filled(p("<<dòng>>", format), format)
      #expect(text.contains(format == .docx ? "<w:br/>" : "<text:line-break/>"))
      #expect(text.contains(format == .docx ? "<w:tab/>" : "<text:tab/>"))
      #expect(text.contains(format == .docx ? "ba  bốn" : "ba <text:s/>bốn"))
    },
    Feature("danh sách đánh số lại ở mỗi lần lặp", 2) {
      try PainLayoutTests().numberingRestarts(format: $0)
    },
    Feature("ô đánh dấu", 1, written: "<<đồng ý | hộp kiểm>>") {
      try PainContentTests().checkBoxes(format: $0)
    },
  ]

  static let robustness: [Feature] = [
    Feature("thẻ bị cắt thành nhiều mảnh", 15) { try PainTests().splitTags(format: $0) },
    Feature("thẻ trong sửa đổi theo dõi: lỗi nêu người sửa và ngày", 0) {
      try PainTests().trackedChanges(format: $0)
    },
    Feature("số hiệu và tên hình, bảng, dấu trang không trùng sau khi lặp", 4) {
      try PainTests().duplicateIds(format: $0)
    },
    Feature("không để ô rỗng, hàng không ô, bảng không hàng", 4) {
      try PainTests().emptied(format: $0)
    },
    Feature("mẫu được chứng minh là luôn cho văn bản đúng cấu trúc; mỗi văn bản được đếm lại", nil)
    {
      let tests = ProofTests()
      try tests.otherBytes(format: $0)
      try tests.unguarded(format: $0)
      try tests.likeTags(value: "<<x>>", format: $0)
    },
    Feature("giá trị không bao giờ thành XML hay thẻ", 16) {
      try PainTests().escaping(format: $0)
    },
    Feature("ký tự điều khiển bị bỏ và được báo", 4) {
      try RenderingTests().forbidden(format: $0)
    },
    Feature("mẫu không gọi được mã lệnh", 5) { try PainTests().closedGrammar(format: $0) },
    Feature("giới hạn số bước: 10.000 × 10.000 phần tử dừng bằng một lỗi", 1) {
      try BudgetTests().loops(format: $0)
    },
    Feature("chạy lại ra đúng từng byte", nil) { format in
      // `check` renders twice and compares.
      try DocumentCase("x", [MiniDocument.p("<<tên>>")], FeatureData.values, ["Lò Thị Xuân"]).check(
        format)
    },
    Feature("phần không có thẻ được chép nguyên byte", nil) {
      try PackageTests().untouched(format: $0)
    },
  ]
}
