import Diagnostics
import Foundation
import LocatedJSON
import Templating
import TestSupport
import Testing

extension Template {
  /// Fills the template; whatever comes of it is looked at by ``StructureCheck`` in its full form.
  ///
  /// All tests of this room fill templates through it, but those that doctor the engine.
  ///
  /// `own` is the template itself, where what its author's program wrote breaks a rule.
  func checked(
    _ data: JSONValue, missing: MissingPolicy = .error, limits: RenderLimits = .standard,
    pictures: PictureSource = .none, own: [UInt8]? = nil,
    at place: SourceLocation = #_sourceLocation
  ) -> Diagnosed<[UInt8]> {
    let result = render(data, missing: missing, limits: limits, pictures: pictures)
    if let document = result.value { expectSound(document, own: own, at: place) }
    return result
  }
}

/// Expects a document without faults but those that its template has itself.
func expectSound(
  _ document: [UInt8], own: [UInt8]? = nil, at place: SourceLocation = #_sourceLocation
) {
  let known = own.map { StructureCheck.faults(in: $0) } ?? []
  let faults = StructureCheck.faults(in: document).filter { !known.contains($0) }
  #expect(faults.isEmpty, sourceLocation: place)
}

@Suite("Every document of these tests is looked at")
struct CheckedTests {
  @Test("no test fills a template past the check")
  func nobodyPasses() throws {
    let folder = Fixture.projectURL.appending(path: "Tests/TemplatingTests")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.contains("ProofTests.swift"))
    for name in names where name.hasSuffix(".swift") && !Self.own.contains(name) {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let lines = text.split(separator: "\n").filter { $0.contains(Self.sign) }
      #expect(lines.isEmpty, "\(name)")
    }
  }

  /// The tutorial's code is shown to readers as it stands.
  private static let own = ["Checked.swift", "ProofTests.swift", "TutorialTests.swift"]
  private static let sign = ".render" + "("
}
