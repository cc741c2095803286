internal import Diagnostics

// Every finding of this room; the parser says where, these say what. Pages.swift explains them.
extension Diagnostic {
  static func notUTF8(_ byte: UInt8, at place: Place) -> Diagnostic {
    let hex = String(byte, radix: 16, uppercase: true)
    return .error(
      Code("JS001"), "tệp không phải UTF-8: gặp byte \(hex) không thuộc chữ nào", at: place,
      help: "mở tệp bằng trình soạn thảo và lưu lại dạng UTF-8")
  }

  static func byteOrderMark(file: String) -> Diagnostic {
    .info(
      Code("JS002"), "tệp bắt đầu bằng dấu BOM của UTF-8, đã bỏ qua", at: .file(file),
      help: "lưu lại dạng “UTF-8”, không phải “UTF-8 with BOM”")
  }

  static func utf16(file: String) -> Diagnostic {
    .error(
      Code("JS003"), "tệp được lưu dạng UTF-16 (Notepad gọi là Unicode)", at: .file(file),
      help: "lưu lại dạng UTF-8")
  }

  static func emptyFile(at place: Place) -> Diagnostic {
    .error(
      Code("JS004"), "tệp trống", at: place, help: "chép nội dung vào tệp, hoặc xóa tệp nếu thừa")
  }

  static func unexpected(_ sign: String, expecting expected: String, at place: Place) -> Diagnostic
  {
    .error(
      Code("JS005"), "gặp \(visible(sign)) ở chỗ phải là \(expected)", at: place,
      help: "xem lại dấu phẩy và dấu ngoặc ngay trước chỗ này")
  }

  static func missingValue(after step: JSONParser.Step?, at place: Place) -> Diagnostic {
    let name = if case .name(let name) = step { "khóa “\(name)”" } else { "chỗ này" }
    return .error(
      Code("JS006"), "\(name) chưa có giá trị", at: place,
      help: "viết giá trị, hoặc null khi chưa biết")
  }

  static func unterminated(at place: Place) -> Diagnostic {
    .error(
      Code("JS007"), "đoạn chữ thiếu dấu ngoặc kép đóng", at: place,
      help: "thêm dấu \" vào cuối đoạn chữ")
  }

  static func missingComma(at place: Place) -> Diagnostic {
    .error(Code("JS008"), "thiếu dấu phẩy sau chỗ này", at: place, help: "thêm dấu phẩy")
  }

  static func missingColon(after name: String, at place: Place) -> Diagnostic {
    // A colon inside the name means that its closing quote is what is missing.
    if let colon = name.firstIndex(of: ":") {
      return .error(
        Code("JS009"), "tên “\(name[..<colon])” thiếu dấu ngoặc kép đóng", at: place,
        help: "viết \"\(name[..<colon])\": rồi đến giá trị")
    }
    return .error(
      Code("JS009"), "thiếu dấu hai chấm sau tên “\(name)”", at: place,
      help: "viết \"\(name)\": rồi đến giá trị")
  }

  static func unclosed(_ openings: [(sign: UInt8, line: Int)], at place: Place) -> Diagnostic {
    let list = openings.reversed().prefix(5)
      .map { "“\(UnicodeScalar($0.sign))” mở ở dòng \($0.line)" }
      .joined(separator: ", ")
    let closing = openings.reversed()
      .map { $0.sign == UInt8(ascii: "{") ? "}" : "]" }.prefix(5).joined(separator: " ")
    let more = openings.count > 5 ? " và \(openings.count - 5) ngoặc nữa" : ""
    return .error(
      Code("JS010"), "tệp hết mà chưa đóng ngoặc \(list)\(more)", at: place,
      help: "thêm \(closing) vào đúng chỗ; nếu tệp bị cắt cụt, lấy lại bản đầy đủ")
  }

