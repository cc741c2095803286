import Diagnostics
import Dossier
import LocatedJSON
import Vocabulary

// What the checker of shapes has to say; one function per code, or per case of a code.

extension Diagnostic {
  /// IN001 and IN002: a text that is no date, or a day that does not exist.
  static func notADate(
    _ failure: CivilDate.Failure, _ name: String, at place: Place
  ) -> Diagnostic {
    switch failure {
    case .malformed(let text):
      .error(
        Code("IN001"), "“\(text)” không phải là ngày", at: place,
        help: dateAdvice(for: text))
    case .noSuchDay(let year, let month, let day):
      .error(
        Code("IN002"), "không có ngày \(day) tháng \(month) năm \(year)", at: place,
        help: "đối chiếu \(name) với giấy tờ gốc rồi sửa lại")
    }
  }

  /// Proposes the form of the files for a day written as people write it, such as `14/3/1988`.
  private static func dateAdvice(for text: String) -> String {
    let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
    if parts.count == 3, text.first?.isNumber == true,
      let day = try? CivilDate(year: parts[2], month: parts[1], day: parts[0])
    {
      return "viết theo dạng năm-tháng-ngày: \(day)"
    }
    return "viết theo dạng năm-tháng-ngày, ví dụ 2008-02-29"
  }

  /// IN003: a key that the file does not know.
  static func unknownKey(
    _ key: String, nearest: String?, known: [String], at place: Place
  ) -> Diagnostic {
    .error(
      Code("IN003"), "không có khóa “\(key)” ở đây", at: place,
      help: nearest.map { "có phải “\($0)”?" } ?? "chỉ dùng các khóa: \(listed(known))")
  }

  /// IN004: a key that must be there is not.
  static func missingKey(_ field: Field, label: String?, at place: Place) -> Diagnostic {
    let owner = label.map { " ở “\($0)”" } ?? ""
    return .error(
      Code("IN004"), "thiếu khóa “\(field.key)”\(owner)", at: place,
      help: "thêm khóa “\(field.key)” (\(gist(field.description)))")
  }

  /// IN004 for a group of keys of which one must be there, IN009 when there are several.
  static func notExactlyOne(of keys: [String], found: Int, at place: Place) -> Diagnostic {
    let names = keys.map { "“\($0)”" }.joined(separator: " hoặc ")
    return found == 0
      ? .error(Code("IN004"), "thiếu khóa \(names)", at: place, help: "thêm một trong các khóa này")
      : .error(
        Code("IN009"), "chỉ được có một trong các khóa \(names)", at: place,
        help: "giữ một khóa, xóa khóa còn lại")
  }

  /// IN005: a value of another type than the key needs.
  static func wrongType(
    _ value: JSONValue, _ shape: Shape, _ name: String, at place: Place
  ) -> Diagnostic {
    .error(
      Code("IN005"), "\(name) phải là \(shape.noun), ở đây là \(value.seen)", at: place,
      help: shape.advice(insteadOf: value))
  }

  /// IN006: a word outside the closed list.
  static func unknownWord(_ word: String, allowed: [String], at place: Place) -> Diagnostic {
    let nearest = NearestName.nearest(to: word, among: allowed).map { "có phải “\($0)”? " } ?? ""
    return .error(
      Code("IN006"), "không có giá trị “\(word)”", at: place,
      help: nearest + "các giá trị được dùng: \(listed(allowed))")
  }

  /// IN007: a text or number whose form is not the one asked for.
  static func malformed(_ text: String, _ rule: TextRule, at place: Place) -> Diagnostic {
    .error(Code("IN007"), "“\(text)” không phải là \(rule.noun)", at: place, help: rule.advice)
  }

  /// IN007: a number with a fraction where a whole one belongs.
  static func notWhole(_ text: String, _ name: String, at place: Place) -> Diagnostic {
    .error(
      Code("IN007"), "\(text) không phải là số nguyên", at: place,
      help: "viết \(name) bằng số nguyên, không có phần thập phân")
  }

