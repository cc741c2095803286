import ArgumentParser
import Testing

@testable import thidua

@Suite("The command line's own words")
struct HelpTests {
  @Test("the abstract is Vietnamese")
  func abstract() {
    #expect(Thidua.configuration.commandName == "thidua")
    #expect(Thidua.configuration.abstract.hasPrefix("Lập văn bản"))
  }
}
