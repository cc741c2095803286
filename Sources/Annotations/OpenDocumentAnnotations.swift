internal import XMLTree

extension Annotator {
  /// Writes the comments as OpenDocument has them: each text where it begins, and a mark of its
  /// name where it ends.
  ///
  /// - Source: OpenDocument 1.2 Part 1, 14.1 and 14.2.
  mutating func addToOpenDocument() {
    guard let root = trees[body]?.root else { return }
    let office = ElementMaker(Namespaces.office, on: root, preferred: "office")
    let text = ElementMaker(Namespaces.text, on: root, preferred: "text")
    let core = ElementMaker(Namespaces.dublinCore, on: root, preferred: "dc")
    var names = Set(
      root.descendants.lazy.filter { $0.isElement("annotation", in: Namespaces.office) }
        .compactMap { $0.attribute("name", in: Namespaces.office) })
    var count = 0
    for remark in remarks {
      var name: String
      repeat {
        count += 1
        name = "thidua-\(count)"
      } while !names.insert(name).inserted
      var children = [core.element("creator", [], [.text(author)])]
      if let moment { children.append(core.element("date", [], [.text(moment)])) }
      children += remark.text.commentLines.map { text.element("p", [], [.text($0)]) }
      let begin = office.element("annotation", [("name", name)], children)
      let end = office.element("annotation-end", [("name", name)])
      if isParagraph(remark.anchor) {
        let behindComments = remark.anchor.children.firstIndex {
          !$0.isElement("annotation", in: Namespaces.office)
        }
        guard let behindComments else {
          // Nothing is there that a range could cover.
          begin.removeAttribute("name", in: Namespaces.office)
          remark.anchor.append(begin)
          continue
        }
        remark.anchor.insert(begin, at: behindComments)
        remark.anchor.append(end)
      } else if let parent = remark.anchor.parent {
        parent.insert(begin, before: remark.anchor)
        parent.insert(end, after: remark.anchor)
      }
    }
  }
}
