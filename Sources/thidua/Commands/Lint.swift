internal import ArgumentParser
internal import Dossier
internal import Pipeline

/// `thidua lint`: finished documents against the rules of form.
struct Lint: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Soát thể thức văn bản theo Nghị định 30/2020/NĐ-CP.",
    discussion: """
      Nhận văn bản DOCX, ODT do bất kỳ phần mềm nào soạn, bản PDF, hoặc thư mục chứa chúng. Có PDF \
      cùng tên bên cạnh thì xem cả trang đã dựng. Thư mục do \
      thidua build lập thì loại, tình trạng, hồ sơ cơ quan lấy từ manifest.json. \
      Điểm chưa soát được thì nói rõ, không coi là đạt. thidua explain MÃ nói về từng điểm.
      """)

  @Argument(help: "Văn bản hoặc thư mục.", completion: .file(extensions: ["docx", "odt", "pdf"]))
  var paths: [String]

  @Option(help: "Loại văn bản, ví dụ ke-hoach; không nêu thì đoán theo tên loại.")
  var kind: String?

  @Option(
    help: "Hồ sơ cơ quan (JSON) để đối chiếu tên, ký hiệu, địa danh, chức vụ.",
    completion: .file(extensions: ["json"]))
  var profile: String?

  @Option(help: "Bản giấy hay bản điện tử: paper, electronic.")
  var medium: String?

  @Option(help: "Dự thảo hay đã ban hành: draft, issued.")
  var state: String?

  @Option(
    help: "Ghi một bản sao của văn bản, mỗi phát hiện một chú thích bên lề.",
    completion: .file(extensions: ["docx", "odt"]))
  var annotate: String?

  @Option(help: "Ngày ghi ở các chú thích, ví dụ 2026-04-27; không nêu thì không ghi ngày.")
  var commentDate: String?

  @Option(help: "Ghi bảng kết quả từng điểm ra tệp HTML.", completion: .file(extensions: ["html"]))
  var report: String?

  @OptionGroup var safety: LimitOptions
  @OptionGroup var reporting: ReportOptions

  func validate() throws {
    try expect(medium, ["paper", "electronic"], "--medium")
    try expect(state, ["draft", "issued"], "--state")
    guard let commentDate else { return }
    guard LintRequest.isDay(commentDate) else {
      throw ValidationError("--comment-date nhận ngày dạng 2026-04-27; đã gõ “\(commentDate)”")
    }
    guard annotate != nil else {
      throw ValidationError("--comment-date chỉ dùng cùng --annotate")
    }
  }

  private func expect(_ value: String?, _ known: [String], _ option: String) throws {
    guard let value, !known.contains(value) else { return }
    throw ValidationError("\(option) nhận \(known.joined(separator: ", ")); đã gõ “\(value)”")
  }

  func run() async throws {
    var request = LintRequest(paths: paths)
    request.kind = try kind.map { name in
      guard let kind = DocumentKind(rawValue: name) else {
        let known = DocumentKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("không có loại văn bản “\(name)”; các loại: \(known)")
      }
      return kind
    }
    request.profile = profile
    request.medium = medium
    request.state = state
    request.report = report
    request.annotated = annotate
    request.commentDay = commentDate
    try Reporter.report(
      Pipeline.lint(request, in: World(limits: try safety.limits)), as: reporting.format)
  }
}
