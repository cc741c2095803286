internal import XMLTree

/// The fields of a part of Word, judged as they are met in the order of the text.
///
/// A field says what it does by the first word of its instruction. That word may be cut into runs
/// anywhere, and may even be what another field shows.
///
/// - Source: ECMA-376 part 1, 17.16.2 (complex fields), 17.16.4 (syntax), 17.16.5 (kinds).
struct WordFieldWalk {
  /// What was found that is refused.
  private(set) var harms: [Harm] = []
  /// Addresses of links that were taken away.
  private(set) var removed: [RemovedAddress] = []
  /// What is to be taken away with them.
  var edits = TreeEdits()
  private var open: [Field] = []

  private struct Field {
    var instruction = ""
    /// What a reader of the text does not see: the signs of the field and its instruction.
    var hidden: [XMLNode] = []
    var isInstruction = true
    var hasKind = false
    var isKindComputed = false
  }

  /// Takes the next element.
  mutating func visit(_ node: XMLNode) {
    guard node.name.namespace == Namespace.word else { return }
    switch node.name.local {
    case "fldChar": visitSign(node)
    case "instrText", "delInstrText":
      guard let last = open.indices.last, open[last].isInstruction else { return }
      let text = node.textContent
      open[last].instruction += text
      if text.contains(where: { !$0.isWhitespace && $0 != "\"" }) { open[last].hasKind = true }
      open[last].hidden.append(node)
    case "fldSimple":
      noteInside()
      judge(
        Field(instruction: node.attribute("instr", in: Namespace.word) ?? ""), replacing: node)
    default: return
    }
  }

  /// Ends the part: a field that nobody closed is judged as well.
  mutating func finish() {
    while let field = open.popLast() { judge(field) }
  }

  private mutating func visitSign(_ node: XMLNode) {
    switch node.attribute("fldCharType", in: Namespace.word) {
    case "begin":
      noteInside()
      open.append(Field(hidden: [node]))
    case "separate":
      guard let last = open.indices.last else { return }
      open[last].isInstruction = false
      open[last].hidden.append(node)
    case "end":
      guard var field = open.popLast() else { return }
      field.hidden.append(node)
      judge(field)
    default: return
    }
  }

  /// Notes a field that begins where the kind of the one around it would stand.
  private mutating func noteInside() {
    guard let last = open.indices.last, open[last].isInstruction, !open[last].hasKind else {
      return
    }
    open[last].isKindComputed = true
  }

  private mutating func judge(_ field: Field, replacing simple: XMLNode? = nil) {
    let instruction = WordField(field.instruction)
    if field.isKindComputed {
      harms.append(.computedField(field.instruction))
    } else if Self.reaching.contains(instruction.kind) {
      harms.append(.field(field.instruction))
    } else if instruction.kind == "HYPERLINK", let target = Self.target(instruction.words) {
      let address = OutsideAddress(target)
      switch address.asLink {
      case .web, .inside: return
      case .code: harms.append(.script(target))
      case .other where address.scheme == nil && address.mayHoldTag: return
      case .other:
        removed.append(RemovedAddress(kind: .link, address: target))
        if let simple {
          edits.unwrap(simple)
        } else {
          for node in field.hidden { edits.remove(node) }
        }
      }
    }
  }

  /// The address of a link, which is its first word that is no switch.
  private static func target(_ words: [String]) -> String? {
    var rest = words[...]
    while let word = rest.popFirst() {
      // A share on the network is no switch: `\\server\folder`.
      if word == "\\\\" { return word + (rest.first ?? "") }
      guard word.hasPrefix("\\"), word.count == 2 else { return word }
      // These switches are followed by a word of their own.
      if ["\\l", "\\o", "\\t"].contains(word.lowercased()) { _ = rest.popFirst() }
    }
    return nil
  }

  /// The kinds that fetch: other programs, files, pictures, databases.
  private static let reaching: Set<String> = [
    "DDE", "DDEAUTO", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "LINK", "DATABASE",
    "RD",
  ]
}
