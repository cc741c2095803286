/// The page behind a code, which `thidua explain CODE` prints.
///
/// Each room keeps its pages beside the code that raises the findings; a test checks that every
/// code raised has a page and every page a code.
public struct Page: Hashable, Sendable {
  /// The code the page explains.
  public let code: Code
  /// What it is, in one Vietnamese line.
  public let title: String
  /// Why it matters, what leads to it, and what to do, in Vietnamese.
  public let body: String

  /// Creates a page.
  public init(_ code: String, _ title: String, _ body: String) {
    self.code = Code(code)
    self.title = title
    self.body = body
  }
}
