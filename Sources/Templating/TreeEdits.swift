internal import XMLTree

/// Changes to a tree that are carried out together, so that a thousand of them among the children
/// of one element cost no more than one.
struct TreeEdits {
  private enum Edit { case remove, unwrap }

  /// For look-up only: their order is never used.
  private var edits: [ObjectIdentifier: Edit] = [:]
  private var parents: [ObjectIdentifier: XMLNode] = [:]

  /// Whether there is anything to do.
  var isEmpty: Bool { edits.isEmpty }

  /// Takes a node out with all it holds.
  mutating func remove(_ node: XMLNode) { note(.remove, node) }

  /// Puts what a node holds in its place.
  mutating func unwrap(_ node: XMLNode) { note(.unwrap, node) }

  /// Whether the node goes.
  func removes(_ node: XMLNode) -> Bool { edits[ObjectIdentifier(node)] == .remove }

  private mutating func note(_ edit: Edit, _ node: XMLNode) {
    guard let parent = node.parent else { return }
    edits[ObjectIdentifier(node)] = edit
    parents[ObjectIdentifier(parent)] = parent
  }

  /// Carries them out.
  mutating func apply() {
    for parent in parents.values where edits[ObjectIdentifier(parent)] == nil {
      parent.replaceChildren(with: remaining(of: parent))
    }
    // What is unwrapped inside another that is unwrapped moved with it.
    (edits, parents) = ([:], [:])
  }

  private func remaining(of node: XMLNode) -> [XMLNode] {
    var nodes: [XMLNode] = []
    for child in node.children {
      switch edits[ObjectIdentifier(child)] {
      case .remove: continue
      case .unwrap: nodes += remaining(of: child)
      case nil: nodes.append(child)
      }
    }
    return nodes
  }
}