  static func mismatched(
    _ sign: String, opening: String, line: Int, closing: String, at place: Place
  ) -> Diagnostic {
    .error(
      Code("JS010"), "gặp “\(sign)” trong khi “\(opening)” mở ở dòng \(line) chưa được đóng",
      at: place, help: "thêm “\(closing)” trước chỗ này, hoặc thay “\(sign)” bằng “\(closing)”")
  }

  static func opensBeforeClosing(
    _ sign: String, opening: String, line: Int, closing: String, at place: Place
  ) -> Diagnostic {
    .error(
      Code("JS010"), "gặp “\(sign)” trong khi “\(opening)” mở ở dòng \(line) chưa được đóng",
      at: place, help: "thêm “\(closing)” vào cuối mục đứng trước chỗ này")
  }

  static func extraComma(at place: Place) -> Diagnostic {
    .error(Code("JS011"), "thừa dấu phẩy", at: place, help: "xóa dấu phẩy này")
  }

  static func comment(at place: Place) -> Diagnostic {
    .error(
      Code("JS012"), "JSON không có ghi chú", at: place,
      help: "xóa ghi chú này khỏi tệp")
  }

  static func foreignQuotes(_ quote: String, at place: Place) -> Diagnostic {
    .error(
      Code("JS013"), "dùng dấu \(quote) thay cho dấu ngoặc kép thẳng \"", at: place,
      help: "viết dấu \" ở cả đầu và cuối đoạn chữ; đừng soạn tệp này bằng Word")
  }

  static func controlCharacter(_ byte: UInt8, at place: Place) -> Diagnostic {
    let (what, help) =
      switch byte {
      case 0x0A, 0x0D: ("xuống dòng giữa đoạn chữ", "viết \\n thay cho chỗ xuống dòng")
      case 0x09: ("phím Tab giữa đoạn chữ", "viết \\t hoặc dấu cách thay cho Tab")
      default: ("ký tự điều khiển \(codePoint(UInt32(byte))) trong đoạn chữ", "xóa ký tự này")
      }
    return .error(Code("JS014"), what, at: place, help: help)
  }

  static func badEscape(_ escape: String, at place: Place) -> Diagnostic {
    .error(
      Code("JS015"), "“\(escape)” không có nghĩa sau dấu \\", at: place,
      help: "viết \\\\ khi muốn có chính dấu \\")
  }

  static func loneSurrogate(_ escape: String, at place: Place) -> Diagnostic {
    .error(
      Code("JS015"), "“\(escape)” chỉ là một nửa của ký tự", at: place,
      help: "viết thẳng ký tự đó thay cho mã \\u")
  }

  static func badNumber(_ text: String, meant: JSONValue.Kind, at place: Place) -> Diagnostic {
    let help =
      switch meant {
      case .number(let number):
        "viết \(number): không có dấu phân nhóm hay số 0 ở đầu, dấu thập phân là dấu chấm"
      case .string(let text): "đặt trong dấu ngoặc kép: \"\(text)\""
      default: "viết số bằng chữ số, hoặc đặt trong dấu ngoặc kép nếu là chữ"
      }
    return .error(Code("JS016"), "“\(text)” không phải là số", at: place, help: help)
  }

  static func duplicateKey(_ name: String, firstLine: Int, at place: Place) -> Diagnostic {
    .error(
      Code("JS017"), "khóa “\(name)” đã có ở dòng \(firstLine)", at: place,
      help: "giữ một chỗ, xóa hoặc đổi tên chỗ kia")
  }

  static func trailing(_ text: String, at place: Place) -> Diagnostic {
    .error(
      Code("JS018"), "sau khi đã đóng hết ngoặc còn “\(clipped(text))”", at: place,
      help: "xóa phần thừa, hoặc xem lại dấu đóng ngoặc phía trên")
  }

