/// A place in an instrument that a rule rests on (căn cứ): điều, khoản, điểm, or mục of a plan.
package struct Citation: Hashable, Sendable {
  /// The Roman number of the section of a plan (mục); nil for an instrument with articles.
  package let section: String?
  /// The number of the article (điều).
  package let article: Int?
  /// The number of the clause (khoản).
  package let clause: Int?
  /// The letter of the point (điểm).
  package let point: String?

  /// Creates a citation.
  package init(section: String?, article: Int?, clause: Int?, point: String?) {
    self.section = section
    self.article = article
    self.clause = clause
    self.point = point
  }

  /// The citation from the smallest part up, such as `điểm c khoản 2 Điều 5`.
  package var text: String { (inner + outer).joined(separator: " ") }

  /// The parts below the article or section.
  private var inner: [String] {
    [point.map { "điểm \($0)" }, clause.map { "khoản \($0)" }].compactMap(\.self)
  }

  /// The article or section.
  private var outer: [String] {
    [article.map { "Điều \($0)" }, section.map { "mục \($0)" }].compactMap(\.self)
  }

  /// Several citations of one instrument, such as `khoản 3, khoản 4 Điều 18, Điều 50`.
  package static func text(of citations: [Citation]) -> String {
    citations.indices.map { index in
      let citation = citations[index]
      let next = citations.indices.contains(index + 1) ? citations[index + 1] : nil
      let sharesArticle = next?.outer == citation.outer && !citation.inner.isEmpty
      return sharesArticle ? citation.inner.joined(separator: " ") : citation.text
    }.joined(separator: ", ")
  }
}

/// How sure we are of what a pack says (`do_tin_cay`), from the surest down.
package enum Certainty: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Read in the instrument's own text.
  case daDoiChieu = "da_doi_chieu"
  /// Read where another page quotes the article word for word.
  case trichDan = "trich_dan"
  /// Read in another province's text, or in one that has been replaced.
  case theoMau = "theo_mau"
  /// Not compared with any text that holds.
  case chuaDoiChieu = "chua_doi_chieu"

  /// What the clerk reads beside the rule.
  package var label: String {
    switch self {
    case .daDoiChieu: "đã đối chiếu văn bản gốc"
    case .trichDan: "theo bài trích nguyên văn, cần đối chiếu văn bản gốc"
    case .theoMau: "theo văn bản mẫu, cần đối chiếu văn bản gốc"
    case .chuaDoiChieu: "chưa đối chiếu, cần đối chiếu văn bản gốc"
    }
  }

  /// Orders by sureness: the surer one precedes, so `max` is the less sure of two.
  package static func < (left: Certainty, right: Certainty) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .daDoiChieu: 0
    case .trichDan: 1
    case .theoMau: 2
    case .chuaDoiChieu: 3
    }
  }
}
