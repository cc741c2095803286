internal import CXML2

/// The first error that libxml2 reported.
final class FirstError {
  var failure: XMLFailure?

  /// What is wrong with an `xml:id`, repeated or no name: office programs write such, and it is no
  /// matter of being well-formed.
  private static let tolerated: Set<Int32> = [
    Int32(XML_DTD_ID_REDEFINED.rawValue), Int32(XML_DTD_XMLID_VALUE.rawValue),
    // The name of a namespace is only compared; that it is a good address is nobody's concern.
    Int32(XML_WAR_NS_URI.rawValue),
  ]

  func record(code: Int32, line: Int, column: Int, message: String) {
    guard failure == nil, !Self.tolerated.contains(code) else { return }
    let words = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    failure =
      switch code {
      case Int32(XML_ERR_NO_MEMORY.rawValue): .outOfMemory
      case Int32(XML_ERR_UNDECLARED_ENTITY.rawValue): .entity(line: line)
      // The code of this one differs between the versions of libxml2.
      case _ where words.hasPrefix("Excessive depth"):
        .tooDeep(line: line, limit: XMLLimits.mostDepth)
      default: .notWellFormed(line: line, column: column, message: words)
      }
  }
}

/// libxml2's pull reader over bytes that must stay in place while it lives.
///
/// It prints nothing: every error goes to ``FirstError``. It loads nothing: no network, no
/// document type, no entity is substituted.
@safe struct Reader: ~Copyable {
  private let handle: OpaquePointer
  private let errors: FirstError

  // xmlInitParser must run once before several threads parse.
  private static let started: Void = xmlInitParser()

  init(over bytes: UnsafeBufferPointer<UInt8>) throws(XMLFailure) {
    _ = Self.started
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_COMPACT.rawValue
    let start = unsafe UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
    guard let size = Int32(exactly: bytes.count),
      let handle = unsafe xmlReaderForMemory(start, size, nil, "UTF-8", Int32(options))
    else { throw .outOfMemory }
    errors = FirstError()
    unsafe self.handle = handle
    let context = unsafe Unmanaged.passUnretained(errors).toOpaque()
    // The error is `const` since libxml2 2.12; leaving its type to inference takes both.
    unsafe xmlTextReaderSetStructuredErrorHandler(
      handle,
      { context, error in
        guard let context = unsafe context, let error = unsafe error?.pointee,
          unsafe error.level.rawValue >= XML_ERR_ERROR.rawValue
        else { return }
        let errors = unsafe Unmanaged<FirstError>.fromOpaque(context).takeUnretainedValue()
        unsafe errors.record(
          code: error.code, line: Int(error.line), column: Int(error.int2),
          message: error.message.map { unsafe String(cString: $0) } ?? "")
      }, context)
  }

  deinit { unsafe xmlFreeTextReader(handle) }

  /// Moves to the next node; false at the end.
  func advance() throws(XMLFailure) -> Bool {
    let outcome = unsafe xmlTextReaderRead(handle)
    if let failure = errors.failure { throw failure }
    guard outcome >= 0 else {
      throw .notWellFormed(line: line, column: column, message: "unknown error")
    }
    return outcome == 1
  }

  /// Moves to the element's next attribute; false after the last.
  func advanceToAttribute() -> Bool { unsafe xmlTextReaderMoveToNextAttribute(handle) == 1 }

  /// Moves from the attributes back to their element.
  func returnToElement() { unsafe xmlTextReaderMoveToElement(handle) }

  var type: Int32 { unsafe xmlTextReaderNodeType(handle) }
  var isEmptyElement: Bool { unsafe xmlTextReaderIsEmptyElement(handle) == 1 }
  var attributeCount: Int { Int(unsafe xmlTextReaderAttributeCount(handle)) }
  var line: Int { Int(unsafe xmlTextReaderGetParserLineNumber(handle)) }
  var column: Int { Int(unsafe xmlTextReaderGetParserColumnNumber(handle)) }
  var standalone: Int32 { unsafe xmlTextReaderStandalone(handle) }

  /// The name of the element or attribute at the reader as the places of its three parts; nil
  /// where libxml2 does not keep them in its dictionary, as for namespace declarations.
  ///
  /// The dictionary holds each string once for as long as the reader lives, so equal places are
  /// equal names, and a name that was met before need not be copied out to be known.
  var nameKey: NameKey? {
    guard unsafe xmlTextReaderIsNamespaceDecl(handle) != 1 else { return nil }
    return unsafe NameKey(
      prefix: UInt(bitPattern: xmlTextReaderConstPrefix(handle)),
      local: UInt(bitPattern: xmlTextReaderConstLocalName(handle)),
      namespace: UInt(bitPattern: xmlTextReaderConstNamespaceUri(handle)))
  }

  /// See ``nameKey``.
  struct NameKey: Hashable {
    var prefix: UInt
    var local: UInt
    var namespace: UInt
  }

  var prefix: String { unsafe text(xmlTextReaderConstPrefix(handle)) }
  var localName: String { unsafe text(xmlTextReaderConstLocalName(handle)) }
  var namespace: String { unsafe decoded(xmlTextReaderConstNamespaceUri(handle)) }
  /// The name of the namespace that an attribute declares.
  var declaredNamespace: String { unsafe decoded(xmlTextReaderConstValue(handle)) }

  /// The name of a namespace as it was meant: libxml2 leaves `&` in it as the reference that it
  /// makes of it inside.
  private func decoded(_ pointer: UnsafePointer<xmlChar>?) -> String {
    let name = unsafe text(pointer)
    guard unsafe xmlStrchr(pointer, UInt8(ascii: "&")) != nil else { return name }
    return name.replacing("&#38;", with: "&")
  }
  var value: String { unsafe text(xmlTextReaderConstValue(handle)) }

  private func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(cString: pointer)
  }
}
