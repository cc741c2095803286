/// A step of a review's dossier (bước của hồ sơ), in the order in which it is taken.
package enum Stage: String, Sendable, CaseIterable {
  /// The units propose (đề nghị).
  case deNghi = "de-nghi"
  /// The advising unit appraises (thẩm định).
  case thamDinh = "tham-dinh"
  /// The council meets and votes (họp Hội đồng).
  case hoiDong = "hoi-dong"
  /// The list is submitted (trình).
  case trinh = "trinh"
  /// The award is decided, handed over and entered into the register (quyết định).
  case quyetDinh = "quyet-dinh"
}
