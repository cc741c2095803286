import Conformance
import LocatedJSON
import Templating
import ZipContainer

private let data: JSONValue = ["a": 1, "b": "x", "c": [["a": 2], ["a": 1]], "d": true]

private let names = [
  "word/document.xml", "word/_rels/document.xml.rels", "word/settings.xml", "[Content_Types].xml",
  "word/styles.xml", "content.xml", "styles.xml", "META-INF/manifest.xml", "meta.xml",
]

/// Parts of a package are judged, compiled, filled and linted.
///
/// Each stands behind a zero byte and the number of its name. What was filled names nothing outside.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let package = try? package(bytes) else { return 0 }
  _ = Conformance.lint(package, name: "x", settings: LintSettings())
  guard let template = Template.compile(package, name: "x").value else { return 0 }
  var limits = RenderLimits()
  limits.steps = 20_000
  limits.bytes = 1 << 20
  guard let filled = template.render(data, limits: limits).value else { return 0 }
  precondition(template.render(data, limits: limits).value == filled, "not the same twice")
  // A second pass finds nothing more to take away: what was filled names nothing outside.
  let outside = ["TE095", "TE096", "TE097", "TE098", "TE099"]
  for finding in Template.compile(filled, name: "x").findings {
    precondition(!outside.contains(finding.code.description), "\(finding)")
  }
  return 0
}

private func package(_ bytes: UnsafeBufferPointer<UInt8>) throws -> [UInt8] {
  var parts: [(name: String, contents: [UInt8])] = []
  for piece in bytes.split(separator: 0) {
    guard let first = piece.first else { continue }
    let name = names[Int(first) % names.count]
    guard !parts.contains(where: { $0.name == name }) else { continue }
    parts.append((name, Array(piece.dropFirst())))
  }
  var writer = try ZipWriter()
  if parts.contains(where: { $0.name == "content.xml" }) {
    let type = Array("application/vnd.oasis.opendocument.text".utf8)
    try writer.add(ZipEntry(name: "mimetype", contents: type, stored: true))
  }
  for part in parts { try writer.add(ZipEntry(name: part.name, contents: part.contents)) }
  return try writer.finish()
}
