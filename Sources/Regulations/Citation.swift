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
  package var text: String {
    var parts: [String] = []
    if let point { parts.append("điểm \(point)") }
    if let clause { parts.append("khoản \(clause)") }
    if let article { parts.append("Điều \(article)") }
    if let section { parts.append("mục \(section)") }
    return parts.joined(separator: " ")
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
