internal import Vocabulary

/// What only printed pages show: the typefaces that were really used, where a line or a page ends.
enum RenderedChecks {
  /// For a document whose pages are at hand.
  static let evaluators: [String: Evaluator] = ["FN05": fonts, "SG07": signature, "SC01": copy]

  private static let noPages = Outcome.notChecked(
    "không có bản PDF của văn bản để xem trang đã dựng")

  @Sendable private static func fonts(_ it: Examination, _ check: Check) -> Outcome {
    guard let rendered = it.rendered else { return noPages }
    // What the document itself asks for is FN01's.
    let asked = Set(it.everyParagraph.flatMap { $0.runs.map { folded($0.face.font) } })
    return fonts(rendered, check, asked: asked)
  }

  static func fonts(
    _ rendered: RenderedDocument, _ check: Check, asked: Set<String> = []
  ) -> Outcome {
    guard !rendered.hasNoText else { return .notApplicable("PDF chỉ có ảnh, không có chữ") }
    let allowed = check.words.map(folded)
    var seen: Set<String> = []
    let faults: [Fault] = rendered.fonts.compactMap { font in
      let name = folded(font.name)
      guard seen.insert(name).inserted else { return nil }
      func fault(_ value: String, _ wanted: String) -> Fault {
        Fault(
          component: "bản PDF", property: "phông chữ", seen: value, allowed: wanted,
          paragraph: nil)
      }
      let isKnown = allowed.contains { name.hasPrefix($0) }
      if !isKnown, !asked.contains(where: { !$0.isEmpty && name.hasPrefix($0) }) {
        return fault(font.name, check.words.joined(separator: ", "))
      }
      return font.isEmbedded ? nil : fault("\(font.name) không nhúng", "nhúng vào tệp")
    }
    let names = rendered.fonts.map(\.name)
    let each = names.enumerated().filter { names.firstIndex(of: $1) == $0 }.map(\.element)
    return Outcome(faults, seen: each.joined(separator: ", "))
  }

  /// A name of a typeface as PDF and office programs may both write it.
  private static func folded(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  // MARK: The signature

  @Sendable private static func signature(_ it: Examination, _ check: Check) -> Outcome {
    guard let rendered = it.rendered else { return noPages }
    guard let post = it.pieces(.signature).first?.text, let name = it.pieces(.signer).first?.text
    else { return .notChecked("không nhận ra chức vụ hoặc họ tên người ký") }
    return signature(rendered, post: post, name: name)
  }

  /// Judges the block that begins with a post and ends with a name.
  static func signature(_ rendered: RenderedDocument, post: String, name: String) -> Outcome {
    let names = rendered.places(of: name)
    var block: (post: RenderedDocument.Find, name: RenderedDocument.Find)?
    for above in rendered.places(of: post) {
      let below = names.first {
        ($0.page, $0.box.top) > (above.page, above.box.top)
          && abs($0.box.middle - above.box.middle) < 15
      }
      if let below { block = (above, below) }
    }
    guard let block else { return .notChecked("không nhận ra khối ký trên trang đã dựng") }
    func fault(_ seen: String, _ page: Int) -> Outcome {
      .failed([
        Fault(
          component: Component.signature.name, property: "vị trí", seen: seen,
          allowed: "cùng trang với họ tên và những dòng nội dung cuối", paragraph: nil, page: page)
      ])
    }
    guard block.post.page == block.name.page else {
      return fault("họ tên ở trang sau", block.name.page + 1)
    }
    let page = rendered.pages[block.post.page]
    let above = page.lines.filter { line in
      guard let first = line.first, first.box.bottom < block.post.box.top + 1 else { return false }
      return !isPageNumber(line, on: page)
    }
    let isAlone = above.isEmpty && block.post.page > 0
    return isAlone
      ? fault("đứng một mình ở trang \(block.post.page + 1)", block.post.page + 1)
      : .held(seen: "trang \(block.post.page + 1), \(above.count) dòng ở trên")
  }

  /// True for a line of digits alone in the upper margin.
  static func isPageNumber(
    _ line: [RenderedDocument.Word], on page: RenderedDocument.Page
  ) -> Bool {
    guard let word = line.first, line.count == 1 else { return false }
    return word.text.allSatisfy(\.isNumber) && word.box.bottom < 26
      && abs(word.box.middle - page.width / 2) < 30
  }

  // MARK: Scanned copies

  @Sendable private static func copy(_ it: Examination, _ check: Check) -> Outcome {
    .notApplicable("chỉ áp dụng cho bản quét PDF")
  }

  static func copy(_ rendered: RenderedDocument, _ check: Check) -> Outcome {
    let scanned = rendered.scannedPages
    guard !scanned.isEmpty else { return .notApplicable("PDF không phải bản quét") }
    guard let range = check.range else { return .notChecked("thiếu độ phân giải trong bảng") }
    var faults: [Fault] = []
    func add(_ property: String, _ seen: String, _ allowed: String, _ page: Int?) {
      faults.append(
        Fault(
          component: "bản sao điện tử", property: property, seen: seen, allowed: allowed,
          paragraph: nil, page: page))
    }
    if rendered.version < 1.4 {
      add("phiên bản PDF", "\(rendered.version)", "từ 1.4", nil)
    }
    for picture in rendered.pictures where scanned.contains(picture.page) {
      if picture.resolution < range.lowerBound - 0.5 {
        add(
          "độ phân giải", "\(picture.resolution.shown) dpi", "từ \(range.lowerBound.shown) dpi",
          picture.page)
      }
      if !picture.isInColour { add("màu", "ảnh xám hoặc đen trắng", "ảnh màu", picture.page) }
    }
    for number in scanned {
      let page = rendered.pages[number - 1]
      let sides = [page.width, page.height].sorted()
      // The original is A4, so a copy of its size is too.
      if abs(sides[0] - 210) > 3 || abs(sides[1] - 297) > 3 {
        add(
          "tỷ lệ", "trang \(sides[0].rounded().shown) × \(sides[1].rounded().shown) mm",
          "100%, trang 210 × 297 mm", number)
      }
    }
    return Outcome(faults)
  }
}
