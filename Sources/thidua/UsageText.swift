internal import ArgumentParser

/// What the argument parser says, in the clerk's language.
///
/// The parser knows English only; its sentences are few and fixed. One that is not known here is
/// shown as it is, behind a Vietnamese beginning.
enum UsageText {
  /// A help page with its headings and stock phrases in Vietnamese.
  static func help(_ text: String) -> String {
    phrases.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  private static let phrases = [
    ("OVERVIEW: ", ""), ("USAGE: ", "CÁCH DÙNG: "), ("ARGUMENTS:", "THAM SỐ:"),
    ("OPTIONS:", "TÙY CHỌN:"), ("SUBCOMMANDS:", "CÁC LỆNH:"),
    ("<subcommand>", "<lệnh>"), ("<options>", "<tùy chọn>"), ("[<options>]", "[<tùy chọn>]"),
    ("Show help information.", "Hiện phần trợ giúp này."),
    ("Show the version.", "Hiện số phiên bản."),
    ("Show subcommand help information.", "Hiện phần trợ giúp của một lệnh."),
    ("(default: ", "(mặc định: "), ("(values: ", "(giá trị: "), ("; default:", "; mặc định:"),
    ("(help)", "(trợ giúp)"),
    ("for detailed help.", "để xem trợ giúp của từng lệnh."), ("  See '", "  Gõ '"),
  ]

  /// What is wrong with a command line, as one finding-like sentence and what to type.
  static func fault(_ message: String) -> String {
    "lỗi: \(sentence(message))\n  = giúp: gõ thidua --help, hoặc thidua <lệnh> --help, để xem cách dùng\n"
  }

  private static func sentence(_ message: String) -> String {
    if let match = message.firstMatch(of: /^Missing expected argument '(.+?)'/) {
      return "thiếu tham số \(match.1)"
    }
    if let match = message.firstMatch(of: /^Missing value for '(.+?)'/) {
      return "thiếu giá trị sau \(match.1)"
    }
    if let match = message.firstMatch(of: /^Unknown option '(.+?)'(?:\. Did you mean '(.+?)'\?)?/) {
      return "không có tùy chọn \(match.1)" + (match.2.map { "; có phải là \($0)?" } ?? "")
    }
    if let match = message.firstMatch(of: /^Unexpected argument '(.+?)'/) {
      return "thừa “\(match.1)”"
    }
    if let match = message.firstMatch(of: /^(\d+) unexpected arguments: (.+)/) {
      return "thừa \(match.1) tham số: \(match.2)"
    }
    if let match = message.firstMatch(of: /^The value '(.*?)' is invalid for '(.+?)'/) {
      return "\(match.2) không nhận giá trị “\(match.1)”"
    }
    return message
  }
}