  /// IN007: a number with more decimals than can be kept.
  static func notQuantity(_ text: String, _ name: String, at place: Place) -> Diagnostic {
    .error(
      Code("IN007"), "số \(text) không dùng được", at: place,
      help: "viết \(name) với tối đa hai chữ số sau dấu chấm, ví dụ 97.5")
  }

  /// IN010: a number outside the range allowed.
  static func outOfRange(
    _ text: String, _ range: ClosedRange<Int>, _ name: String, at place: Place
  ) -> Diagnostic {
    .error(
      Code("IN010"), "\(name) không thể là \(text)", at: place,
      help: "ghi một số từ \(range.lowerBound) đến \(range.upperBound)")
  }

  /// IN010: a negative number.
  static func negative(_ text: String, _ name: String, at place: Place) -> Diagnostic {
    .error(Code("IN010"), "\(name) không thể là \(text)", at: place, help: "ghi một số không âm")
  }

  /// IN033: a share between 0 and 1, which is under one per cent as the file is read.
  static func perhapsPartOfOne(
    _ share: Quantity, _ text: String, _ name: String, at place: Place
  ) -> Diagnostic {
    .warning(
      Code("IN033"),
      "\(name) là \(text), được hiểu là \(share)%; có phải muốn ghi "
        + "\(Quantity(hundredths: share.hundredths * 100))% không", at: place,
      help: "tỷ lệ ghi theo phần trăm: nếu đúng là dưới 1% thì để nguyên, nếu không thì ghi "
        + "\(share.hundredths)")
  }

  /// IN008: a text of nothing but blanks.
  static func blank(_ name: String, at place: Place) -> Diagnostic {
    .error(Code("IN008"), "\(name) đang để trống", at: place, help: TextRule.any.advice)
  }

  /// IN011: a list with fewer items than the paper needs.
  static func tooFewItems(
    _ count: Int, _ least: Int, _ name: String, at place: Place
  ) -> Diagnostic {
    .error(
      Code("IN011"), "\(name) cần ít nhất \(least) phần tử, ở đây có \(count)", at: place,
      help: "bổ sung cho đủ")
  }

  /// IN012: two rows where one belongs.
  static func repeatedRow(
    _ key: String, _ text: String, firstLine: Int, at place: Place
  ) -> Diagnostic {
    .error(
      Code("IN012"), "đã có một dòng với “\(key)” là “\(text)”, ở dòng \(firstLine)", at: place,
      help: "gộp hai dòng làm một, hoặc sửa “\(key)”")
  }

  /// IN013: a stretch of time that ends before it begins.
  static func reversed(
    _ keys: (from: String, to: String), from: String, to: String, at place: Place
  ) -> Diagnostic {
    .error(
      Code("IN013"), "“\(keys.to)” (\(to)) đứng trước “\(keys.from)” (\(from))", at: place,
      help: "đối chiếu hai giá trị rồi sửa lại")
  }

  /// IN014: a key of a table by years that is no year.
  static func notAYear(_ text: String, at place: Place) -> Diagnostic {
    .error(
      Code("IN014"), "khóa “\(text)” không phải là năm", at: place,
      help: "viết năm bằng bốn chữ số, ví dụ \"2027\"")
  }

  /// IN015: `$schema` names the schema of another file.
  static func otherSchema(_ seen: String, expected: String, at place: Place) -> Diagnostic {
    .warning(
      Code("IN015"), "“$schema” trỏ tới “\(seen)”, không phải lược đồ của tệp này", at: place,
      help: "sửa phần cuối đường dẫn thành “\(expected)”")
  }

  /// Words in a row, each in quotation marks.
  private static func listed(_ words: [String]) -> String {
    words.map { "“\($0)”" }.joined(separator: ", ")
  }

  /// A description as the end of a help: without its capital letter and full stop.
  private static func gist(_ description: String) -> String {
    let text = description.hasSuffix(".") ? String(description.dropLast()) : description
    let second = text.dropFirst().first
    return second?.isUppercase == true ? text : text.prefix(1).lowercased() + text.dropFirst()
  }
}
