import LocatedJSON
import Templating
import ZipContainer

private let data: JSONValue = [
  "a": 1, "b": "x & <y>", "c": [["a": 2, "b": "y\nz"], ["a": 1, "b": ""]], "d": true, "e": nil,
  "ngày": "2026-06-15", "f": [],
]

private let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

/// Text with tags, one paragraph a line and one cell where a line begins with a bar: what is filled
/// is a sound document.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  var limits = RenderLimits()
  limits.steps = 20_000
  limits.bytes = 1 << 20
  _ = TextTemplate.compile(text, at: .nowhere).value?.render(data, ordinal: 1, limits: limits)

  var body = ""
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    let (isCell, rest) = line.hasPrefix("|") ? (true, line.dropFirst()) : (false, line)
    // A run border in the middle, as office programs make them.
    let half = rest.index(rest.startIndex, offsetBy: rest.count / 2)
    let runs = [rest[..<half], rest[half...]].map {
      "<w:r><w:t xml:space=\"preserve\">\(escaped($0))</w:t></w:r>"
    }
    let paragraph = "<w:p>\(runs.joined())</w:p>"
    body += isCell ? "<w:tbl><w:tr><w:tc>\(paragraph)</w:tc></w:tr></w:tbl>" : paragraph
  }
  let document =
    "<w:document xmlns:w=\"\(word)\"><w:body>\(body)<w:p/><w:sectPr/></w:body></w:document>"
  guard
    let bytes = try? package([("[Content_Types].xml", "<Types/>"), ("word/document.xml", document)]
    ),
    let template = Template.compile(bytes, name: "x").value
  else { return 0 }
  guard let filled = template.render(data, limits: limits).value else { return 0 }
  precondition(template.render(data, limits: limits).value == filled, "not the same twice")
  let faults = StructureCheck.faults(in: filled).filter { !$0.isTag }
  precondition(faults.isEmpty, "\(faults)")
  return 0
}

private func package(_ parts: [(String, String)]) throws -> [UInt8] {
  var writer = try ZipWriter()
  for (name, text) in parts { try writer.add(ZipEntry(name: name, contents: Array(text.utf8))) }
  return try writer.finish()
}

private func escaped(_ text: Substring) -> String {
  var out = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "<": out += "&lt;"
    case "&": out += "&amp;"
    case "\t": out += " "
    case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": continue
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out
}
