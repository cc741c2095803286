import Diagnostics
import LocatedJSON
import Vocabulary

/// Looks for one person under two ids in `nhan-su.json`.
struct PeopleChecker {
  /// The findings about people.
  private(set) var findings = FindingList()

  private struct Row {
    let id: String
    let name: String
    let folded: String
    let birth: String?
    let unit: String?
    let value: JSONValue
    let pointer: JSONPointer
  }

  /// Compares every person of the file with those before.
  mutating func check(_ file: CheckedFile) {
    var byName: [String: [Row]] = [:]  // For look-up only: its order is never used.
    for row in Self.rows(of: file) {
      for earlier in byName[row.folded, default: []] where earlier.id != row.id {
        compare(row, with: earlier, in: file)
      }
      byName[row.folded, default: []].append(row)
    }
  }

  private mutating func compare(_ row: Row, with earlier: Row, in file: CheckedFile) {
    // Lines are counted only where there is something to say: many people share a name.
    var place: Place { file.source.place(of: row.value.range, pointer: row.pointer) }
    var line: Int { file.source.span(of: earlier.value.range).line }
    if let birth = row.birth, earlier.birth != nil {
      guard birth == earlier.birth else { return }
      findings.add(
        .samePerson(
          row.name, earlier.name, birth, ids: (earlier.id, row.id), firstLine: line, at: place),
        in: file.kind)
    } else if let unit = row.unit, unit == earlier.unit {
      findings.add(
        .perhapsSamePerson(
          row.name, earlier.name, unit, ids: (earlier.id, row.id), firstLine: line, at: place),
        in: file.kind)
    }
  }

  private static func rows(of file: CheckedFile) -> [Row] {
    let items = file.root["nguoi"]?.array ?? []
    return items.enumerated().compactMap { index, item in
      guard let id = item["ma"]?.string, let name = item["ho_ten"], let text = name.string
      else { return nil }
      return Row(
        id: id, name: text, folded: VietnameseText.folded(text), birth: item["ngay_sinh"]?.string,
        unit: item["don_vi"]?.string, value: name,
        pointer: JSONPointer(["nguoi"]).appending(index).appending("ho_ten"))
    }
  }
}

extension Diagnostic {
  /// IN021: one person under two ids.
  fileprivate static func samePerson(
    _ name: String, _ other: String, _ birth: String, ids: (first: String, second: String),
    firstLine: Int,
    at place: Place
  ) -> Diagnostic {
    let day = (try? CivilDate(birth))?.shortForm ?? birth
    return .error(
      Code("IN021"),
      "“\(name)”, sinh ngày \(day), được ghi hai lần: mã “\(ids.first)” "
        + "(dòng \(firstLine)\(spelled(other, unlike: name))) "
        + "và mã “\(ids.second)”", at: place,
      help: "giữ một dòng, xóa dòng kia và thay mã của nó ở các tệp khác")
  }

  /// IN022: perhaps one person under two ids.
  fileprivate static func perhapsSamePerson(
    _ name: String, _ other: String, _ unit: String, ids: (first: String, second: String),
    firstLine: Int,
    at place: Place
  ) -> Diagnostic {
    .warning(
      Code("IN022"),
      "đơn vị “\(unit)” có hai dòng cùng họ tên “\(name)”: mã “\(ids.first)” "
        + "(dòng \(firstLine)\(spelled(other, unlike: name))) và mã “\(ids.second)”", at: place,
      help: "nếu là hai người thì điền “ngay_sinh” cho cả hai; nếu là một thì xóa một dòng")
  }

  /// How the other row writes the name, where it writes it in another way.
  private static func spelled(_ other: String, unlike name: String) -> String {
    other == name ? "" : ", viết là “\(other)”"
  }
}
