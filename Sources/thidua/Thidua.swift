internal import ArgumentParser
internal import Glibc

/// The program: arguments in, one call into `Pipeline`, findings printed, exit status out.
@main
struct Thidua: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thidua",
    abstract: "Lập văn bản thi đua, khen thưởng từ dữ liệu của một kỳ xét.",
    discussion: """
      Mỗi kỳ xét là một thư mục tệp JSON; kết quả là văn bản DOCX và ODT trong thư mục output.
      Mã thoát: 0 xong; 64 gõ sai lệnh; 65 dữ liệu hoặc mẫu có lỗi; 66 thiếu đầu vào; \
      69 thiếu chương trình ngoài; 70 lỗi của phần mềm; 73, 74 không ghi được; \
      75 tạm thời chưa chạy được, thử lại sau; 130 bị dừng từ bàn phím.
      """,
    version: Reporter.version,
    subcommands: [
      Check.self, Build.self, Render.self, MergePrint.self, Inspect.self, Lint.self, Verify.self,
      Explain.self,
    ])

  static func main() async {
    // No hour of a file is looked at; libzip would ask for the machine's time zone at each.
    setenv("TZ", "UTC0", 1)
    Interruption.listen()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  /// Says what ends the program, unless a command has said it, and ends with its status.
  private static func end(with error: any Error) -> Never {
    let status = exitCode(for: error)
    if !(error is ExitCode) {
      if status == .success {
        Reporter.write(UsageText.help(fullMessage(for: error)) + "\n", to: STDOUT_FILENO)
      } else {
        Reporter.write(UsageText.fault(message(for: error)), to: STDERR_FILENO)
      }
    }
    Glibc.exit(status.rawValue)
  }
}

/// The option of every command that reports.
struct ReportOptions: ParsableArguments {
  /// How findings are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// For a person, on standard error.
    case text
    /// One object a line, on standard output.
    case json
  }

  @Option(help: "Cách in kết quả: text (cho người đọc) hoặc json (cho chương trình khác).")
  var format = Format.text
}
