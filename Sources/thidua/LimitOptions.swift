internal import ArgumentParser
internal import Pipeline

/// The option of every command that reads files from anywhere.
struct LimitOptions: ParsableArguments {
  @Option(
    name: .customLong("limit"),
    help: ArgumentHelp(
      "Nới hay thắt một giới hạn an toàn, ví dụ goi-muc=2000 hoặc xml-byte=64M; ghi được nhiều lần.",
      valueName: "tên=số"))
  var written: [String] = []

  func validate() throws { _ = try limits }

  /// The limits that hold.
  var limits: SafetyLimits {
    get throws {
      var limits = SafetyLimits.standard
      for setting in written {
        do throws(SafetyLimits.Refusal) {
          try limits.set(setting)
        } catch {
          throw ValidationError(error.message)
        }
      }
      return limits
    }
  }
}
