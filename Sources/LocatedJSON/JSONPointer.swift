/// The way from the root of a JSON document to one value (RFC 6901).
public struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
  /// The names and list indices on the way, unescaped.
  public var tokens: [String]

  /// Creates a pointer; without tokens it means the root.
  public init(_ tokens: [String] = []) { self.tokens = tokens }

  /// The root of the document.
  public static let root = JSONPointer()

  /// The pointer to a member of the object this one means.
  public func appending(_ name: String) -> JSONPointer { JSONPointer(tokens + [name]) }

  /// The pointer to an item, counted from 0, of the list this one means.
  public func appending(_ index: Int) -> JSONPointer { appending(String(index)) }

  /// The printed form, such as `/don_vi/0/ten`, with `~` as `~0` and `/` as `~1`.
  public var description: String {
    tokens.reduce(into: "") { text, token in
      text.append("/")
      guard token.utf8.contains(where: { "~/".utf8.contains($0) }) else {
        text += token
        return
      }
      for character in token.unicodeScalars {
        switch character {
        case "~": text += "~0"
        case "/": text += "~1"
        default: text.unicodeScalars.append(character)
        }
      }
    }
  }
}

extension JSONValue {
  /// The value that a pointer means, or nil when there is none.
  public subscript(pointer: JSONPointer) -> JSONValue? {
    var value = self
    for token in pointer.tokens {
      if let member = value[token] {
        value = member
      } else if let items = value.array, let index = Int(token), items.indices.contains(index) {
        value = items[index]
      } else {
        return nil
      }
    }
    return value
  }
}
