internal import CXML2

/// Reads XML documents, one after another, through libxml2's SAX2 interface.
///
/// libxml2 judges what is well-formed and keeps nothing but its dictionary of names; the outline is
/// ours. It prints nothing, loads nothing, and no entity is substituted: a document type
/// declaration is refused before libxml2 sees a byte. Several parts of a package are read fastest
/// by one parser, which need not learn their names anew.
public final class XMLParser {
  private let vocabulary: XMLVocabulary
  private var session: Session?

  /// Creates a parser whose outlines bear the numbers of a vocabulary.
  public init(_ vocabulary: XMLVocabulary = .empty) { self.vocabulary = vocabulary }

  /// Reads a document; UTF-8, without a document type declaration.
  ///
  /// - Throws: ``XMLFailure``, the first fault.
  public func outline(
    of bytes: [UInt8], limits: XMLLimits = .standard
  ) throws(XMLFailure) -> XMLOutline {
    var rest: [UInt8]? = bytes
    return try outline(bytes: bytes.count, limits: limits) { rest.take() }
  }

  /// Reads a document that comes in pieces, which may end anywhere.
  ///
  /// - Parameters:
  ///   - bytes: How long it will be.
  ///   - limits: What it may cost; rows that a sieve lets go are counted too.
  ///   - sieve: What is asked about rows of long tables; nil to keep all.
  ///   - next: Gives the next piece; nil behind the last. It is not asked again after a fault.
  /// - Returns: the document, without the rows that the sieve let go.
  /// - Throws: ``XMLFailure``, the first fault.
  public func outline(
    bytes: Int, limits: XMLLimits = .standard, sieve: XMLSieve? = nil, from next: () -> [UInt8]?
  ) throws(XMLFailure) -> XMLOutline {
    guard bytes <= limits.bytes else { throw .tooLarge(bytes: bytes, limit: limits.bytes) }
    let current: Session
    if let session { current = session } else { current = try Session() }
    // A session that has seen a fault is not trusted with another document.
    session = nil
    try current.begin()
    var builder = OutlineBuilder(
      limits: limits, vocabulary: vocabulary, names: current.names, sieve: sieve)
    builder.expect(bytes: sieve == nil ? bytes : min(bytes, 1 << 20))
    var work = Work(builder: builder, of: current)
    var input = JudgedInput(limits: limits)
    // libxml2 reads faster what it knows to be the end.
    var held: [UInt8] = []
    while let piece = next() {
      try current.feed(held, to: &work)
      held = try input.judged(piece)
    }
    let rest = try input.rest()
    try current.feed(rest.isEmpty ? held : rest, to: &work, isLast: true)
    let outline = try current.outline(of: work)
    session = current
    return outline
  }
}

/// libxml2's parser with its dictionary, and the names that were met in it.
@safe private final class Session {
  fileprivate let context: xmlParserCtxtPtr
  fileprivate private(set) var names = NamesMet()

  /// How much libxml2 is given at once: it copies what it is given, and beyond ten million bytes it
  /// takes its input for an attack.
  private static let piece = 256 << 10

  // xmlInitParser must run once before several threads parse.
  private static let started: Void = xmlInitParser()

  init() throws(XMLFailure) {
    _ = Self.started
    var handler = unsafe Self.handler
    guard let context = unsafe xmlCreatePushParserCtxt(&handler, nil, nil, 0, nil) else {
      throw .outOfMemory
    }
    unsafe self.context = context
  }

  deinit { unsafe xmlFreeParserCtxt(context) }

  /// Begins a document.
  func begin() throws(XMLFailure) {
    guard unsafe xmlCtxtResetPush(context, nil, 0, nil, nil) == 0 else { throw .outOfMemory }
    // That it is UTF-8 has been judged.
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    unsafe xmlCtxtUseOptions(context, Int32(options))
  }

  /// Parses the next bytes.
  func feed(_ bytes: [UInt8], to work: inout Work, isLast: Bool = false) throws(XMLFailure) {
    unsafe withUnsafeMutablePointer(to: &work) { work in
      // Here libxml2 finds the work while it parses.
      unsafe context.pointee.userData = UnsafeMutableRawPointer(work)
      unsafe bytes.withUnsafeBytes { bytes in
        var rest = unsafe bytes[...]
        repeat {
          let piece = unsafe UnsafeRawBufferPointer(rebasing: rest.prefix(Self.piece))
          unsafe rest = rest.dropFirst(piece.count)
          // After a fault libxml2 takes nothing more.
          unsafe _ = xmlParseChunk(
            context, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(piece.count),
            isLast && rest.isEmpty ? 1 : 0)
        } while unsafe !rest.isEmpty
      }
      unsafe context.pointee.userData = UnsafeMutableRawPointer(context)
    }
    if let failure = work.builder.failure { throw failure }
  }

  /// What was read of a document, all of which has been fed.
  func outline(of work: Work) throws(XMLFailure) -> XMLOutline {
    guard unsafe context.pointee.wellFormed == 1,
      let outline = unsafe work.builder.outline(standalone: context.pointee.standalone)
    else {
      throw .notWellFormed(line: work.line, column: work.column, message: "no root element")
    }
    names = work.builder.names
    return outline
  }

