import Testing
import XMLTree

@Suite("Outlines: what is only read")
struct OutlineTests {
  private static let vocabulary = XMLVocabulary(locals: ["a", "b", "x"], namespaces: ["u", "v&w"])

  private func outline(_ text: String, _ parser: XMLParser? = nil) throws -> XMLElement {
    try (parser ?? XMLParser(Self.vocabulary)).outline(of: Array(text.utf8)).root
  }

  @Test("names bear the numbers of the vocabulary, whatever their prefixes")
  func numbers() throws {
    let root = try outline("<p:a xmlns:p='u' xmlns='v&amp;w' x='1' p:x='2'><b/><c/><p:b/></p:a>")
    #expect([root.local, root.space] == [1, 1])
    #expect(root.elements.map(\.local) == [2, 0, 2])
    #expect(root.elements.map(\.space) == [2, 2, 1])
    #expect(root.firstChild(2, in: 1)?.position == 3)
    #expect(root.firstChild(3, in: 1) == nil)
    #expect(root.attribute(3, in: XMLVocabulary.outside) == "1")
    #expect(root.attribute(3, in: 1) == "2")
    #expect(root.attribute(3, in: 2) == nil)
  }

  @Test("texts are whole, whatever they are made of")
  func texts() throws {
    let root = try outline(
      "<a x='&amp;#38;&lt;&#10;'>một &amp; <![CDATA[<hai>]]>&#x1EBD;<b>ba</b></a>")
    #expect(root.attribute(3, in: XMLVocabulary.outside) == "&#38;<\n")
    #expect(root.children.map(\.text) == ["một & <hai>ẽ", ""])
    #expect(root.textContent == "một & <hai>ẽba")
    // Longer than libxml2 hands out at once.
    let long = String(repeating: "chữ ", count: 5_000)
    #expect(try outline("<a>\(long)</a>").children.map(\.text) == [long])
  }

  @Test("a document is read whole that is longer than libxml2 takes at once")
  func long() throws {
    // Its pieces end within letters, tags and texts.
    let texts = (0..<9).map { String(repeating: "chữ ", count: 300_000 + $0) }
    let root = try outline("<a>" + texts.map { "<b x='1'>\($0)</b>\n" }.joined() + "</a>")
    #expect(root.elements.map(\.textContent) == texts)
    #expect(throws: XMLFailure.self) {
      try outline("<a>" + texts.map { "<b>\($0)</b>" }.joined() + "</b>")
    }
  }

  @Test("a node stands at the same place in the outline and in the tree made of it")
  func places() throws {
    let text = "<a><!-- c --><b>1<x/>2</b><?p i?>3<b/></a>"
    let root = try outline(text)
    let tree = try XMLDocument(parsing: Array(text.utf8)).root
    let nodes = [tree] + tree.descendants
    #expect(
      nodes.map(\.kind) == [
        .element, .comment, .element, .text, .element, .text,
        .processingInstruction, .text, .element,
      ])
    #expect(root.descendants.map { nodes[$0.position].name.local } == ["b", "x", "b"])
    let inner = root.descendants.first { $0.local == 3 }
    #expect(inner?.parent?.position == 2)
    #expect(inner?.parent?.parent?.isSame(as: root) == true)
    #expect(root.parent == nil)
  }

  @Test("one parser reads many documents, also after one that was refused")
  func manyDocuments() throws {
    let parser = XMLParser(Self.vocabulary)
    for _ in 0..<100 {
      #expect(try outline("<a xmlns='u'><b/></a>", parser).firstChild(2, in: 1) != nil)
      // The namespace of the one before it is forgotten.
      #expect(try outline("<a><b/></a>", parser).firstChild(2, in: XMLVocabulary.outside) != nil)
      #expect(throws: XMLFailure.self) { try outline("<a xmlns='u'><b></a>", parser) }
      #expect(throws: XMLFailure.self) { try outline("<a xmlns='u'>&x;</a>", parser) }
      #expect(throws: XMLFailure.self) { try outline("<a xmlns='u'><q:b/></a>", parser) }
    }
  }

  @Test("more names than the table of names is made for")
  func manyNames() throws {
    let names = (0..<2_000).map { "<n\($0) xmlns='u\($0 % 100)'/>" }.joined()
    let document = try XMLDocument(parsing: Array("<a>\(names)</a>".utf8))
    for (number, element) in document.root.elements.enumerated() {
      #expect(element.name.local == "n\(number)")
      #expect(element.name.namespace == "u\(number % 100)")
    }
  }
}
