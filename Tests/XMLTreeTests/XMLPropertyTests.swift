import TestSupport
import Testing
import XMLTree

@Suite("Of any document")
struct XMLPropertyTests {
  private func node(_ random: inout Seeded, _ depth: Int) -> XMLNode {
    let node = XMLNode.element(XMLName(random.pick(["a", "b", "c-1", "đoạn"])))
    for name in ["x", "y", "ngày"] where random.number(below: 3) == 0 {
      node.setAttribute(name, to: random.text(6))
    }
    guard depth > 0 else { return node }
    var isAfterText = false
    for _ in 0..<random.number(below: 4) {
      // Two texts in a row are one when they are read.
      if !isAfterText, random.number(below: 2) == 0 {
        let text = random.text(8)
        if !text.isEmpty { node.append(.text(text)) }
        isAfterText = !text.isEmpty
      } else {
        node.append(self.node(&random, depth - 1))
        isAfterText = false
      }
    }
    return node
  }

  private func isSame(_ one: XMLNode, _ other: XMLNode) -> Bool {
    one.kind == other.kind && one.name == other.name && one.attributes == other.attributes
      && one.text.utf8.elementsEqual(other.text.utf8)
      && one.children.count == other.children.count
      && zip(one.children, other.children).allSatisfy(isSame)
  }

  @Test(
    "what is written is what is read, and writing that again gives the same", arguments: 0..<150)
  func roundTrip(seed: Int) throws {
    var random = Seeded(UInt64(seed))
    let document = XMLDocument(
      root: node(&random, 5), standalone: random.pick([true, false, nil]))
    let bytes = XMLWriter.bytes(of: document)
    let read = try XMLDocument(parsing: bytes)
    #expect(isSame(read.root, document.root))
    #expect(read.standalone == document.standalone)
    #expect(XMLWriter.bytes(of: read) == bytes)
    #expect(isSame(read.root.deepCopy(), read.root))
  }

  @Test(
    "with bytes changed it is refused, or means the same when it is written", arguments: 0..<150)
  func damaged(seed: Int) throws {
    var random = Seeded(UInt64(seed))
    var bytes = XMLWriter.bytes(of: XMLDocument(root: node(&random, 4)))
    for _ in 0...random.number(below: 3) {
      bytes[random.number(below: bytes.count)] = UInt8(random.number(below: 128))
    }
    guard let document = try? XMLDocument(parsing: bytes) else { return }
    let again = try XMLDocument(parsing: XMLWriter.bytes(of: document))
    #expect(isSame(again.root, document.root))
  }
}
