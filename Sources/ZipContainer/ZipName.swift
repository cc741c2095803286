/// What a name inside an archive must be: a relative path that means the same everywhere.
enum ZipName {
  /// Refuses a name that is empty, too long, absolute, climbs out, or is read differently by
  /// different systems.
  static func judge(_ name: String, limit: Int) throws(ZipFailure) {
    guard name.utf8.count <= limit else { throw .nameTooLong(name, limit: limit) }
    var parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
    let isSafe = parts.allSatisfy { part in
      !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
    }
    let isPlain = name.utf8.allSatisfy {
      $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: ":")
    }
    guard isSafe, isPlain else { throw .unsafeName(name) }
  }
}
