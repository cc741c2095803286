internal import Expressions
internal import XMLTree

// Start tags, and the texts that stand in attributes.

extension Lowering {
  private static func isContinuation(_ attribute: XMLAttribute) -> Bool {
    attribute.name.local == "continue-numbering" && attribute.name.namespace == Namespace.text
  }

  mutating func emitStartTag(of node: XMLNode) {
    let dynamic = sites.lengths[ObjectIdentifier(node)] ?? []
    let lines = sites.lines[ObjectIdentifier(node)] ?? []
    let pictured = sites.pictures[ObjectIdentifier(node)] ?? []
    if let frame = sites.frames[ObjectIdentifier(node)] { emitPicture(frame) }
    let repeated = loopDepth > 0 ? IdentityAttributes.of(node) : IdentityAttributes()
    let isEmpty = node.isEmptyWhenWritten
    let measures = sites.columns.measures[ObjectIdentifier(node)] ?? []
    let list = sites.listNames[ObjectIdentifier(node)]
    let isContinuing =
      sites.continuingLists.contains(ObjectIdentifier(node))
      && !node.attributes.contains { Self.isContinuation($0) && $0.value == "true" }
    let mergedCell = format == .odt ? sites.mergedCells[ObjectIdentifier(node)] : nil
    let followed = followedAttributes(of: node)
    guard
      !measures.isEmpty || !followed.isEmpty || mergedCell != nil || list != nil || isContinuing
        || !(dynamic.isEmpty && lines.isEmpty && pictured.isEmpty && repeated.isEmpty)
    else {
      pending.appendStartTag(of: node, selfClosing: isEmpty)
      return
    }
    pending.bytes += Array("<\(node.name.qualified)".utf8)
    for attribute in node.attributes
    where !repeated.dropped.contains(attribute.name)
      || followed.contains(where: { $0.name == attribute.name })
    {
      // That a list does not go on is what it does where nothing is said.
      if isContinuing, Self.isContinuation(attribute) { continue }
      pending.bytes += Array(" \(attribute.name.qualified)=\"".utf8)
      if let length = dynamic.first(where: { $0.attribute == attribute.name }) {
        program.values.append(valueSlot(length.tag, breaks: .none))
        add(.length(program.values.count - 1, length.unit))
      } else if let measure = measures.first(where: { $0.name == attribute.name })?.measure {
        program.measures.append(measure)
        add(.columnMeasure(program.measures.count - 1))
      } else if let list, attribute.name.local == "val" {
        add(.listNumber(list))
      } else if let field = pictured.first(where: { $0.name == attribute.name })?.field {
        add(.pictureField(field, format == .docx ? .emu : .millimetres(from: 0)))
      } else if let instruction = followed.first(where: { $0.name == attribute.name })?.instruction
      {
        if instruction.followsName { pending.appendEscaped(attribute: attribute.value) }
        add(instruction)
      } else if let line = lines.first(where: { $0.attribute == attribute.name }) {
        emitAttribute(line)
      } else if repeated.renumbered == attribute.name {
        if repeated.keepsStem { pending.appendEscaped(attribute: attribute.value + " ") }
        add(.freshNumber)
      } else {
        pending.appendEscaped(attribute: attribute.value)
      }
      pending.bytes.append(UInt8(ascii: "\""))
    }
    if isContinuing {
      add(.jumpIfFirst(0))
      let jump = program.instructions.count - 1
      pending.bytes += Array(" \(node.name.prefix):continue-numbering=\"true\"".utf8)
      land([jump])
    }
    if let cell = mergedCell {
      pending.bytes += Array(" \(node.name.prefix):number-rows-spanned=\"".utf8)
      add(.rowSpan(cell: cell))
      pending.bytes.append(UInt8(ascii: "\""))
    }
    pending.bytes += Array((isEmpty ? "/>" : ">").utf8)
  }

  // MARK: Lines

  mutating func emitPicture(_ frame: PictureFrame) {
    program.pictures.append(
      PictureSlot(
        site: site(frame.tag.clause.expression ?? .literal(.null), frame.tag),
        fitting: frame.fitting, isCode: frame.isCode, width: frame.width, height: frame.height,
        style: frame.style))
    add(.picture(program.pictures.count - 1))
  }

  mutating func emitAttribute(_ line: AttributeLine) {
    guard let kind = Marker.lineKind(of: line.line) else { return }
    let isTarget = kind == .target
    if isTarget { add(.beginTarget) }
    emitLine(line.line, kind)
    // The first tag stands for the address in findings.
    let first = line.line.children.lazy.compactMap(Marker.number).first
    guard isTarget, let first else { return }
    let site = site(tags[first].clause.expression ?? .literal(.null), tags[first])
    program.targets.append(TargetSite(type: line.relationshipType, site: site))
    add(.endTarget(program.targets.count - 1))
  }

  mutating func emitLine(_ line: XMLNode, _ kind: Marker.LineKind) {
    for child in line.children {
      if child.kind != .text {
        emit(child, inside: Containers.Container(guarded: nil, hasMarkers: false))
      } else if kind == .text {
        pending.append(child)
      } else {
        pending.appendEscaped(attribute: child.text)
      }
    }
  }

  /// How a value is written in a line; a value at the start of a target may be a whole address.
  func lineBreaks(
    around marker: XMLNode, in line: XMLNode, _ kind: Marker.LineKind
  ) -> TextBreaks {
    var breaks = TextBreaks.none
    switch kind {
    case .text, .attribute: breaks.escaping = .attribute
    case .target:
      let before = line.children.prefix { $0 !== marker }
      breaks.escaping = before.contains { $0.kind == .text } ? .addressPart : .address
    }
    return breaks
  }
}
