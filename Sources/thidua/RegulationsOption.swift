internal import ArgumentParser

/// `--regulations`: packs of rules that add to or replace the program's own.
struct RegulationsOption: ParsableArguments {
  @Option(
    name: .customLong("regulations"),
    help: ArgumentHelp(
      "Thư mục gói quy định (.json) thêm vào hoặc thay gói có sẵn cùng mã.", valueName: "dir"),
    completion: .directory)
  var folder: String?
}
