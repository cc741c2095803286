import Diagnostics
import Foundation
import Pipeline
import TestSupport
import Testing

@Suite("The pages behind the codes")
struct CatalogueTests {
  @Test("every code that the program raises has a page, and every page a code that is raised")
  func complete() throws {
    let sources = Fixture.projectURL.appending(path: "Sources")
    var raised: Set<String> = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    where name.hasSuffix(".swift") && !name.hasSuffix("Pages.swift") {
      let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
      raised.formUnion(text.matches(of: /"([A-Z]{2}\d{3})"/).map { String($0.1) })
    }
    // A rule's page bears the rule's own id and comes from its pack.
    let codes = Catalogue.pages.map(\.code.description).filter { $0.count == 5 }
    #expect(codes == raised.sorted())
    #expect(Catalogue.explain("R05").output.contains("152/2025/NĐ-CP"))
  }

  @Test("explain finds a page whatever the case, and says so when there is none")
  func explain() {
    #expect(Catalogue.explain("in002").output.hasPrefix("IN002: "))
    let missing = Catalogue.explain("IN00")
    #expect(missing.status == .usage && missing.output.isEmpty)
    #expect(Catalogue.explainAll().output.contains("TE030: "))
  }

  @Test("the house has a line for every room")
  func architecture() throws {
    let root = Fixture.projectURL
    let manifest = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
    let house = try String(contentsOf: root.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
    let rooms = manifest.matches(of: /(?:room\(\s*|name: )"([A-Za-z0-9]+)"/).map { String($0.1) }
    #expect(rooms.count > 12)
    for room in Set(rooms).subtracting(["thidua"]) where !room.hasSuffix("Tests") {
      #expect(house.contains("`\(room)`"), "\(room)")
    }
  }
}
