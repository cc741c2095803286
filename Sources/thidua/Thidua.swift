internal import ArgumentParser

/// `thidua`: from the data of a review period to its documents.
@main
struct Thidua: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thidua",
    abstract: "Lập văn bản thi đua, khen thưởng từ dữ liệu của một kỳ xét.",
    discussion: """
      Mỗi kỳ xét là một thư mục tệp JSON; kết quả là văn bản DOCX và ODT trong thư mục output.
      """)
}
