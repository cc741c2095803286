import Foundation
import Testing
import ZipContainer

/// Changes the text of one part of a DOCX or an ODT.
func rewritePart(_ part: String, of path: String, _ change: (String) -> String) throws {
  let url = URL(fileURLWithPath: path)
  let archive = try ZipArchive(reading: Array(try Data(contentsOf: url)))
  var writer = try ZipWriter()
  for entry in archive.entries {
    guard entry.name == part else {
      try writer.add(entry)
      continue
    }
    let before = String(decoding: try archive.contents(of: entry), as: UTF8.self)
    let after = change(before)
    try #require(after != before)
    try writer.add(ZipEntry(name: part, contents: Array(after.utf8)))
  }
  try Data(try writer.finish()).write(to: url)
}
