import LocatedJSON

private let limits: JSONLimits = {
  var limits = JSONLimits()
  limits.bytes = 1 << 20
  limits.values = 50_000
  return limits
}()

/// Sound JSON comes back when it is written; of faulty JSON every place lies in the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let read = JSONReader.read(bytes, file: "x.json", limits: limits)
  precondition(read.value != nil || read.findings.hasErrors, "no value and no reason")
  precondition(read.findings.count <= limits.findings + 2)
  for finding in read.findings {
    guard let span = finding.place.span else { continue }
    precondition(span.line >= 1 && span.column >= 1 && span.length >= 1)
  }
  guard let root = read.value?.root, !read.findings.hasErrors else { return 0 }
  let written = JSONWriter.compact(root)
  let again = JSONReader.read(written, file: "x.json")
  precondition(!again.findings.hasErrors, "written, but not read: \(again.findings)")
  precondition(again.value.map { JSONWriter.compact($0.root) } == written)
  let pretty = JSONReader.read(JSONWriter.pretty(root), file: "x.json")
  precondition(pretty.value.map { JSONWriter.compact($0.root) } == written)
  return 0
}
