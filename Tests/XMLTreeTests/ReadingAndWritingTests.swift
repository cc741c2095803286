import Testing
import XMLTree

@Suite("A document is read whole and written as it was")
struct ReadingAndWritingTests {
  private func parse(_ text: String) throws -> XMLNode {
    try XMLDocument(parsing: Array(text.utf8)).root
  }

  private func written(_ node: XMLNode) -> String {
    var writer = XMLWriter()
    writer.append(node)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(
    "what is written reads back equal, and is written equal",
    arguments: [
      "<a/>",
      "<w:p xmlns:w=\"http://w\" xmlns=\"http://d\" w:x=\"1\" y=\"2\"><w:r/><z xmlns=\"\"/></w:p>",
      "<a> <b>  </b>\n\t<c xml:space=\"preserve\"> x </c> </a>",
      "<a>&lt;&amp;&gt;\"'&#13;\n\t</a>",
      "<a b=\"&lt;&amp;&gt;&quot;'&#9;&#10;&#13;\"/>",
      "<a>Nguyễn Thị Lò 𝄞</a>",
      "<a><!-- lời ghi --><?mso x=\"1\"?><?bare?></a>",
      // Writer repeats ids, and begins some with a digit.
      "<a xml:id=\"x\"><b xml:id=\"x\"/><c xml:id=\"1\"/></a>",
    ])
  func roundTrip(text: String) throws {
    #expect(written(try parse(text)) == text)
    #expect(written(try parse(text).deepCopy()) == text)
  }

  @Test("the declaration is kept", arguments: [true, false, nil])
  func declaration(standalone: Bool?) throws {
    let bytes = XMLWriter.bytes(
      of: XMLDocument(root: .element(XMLName("a")), standalone: standalone))
    let document = try XMLDocument(parsing: bytes)
    #expect(document.standalone == standalone)
    #expect(XMLWriter.bytes(of: document) == bytes)
  }

  @Test("names carry prefix, local part and namespace; declarations come first")
  func names() throws {
    let root = try parse("<w:p b='1' w:c='2' xmlns:w='urn:w' xmlns='urn:d'><q/></w:p>")
    #expect(root.name == XMLName("p", prefix: "w", namespace: "urn:w"))
    #expect(root.isElement("p", in: "urn:w"))
    #expect(root.elements.map(\.name) == [XMLName("q", namespace: "urn:d")])
    #expect(
      root.attributes == [
        XMLAttribute(XMLName("w", prefix: "xmlns", namespace: XMLName.declarations), "urn:w"),
        XMLAttribute(XMLName("xmlns", namespace: XMLName.declarations), "urn:d"),
        XMLAttribute("b", "1"),
        XMLAttribute(XMLName("c", prefix: "w", namespace: "urn:w"), "2"),
      ])
    #expect(root.attribute("c", in: "urn:w") == "2")
    #expect(root.attribute("c") == nil)
  }

  @Test("CDATA and character references become one text")
  func joinedText() throws {
    let root = try parse("<a>một <![CDATA[<hai>]]> &#x62;a</a>")
    #expect(root.children.map(\.kind) == [.text])
    #expect(root.textContent == "một <hai> ba")
  }

  @Test("a byte order mark and comments around the root are passed over")
  func around() throws {
    let root = try parse("\u{FEFF}<?xml version='1.0' encoding='utf-8'?><!-- x --><a/><!-- y -->")
    #expect(root.name.local == "a")
    #expect(root.parent == nil)
  }

  @Test("a long text is whole")
  func longText() throws {
    let text = String(repeating: "Ủy ban nhân dân tỉnh & các sở, ", count: 20_000)
    let root = XMLNode.element(XMLName("a"), children: [.text(text)])
    #expect(try parse(written(root)).textContent == text)
  }

  @Test("characters that XML cannot hold are replaced")
  func forbidden() throws {
    let root = XMLNode.element(
      XMLName("a"), attributes: [XMLAttribute("b", "\u{0}")],
      children: [.text("x\u{1}\u{B}y\u{FFFE}\u{FFFF}\u{FFFD}z")])
    #expect(written(root) == "<a b=\"\u{FFFD}\">x\u{FFFD}\u{FFFD}y\u{FFFD}\u{FFFD}\u{FFFD}z</a>")
    _ = try parse(written(root))
  }

  @Test("pieces add up to the whole")
  func pieces() throws {
    let root = try parse("<a b='1'>x &amp; y<c/></a>")
    var writer = XMLWriter()
    writer.appendStartTag(of: root)
    let text = Array(root.children[0].text.utf8)
    writer.appendEscaped(text: text.span)
    writer.appendStartTag(of: root.children[1], selfClosing: true)
    writer.appendEndTag(of: root)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == written(root))
  }

  @Test("the name of a namespace may hold & and need not be an address")
  func namespaceNames() throws {
    for name in ["u&amp;v", "u,+&amp;amp;#38;", "không phải địa chỉ", "a b"] {
      let text = "<x:a xmlns:x=\"\(name)\"><x:b/></x:a>"
      let document = try XMLDocument(parsing: Array(text.utf8))
      let meant = name.replacing("&amp;", with: "&")
      #expect(document.root.name.namespace == meant)
      #expect(document.root.attributes.first?.value == meant)
      let written = XMLWriter.bytes(of: document)
      #expect(try XMLWriter.bytes(of: XMLDocument(parsing: written)) == written)
    }
  }
}
