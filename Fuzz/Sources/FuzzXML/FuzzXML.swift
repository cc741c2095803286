import XMLTree

private let limits = XMLLimits(
  bytes: 1 << 20, depth: 256, nodes: 50_000, attributes: 256, text: 1 << 18, name: 1_024)

/// What is taken as XML comes back when it is written, and writing it again changes nothing.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  comesInPieces(bytes)
  guard let document = try? XMLDocument(parsing: bytes, limits: limits) else { return 0 }
  let written = XMLWriter.bytes(of: document)
  var wider = limits
  // Escaping makes it longer: one quotation mark becomes six bytes.
  wider.bytes = 8 << 20
  do {
    let again = try XMLDocument(parsing: written, limits: wider)
    precondition(XMLWriter.bytes(of: again) == written, "writing changes what was written")
    precondition(isSame(document.root, again.root), "the tree is not the same")
    precondition(document.standalone == again.standalone)
  } catch {
    fatalError("read, but not read again: \(error)")
  }
  return 0
}

/// A part that comes in pieces is taken when it is taken whole, and is the same.
private func comesInPieces(_ bytes: [UInt8]) {
  var rest = bytes[...]
  // Sizes that put the cuts into tags, characters and marks.
  let size = 1 + Int(bytes.last ?? 0) % 16
  let pieced = try? XMLParser().outline(bytes: bytes.count, limits: limits) {
    guard !rest.isEmpty else { return nil }
    defer { rest = rest.dropFirst(size) }
    return Array(rest.prefix(size))
  }
  let whole = try? XMLParser().outline(of: bytes, limits: limits)
  precondition((pieced == nil) == (whole == nil), "taken in one way only")
  guard let pieced, let whole else { return }
  precondition(pieced.root.textContent == whole.root.textContent, "other texts")
  precondition(
    pieced.root.descendants.map(\.position) == whole.root.descendants.map(\.position),
    "other elements")
}

private func isSame(_ one: XMLNode, _ other: XMLNode) -> Bool {
  guard one.kind == other.kind, one.name == other.name, one.attributes == other.attributes,
    one.text == other.text, one.children.count == other.children.count
  else { return false }
  return zip(one.children, other.children).allSatisfy(isSame)
}