  static func telexBracket(
    _ letter: String, _ bracket: String, count: Int, lines: [Int], at place: Place
  ) -> Diagnostic {
    let shown = lines.prefix(8).map(String.init).joined(separator: ", ")
    let all = lines.count > 8 ? shown + "…" : shown
    let more = count == 1 ? "" : " (cả thảy \(count) chỗ, dòng \(all))"
    return .error(
      Code("JS019"), "bộ gõ Telex đã đổi dấu ngoặc “\(bracket)” thành “\(letter)”\(more)",
      at: place, help: "tắt bộ gõ khi sửa tệp này")
  }

  static func bareName(_ name: String, at place: Place) -> Diagnostic {
    .error(
      Code("JS020"), "tên “\(clipped(name))” không nằm trong dấu ngoặc kép", at: place,
      help: "viết \"\(clipped(name))\"")
  }

  static func bareText(_ text: String, meant: JSONValue.Kind, at place: Place) -> Diagnostic {
    let message = "“\(clipped(text))” không nằm trong dấu ngoặc kép"
    let help =
      switch meant {
      case .boolean(let truth): "viết \(truth)"
      case .null: "viết null"
      default: "đặt trong dấu ngoặc kép: \"\(clipped(text))\""
      }
    return .error(Code("JS020"), message, at: place, help: help)
  }

  static func quoteInside(rest: String, at place: Place) -> Diagnostic {
    .error(
      Code("JS021"), "đoạn chữ đã đóng mà sau đó còn “\(clipped(rest))”", at: place,
      help: "viết dấu ngoặc kép bên trong đoạn chữ là “ ” hoặc \\\"; nếu là mục mới, thêm dấu phẩy")
  }

  static func invisible(_ name: String, at place: Place) -> Diagnostic {
    .error(
      Code("JS022"), "khoảng trắng lạ \(name) giữa các dấu của JSON", at: place,
      help: "xóa và gõ lại bằng phím cách")
  }

  static func more(_ count: Int, file: String) -> Diagnostic {
    .info(Code("JS023"), "còn ít nhất \(count) lỗi nữa không liệt kê", at: .file(file))
  }
}

// MARK: - Limits

extension Diagnostic {
  static func fileTooLarge(_ bytes: Int, limit: Int, file: String) -> Diagnostic {
    .error(
      Code("JS024"), "tệp có \(bytes) byte, quá giới hạn \(limit) byte", at: .file(file),
      help: "chia tệp thành nhiều đợt, hoặc nới bằng --limit json-byte=SỐ")
  }

  static func tooDeep(_ limit: Int, at place: Place) -> Diagnostic {
    .error(
      Code("JS024"), "quá \(limit) ngoặc lồng nhau", at: place,
      help: "xem lại các dấu đóng ngoặc; nếu đúng ý thì nới bằng --limit json-tang=SỐ")
  }

  static func tooManyValues(_ limit: Int, at place: Place) -> Diagnostic {
    .error(
      Code("JS024"), "tệp có quá \(limit) giá trị", at: place,
      help: "chia tệp thành nhiều đợt, hoặc nới bằng --limit json-gia-tri=SỐ")
  }

  static func tooLong(
    _ what: String, _ limit: Int, named name: String, at place: Place
  ) -> Diagnostic {
    .error(
      Code("JS024"), "\(what) dài quá \(limit) byte", at: place,
      help: "xem lại chỗ này, có thể thiếu dấu ngoặc kép; nếu đúng ý thì nới bằng"
        + " --limit \(name)=SỐ")
  }
}

/// The text in quotes, or the code point of a sign that shows nothing.
private func visible(_ sign: String) -> String {
  guard let scalar = sign.unicodeScalars.first else { return "“”" }
  let shows =
    !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
    && scalar.properties.generalCategory != .format
  return shows ? "“\(sign)”" : "ký tự \(codePoint(scalar.value))"
}

private func codePoint(_ value: UInt32) -> String {
  let hex = String(value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
}

/// At most 30 characters of a text.
private func clipped(_ text: String) -> String {
  text.count > 30 ? text.prefix(30) + "…" : text
}
