internal import CXML2

/// The names that a parser has met, by their places in its dictionary.
struct NamesMet {
  /// A name as the places of its three parts in the dictionary, 0 for none.
  struct Key: Equatable {
    let prefix: UInt
    let local: UInt
    let namespace: UInt

    /// A name as libxml2 hands it out.
    init(
      _ local: UnsafePointer<UInt8>?, prefix: UnsafePointer<UInt8>? = nil,
      namespace: UnsafePointer<UInt8>? = nil
    ) {
      self.prefix = UInt(bitPattern: prefix)
      self.local = UInt(bitPattern: local)
      self.namespace = UInt(bitPattern: namespace)
    }

    var hash: Int {
      // Strings stand one behind another, so that the lowest bits say little.
      let bits = (local ^ (prefix &* 31) ^ (namespace &* 131)) &* 0x9E37_79B9_7F4A_7C15
      return Int(truncatingIfNeeded: bits >> 32)
    }
  }

  private(set) var names: [OutlineName] = []
  private(set) var bytes: [UInt8] = []
  private var keys: [Key] = []
  /// The namespaces met, of which a document has a few.
  private var namespaces: [(place: UInt, bytes: Range<Int>, number: UInt16)] = []
  /// The places of names behind 1, by their hashes; 0 for none.
  private var slots = [Int32](repeating: 0, count: 512)

  /// The place of a name in ``names``; nil for one that was not met yet.
  func place(of key: Key) -> Int? {
    let place = Int(slots[slot(of: key)])
    return place == 0 ? nil : place - 1
  }

  /// Adds a name that was not met yet; nil when one of its parts is longer than allowed.
  mutating func add(_ key: Key, _ vocabulary: XMLVocabulary, longest: Int) -> Int? {
    guard let prefix = append(partAt: key.prefix, longest),
      let local = append(partAt: key.local, longest),
      let namespace = namespace(at: key.namespace, vocabulary, longest)
    else { return nil }
    names.append(
      OutlineName(
        prefix: prefix, local: local, namespace: namespace.bytes,
        localNumber: vocabulary.number(ofLocal: bytes.span.extracting(local)),
        spaceNumber: namespace.number))
    keys.append(key)
    if keys.count * 4 > slots.count { widen() }
    slots[slot(of: key)] = Int32(keys.count)
    return keys.count - 1
  }

  /// The slot in which a name stands, or an empty one in which it would.
  private func slot(of key: Key) -> Int {
    var slot = key.hash & (slots.count - 1)
    while slots[slot] != 0, keys[Int(slots[slot]) - 1] != key {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func widen() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (place, key) in keys.enumerated() { slots[slot(of: key)] = Int32(place + 1) }
  }

  private mutating func namespace(
    at place: UInt, _ vocabulary: XMLVocabulary, _ longest: Int
  ) -> (bytes: Range<Int>, number: UInt16)? {
    if let known = namespaces.last(where: { $0.place == place }) {
      return (known.bytes, known.number)
    }
    guard let added = append(partAt: place, longest) else { return nil }
    let number = vocabulary.number(ofNamespace: bytes.span.extracting(added))
    // A hostile document may have no end of them.
    if namespaces.count < 64 { namespaces.append((place, added, number)) }
    return (added, number)
  }

  /// libxml2 leaves `&` in the name of a namespace as the reference that it makes of it inside.
  private mutating func append(partAt place: UInt, _ longest: Int) -> Range<Int>? {
    let first = unsafe UnsafePointer<UInt8>(bitPattern: place)
    let part = unsafe UnsafeBufferPointer(start: first, count: Int(xmlStrlen(first)))
    guard part.count <= longest else { return nil }
    let start = bytes.count
    if unsafe part.contains(UInt8(ascii: "&")) {
      let text = unsafe String(decoding: part, as: UTF8.self)
      bytes.append(contentsOf: text.replacing("&#38;", with: "&").utf8)
    } else {
      unsafe bytes.append(contentsOf: part)
    }
    return start..<bytes.count
  }
}
