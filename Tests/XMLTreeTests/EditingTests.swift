import Testing
import XMLTree

@Suite("A tree is edited in place")
struct EditingTests {
  private func element(_ name: String, _ children: XMLNode...) -> XMLNode {
    .element(XMLName(name), children: children)
  }

  private func names(_ node: XMLNode) -> [String] { node.children.map(\.name.local) }

  @Test("nodes are added, moved and taken out; each has one parent")
  func moving() {
    let (x, y, z) = (element("x"), element("y"), element("z"))
    let a = element("a", x, y)
    let b = element("b")
    b.append(x)
    #expect(names(a) == ["y"])
    #expect(x.parent === b)
    a.insert(z, at: 0)
    a.insert(x, after: z)
    #expect(names(a) == ["z", "x", "y"])
    a.insert(y, before: z)
    #expect(names(a) == ["y", "z", "x"])
    a.insert(y, before: y)
    a.insert(y, after: x)
    #expect(names(a) == ["z", "x", "y"])
    #expect(y.indexInParent == 2)
    x.removeFromParent()
    #expect(x.parent == nil)
    #expect(x.indexInParent == nil)
    a.replaceChildren(with: [y, x, z])
    #expect(names(a) == ["y", "x", "z"])
    #expect(b.children.isEmpty)
  }

  @Test("a child outlives its parent and then has none")
  func orphan() {
    let child = element("c", element("d"))
    do { _ = element("p", element("q"), child) }
    #expect(child.parent == nil)
    #expect(names(child) == ["d"])
    #expect(child.children[0].parent === child)
  }

  @Test("attributes keep their position and prefix")
  func attributes() {
    let node = XMLNode.element(
      XMLName("a"),
      attributes: [XMLAttribute(XMLName("v", prefix: "w", namespace: "u"), "1")])
    node.setAttribute("v", to: "2")
    node.setAttribute(XMLName("v", prefix: "other", namespace: "u"), to: "3")
    #expect(node.attributes.map(\.name.qualified) == ["w:v", "v"])
    #expect(node.attributes.map(\.value) == ["3", "2"])
    node.removeAttribute("v", in: "u")
    #expect(node.attributes == [XMLAttribute("v", "2")])
  }

  @Test("a copy shares nothing with its original")
  func copies() {
    let original = element("a", element("b", .text("chữ")))
    let copy = original.deepCopy()
    copy.children[0].children[0].text = "khác"
    copy.children[0].setAttribute("x", to: "1")
    #expect(original.textContent == "chữ")
    #expect(original.children[0].attributes.isEmpty)
    #expect(copy.children[0].parent === copy)
    #expect(original.shallowCopy().children.isEmpty)
  }

  @Test("descendants come in document order, also while the tree is edited")
  func order() {
    let root = element("a", element("b", element("c"), .text("")), element("d", element("e")))
    #expect(root.descendants.map(\.name.local) == ["b", "c", "", "d", "e"])
    for node in root.descendants where node.name.local == "c" { node.removeFromParent() }
    #expect(root.descendants.map(\.name.local) == ["b", "", "d", "e"])
    #expect(root.firstChild("d", in: "")?.children.count == 1)
  }

  @Test("a tree a hundred thousand deep is walked, copied, written and let go")
  func deep() {
    var top = element("a")
    for _ in 0..<100_000 { top = element("a", top) }
    #expect(top.descendants.reduce(0) { count, _ in count + 1 } == 100_000)
    var writer = XMLWriter()
    writer.append(top.deepCopy())
    #expect(writer.bytes.count == 100_000 * 7 + 4)
  }
}
