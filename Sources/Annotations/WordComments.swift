internal import XMLTree

extension Annotator {
  /// Writes the comments as WordprocessingML has them: the texts in a part of their own, and marks
  /// in the body where each begins and ends.
  ///
  /// - Source: ECMA-376 Part 1, 17.13.4.
  mutating func addToWord() throws(AnnotationFailure) {
    guard let root = trees[body]?.root, let list = try commentsPart() else { return }
    let inBody = ElementMaker(Namespaces.word, on: root, preferred: "w")
    let inList = ElementMaker(Namespaces.word, on: list, preferred: "w")
    let known = list.elements.compactMap { $0.attribute("id", in: Namespaces.word) }
    var next = (known.compactMap { Int($0) }.max() ?? -1) + 1
    for remark in remarks {
      let id = ("id", String(next))
      next += 1
      var attributes = [id, ("author", author), ("initials", String(author.prefix(2)))]
      if let moment { attributes.append(("date", moment + "Z")) }
      list.append(
        inList.element(
          "comment", attributes, remark.text.commentLines.map { Self.paragraph($0, inList) }))
      let begin = inBody.element("commentRangeStart", [id])
      let end = inBody.element("commentRangeEnd", [id])
      let reference = inBody.element("r", [], [inBody.element("commentReference", [id])])
      if isParagraph(remark.anchor) {
        let behindProperties = remark.anchor.children.firstIndex {
          $0.kind == .element && !["pPr", "commentRangeStart"].contains($0.name.local)
        }
        remark.anchor.insert(begin, at: behindProperties ?? remark.anchor.children.count)
        remark.anchor.append(end)
        remark.anchor.append(reference)
      } else if let parent = remark.anchor.parent {
        parent.insert(begin, before: remark.anchor)
        parent.insert(end, after: Self.last(behind: remark.anchor))
        parent.insert(reference, after: end)
      }
    }
  }

  /// The last of the marks that stand behind a node by comments added before.
  private static func last(behind node: XMLNode) -> XMLNode {
    guard let siblings = node.parent?.children, let index = node.indexInParent else { return node }
    let marks = siblings[(index + 1)...].prefix {
      $0.name.local == "commentRangeEnd"
        || $0.elements.contains { $0.name.local == "commentReference" }
    }
    return marks.last ?? node
  }

  private static func paragraph(_ line: String, _ make: ElementMaker) -> XMLNode {
    let space = XMLAttribute(
      XMLName("space", prefix: "xml", namespace: "http://www.w3.org/XML/1998/namespace"),
      "preserve")
    let text = make.element("t", [], [.text(line)])
    text.attributes.append(space)
    return make.element("p", [], [make.element("r", [], [text])])
  }

  // MARK: The part of the comments

  /// The root of the part that holds the comments; made, related and declared if there is none.
  private mutating func commentsPart() throws(AnnotationFailure) -> XMLNode? {
    let pieces = body.split(separator: "/").map(String.init)
    let folder = pieces.dropLast().map { $0 + "/" }.joined()
    let relationsPart = folder + "_rels/" + (pieces.last ?? "") + ".rels"
    guard let types = try part("[Content_Types].xml") else { throw .notADocument }
    let relations: XMLNode
    if let known = try part(relationsPart)?.root {
      relations = known
    } else {
      relations = Self.root("Relationships", in: Namespaces.packageRelations)
      trees[relationsPart] = XMLDocument(root: relations, standalone: true)
    }
    for relation in relations.elements
    where relation.attribute("Type")?.hasSuffix("/relationships/comments") == true {
      guard let target = relation.attribute("Target") else { continue }
      let name = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
      if let known = try part(name)?.root { return known }
    }
    let name = try unusedName(folder + "comments")
    let ids = Set(relations.elements.compactMap { $0.attribute("Id") })
    var id = "rIdComments"
    while ids.contains(id) { id += "x" }
    Self.add(
      "Relationship",
      [
        ("Id", id), ("Type", Namespaces.officeRelations + "/comments"),
        ("Target", String(name.dropFirst(folder.count))),
      ], to: relations)
    Self.add(
      "Override",
      [
        ("PartName", "/" + name),
        (
          "ContentType",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
        ),
      ], to: types.root)
    let root = XMLNode.element(XMLName("comments", prefix: "w", namespace: Namespaces.word))
    _ = root.prefix(for: Namespaces.word, preferred: "w")
    trees[name] = XMLDocument(root: root, standalone: true)
    return root
  }

  /// A name that no part has.
  private mutating func unusedName(_ stem: String) throws(AnnotationFailure) -> String {
    var name = stem + ".xml"
    var count = 1
    while try part(name) != nil {
      count += 1
      name = "\(stem)\(count).xml"
    }
    return name
  }

  private static func root(_ local: String, in namespace: String) -> XMLNode {
    .element(
      XMLName(local, namespace: namespace),
      attributes: [
        XMLAttribute(XMLName("xmlns", namespace: XMLName.declarations), namespace)
      ])
  }

  /// Adds an element of the same namespace and prefix as its parent.
  private static func add(_ local: String, _ attributes: [(String, String)], to parent: XMLNode) {
    parent.append(
      .element(
        XMLName(local, prefix: parent.name.prefix, namespace: parent.name.namespace),
        attributes: attributes.map { XMLAttribute($0.0, $0.1) }))
  }
}
