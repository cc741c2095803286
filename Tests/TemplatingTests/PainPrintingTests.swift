import Templating
import Testing

@Suite("Pains of printing many records")
struct PainPrintingTests {
  /// The records of the test have one, two and no lines of their own, so that joining their texts
  /// alone would run them together; each begins its pages anew, and none stands behind the last.
  @Test(
    "pain 8: records in one file to print, no blank page behind the last",
    arguments: DocumentFormat.allCases)
  func oneFile(format: DocumentFormat) throws { try MergeTests().pages(format: format) }

  @Test("pain 9: a header of its own for each item", arguments: DocumentFormat.allCases)
  func ownHeader(format: DocumentFormat) throws { try PageTests().headers(format: format) }
}