  /// What libxml2 calls.
  ///
  /// White space is text like any other, and so is a CDATA section.
  private static var handler: xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.startElementNs = { unsafe Session.startElement($0, $1, $2, $3, $4, $5, $6, $8) }
    unsafe handler.endElementNs = { context, _, _, _ in unsafe Work.at(context)?.pointee.end() }
    unsafe handler.characters = { unsafe Work.at($0)?.pointee.text($1, $2) }
    unsafe handler.ignorableWhitespace = handler.characters
    unsafe handler.cdataBlock = handler.characters
    unsafe handler.comment = { unsafe Work.at($0)?.pointee.note(nil, $1) }
    unsafe handler.processingInstruction = { context, target, data in
      unsafe Work.at(context)?.pointee.note(NamesMet.Key(target), data)
    }
    unsafe handler.internalSubset = { context, _, _, _ in
      unsafe Work.at(context)?.pointee.refuseDoctype()
    }
    unsafe handler.serror = { context, error in
      guard let error = unsafe error?.pointee, unsafe error.level.rawValue >= XML_ERR_ERROR.rawValue
      else { return }
      unsafe Work.at(context)?.pointee.record(
        code: error.code, line: Int(error.line), column: Int(error.int2),
        message: error.message.map { unsafe String(cString: $0) } ?? "")
    }
    return unsafe handler
  }

  private static func startElement(
    _ context: UnsafeMutableRawPointer?, _ local: UnsafePointer<xmlChar>?,
    _ prefix: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?,
    _ declarationCount: Int32, _ declarations: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    _ attributeCount: Int32, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    unsafe Work.at(context)?.pointee.start(
      NamesMet.Key(local, prefix: prefix, namespace: namespace),
      declarations: UnsafeBufferPointer(
        start: UnsafePointer(declarations), count: Int(declarationCount) * 2),
      attributes: UnsafeBufferPointer(
        start: UnsafePointer(attributes), count: Int(attributeCount) * 5))
  }
}

/// One document while libxml2 reads it.
@safe private struct Work {
  var builder: OutlineBuilder
  let context: xmlParserCtxtPtr
  private let xmlns: UnsafePointer<xmlChar>?
  private let declared: UnsafePointer<xmlChar>?

  init(builder: OutlineBuilder, of session: Session) {
    self.builder = builder
    unsafe context = session.context
    // In the dictionary, so that they have one place like other names.
    unsafe xmlns = xmlDictLookup(context.pointee.dict, "xmlns", -1)
    unsafe declared = xmlDictLookup(context.pointee.dict, XMLName.declarations, -1)
  }

  static func at(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Work>? {
    unsafe context?.assumingMemoryBound(to: Work.self)
  }

  var line: Int { unsafe Int(context.pointee.input?.pointee.line ?? 0) }
  var column: Int { unsafe Int(context.pointee.input?.pointee.col ?? 0) }

  /// Ends the parse where something was wrong.
  private func stopAfterFailure() {
    if builder.failure != nil { unsafe xmlStopParser(context) }
  }

  mutating func start(
    _ name: NamesMet.Key, declarations: UnsafeBufferPointer<UnsafePointer<xmlChar>?>,
    attributes: UnsafeBufferPointer<UnsafePointer<xmlChar>?>
  ) {
    defer { stopAfterFailure() }
    let line = line
    guard builder.failure == nil,
      builder.open(
        name, attributeCount: declarations.count / 2 + attributes.count / 5, line: line)
    else { return }
    for place in stride(from: 0, to: declarations.count, by: 2) {
      let prefix = unsafe declarations[place]
      let key =
        unsafe prefix == nil
        ? NamesMet.Key(xmlns, namespace: declared)
        : NamesMet.Key(prefix, prefix: xmlns, namespace: declared)
      let value = unsafe declarations[place + 1]
      let bytes = unsafe UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value)))
      guard unsafe builder.add(key, bytes, line: line) else { return }
    }
    for place in stride(from: 0, to: attributes.count, by: 5) {
      let key = unsafe NamesMet.Key(
        attributes[place], prefix: attributes[place + 1], namespace: attributes[place + 2])
      let value = unsafe attributes[place + 3]
      let length = unsafe value.flatMap { value in
        unsafe attributes[place + 4].map { unsafe $0 - value }
      }
      let bytes = unsafe UnsafeBufferPointer(start: value, count: length ?? 0)
      guard unsafe builder.add(key, bytes, line: line) else { return }
    }
  }

  mutating func end() { builder.close() }

  mutating func text(_ start: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard builder.failure == nil else { return stopAfterFailure() }
    unsafe builder.text(UnsafeBufferPointer(start: start, count: Int(count)), line: line)
    stopAfterFailure()
  }

  mutating func note(_ target: NamesMet.Key?, _ text: UnsafePointer<xmlChar>?) {
    guard builder.failure == nil else { return stopAfterFailure() }
    let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text)))
    unsafe builder.note(target, bytes, line: line)
    stopAfterFailure()
  }

  mutating func refuseDoctype() {
    builder.fail(.doctype(line: line))
    stopAfterFailure()
  }

  mutating func record(code: Int32, line: Int, column: Int, message: String) {
    // libxml2 goes on to the next thing it meets, which ends the parse.
    guard builder.failure == nil,
      let failure = FirstError.failure(code: code, line: line, column: column, message: message)
    else { return }
    builder.fail(failure)
  }
}
