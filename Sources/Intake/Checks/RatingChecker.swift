import Diagnostics
import LocatedJSON
import Vocabulary

/// Looks in `xep-loai.json` for two provisional ratings of one person or unit up to one day.
///
/// Remarks up to different days of a year follow each other; final ratings are one list a year.
struct RatingChecker {
  /// The findings about ratings.
  private(set) var findings = FindingList()

  private struct Key: Hashable {
    let group: String
    let id: String
    let year: Int
    let until: CivilDate
  }

  /// Compares every provisional rating of the file with those before.
  mutating func check(_ file: CheckedFile) {
    var lines: [Key: Int] = [:]  // For look-up only: its order is never used.
    for list in Row(file).items("tam_thoi") {
      guard let year = list.optionalInteger("nam"), let until = list.optionalDate("den_ngay")
      else { continue }
      for group in ["ca_nhan", "tap_the"] {
        for (id, _, place) in list.placedMembers(group) {
          let key = Key(group: group, id: id, year: year, until: until)
          if let line = lines[key] {
            findings.add(.overlap(id, year, until, firstLine: line, at: place), in: file.kind)
          } else {
            lines[key] = place.span?.line ?? 0
          }
        }
      }
    }
  }
}

extension Diagnostic {
  /// IN030: two provisional ratings for the same stretch of time.
  fileprivate static func overlap(
    _ id: String, _ year: Int, _ until: CivilDate, firstLine: Int, at place: Place
  ) -> Diagnostic {
    .error(
      Code("IN030"),
      "“\(id)” đã có nhận xét tạm thời năm \(year) đến ngày \(until.shortForm), ở dòng \(firstLine)",
      at: place, help: "giữ một mức, xóa mức kia; hoặc sửa “den_ngay” nếu là lần nhận xét khác")
  }
}
