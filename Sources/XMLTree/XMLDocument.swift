/// An XML document: its root element, and what its declaration says.
///
/// Hostile bytes are read through libxml2's pull reader into nodes of our own, not into a tree of
/// libxml2: limits are judged before memory is spent, no pointer outlives the parse, and the rest
/// of the code edits nodes without a word of unsafe code.
///
/// Comments and processing instructions outside the root are not kept.
public struct XMLDocument {
  /// The root element.
  public var root: XMLNode
  /// What the declaration says of `standalone`; nil when it says nothing.
  public var standalone: Bool?

  /// Creates a document around a root.
  public init(root: XMLNode, standalone: Bool? = nil) {
    self.root = root
    self.standalone = standalone
  }

  /// Reads a document; UTF-8, without a document type declaration.
  ///
  /// - Throws: ``XMLFailure``, the first fault.
  public init(parsing bytes: [UInt8], limits: XMLLimits = .standard) throws(XMLFailure) {
    guard bytes.count <= limits.bytes else {
      throw .tooLarge(bytes: bytes.count, limit: limits.bytes)
    }
    try Prolog.judge(bytes)
    try StartTags.judge(bytes, limit: limits.attributes)
    self = unsafe try bytes.withUnsafeBufferPointer { (bytes) throws(XMLFailure) in
      let reader = unsafe try Reader(over: bytes)
      var builder = TreeBuilder(limits: limits)
      return try builder.document(from: reader)
    }
  }
}
