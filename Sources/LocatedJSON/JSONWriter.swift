/// Writes JSON whose bytes depend only on the value: members in their order, text unescaped.
public enum JSONWriter {
  /// The value without any blank.
  public static func compact(_ value: JSONValue) -> [UInt8] {
    var output: [UInt8] = []
    write(value, to: &output, indentation: nil)
    return output
  }

  /// The same, handed on in pieces: who only hashes a large text need not have it in memory.
  public static func compact(_ value: JSONValue, inPieces take: ([UInt8]) -> Void) {
    var output: [UInt8] = []
    write(value, to: &output, indentation: nil) { output in
      guard output.count > 1 << 16 else { return }
      take(output)
      output.removeAll(keepingCapacity: true)
    }
    take(output)
  }

  /// The value with a line for each member, two spaces for each level, and a line end at last.
  public static func pretty(_ value: JSONValue) -> [UInt8] {
    var output: [UInt8] = []
    write(value, to: &output, indentation: 0)
    output.append(UInt8(ascii: "\n"))
    return output
  }

  /// Writes a value behind what is there, as it stands in a pretty text at an indentation: so a text
  /// too large for memory is written piece by piece.
  public static func write(
    _ value: JSONValue, to output: inout [UInt8], indentedBy indentation: Int
  ) {
    write(value, to: &output, indentation: indentation)
  }

  /// Writes a value; `handOn` may empty the output behind each item of a list or an object.
  private static func write(
    _ value: JSONValue, to output: inout [UInt8], indentation: Int?,
    handOn: (inout [UInt8]) -> Void = { _ in }
  ) {
    switch value.kind {
    case .null: output += "null".utf8
    case .boolean(let truth): output += (truth ? "true" : "false").utf8
    case .number(let text): output += text.utf8
    case .string(let text): write(text, to: &output)
    case .array(let items):
      writeList(items, "[", "]", to: &output, indentation) { item, output, level in
        write(item, to: &output, indentation: level, handOn: handOn)
        handOn(&output)
      }
    case .object(let members):
      writeList(members, "{", "}", to: &output, indentation) { member, output, level in
        write(member.name, to: &output)
        output += (level == nil ? ":" : ": ").utf8
        write(member.value, to: &output, indentation: level, handOn: handOn)
        handOn(&output)
      }
    }
  }

  private static func writeList<Item>(
    _ items: [Item], _ opening: String, _ closing: String, to output: inout [UInt8],
    _ indentation: Int?, each: (Item, inout [UInt8], Int?) -> Void
  ) {
    output += opening.utf8
    let inner = indentation.map { $0 + 2 }
    for (index, item) in items.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      newLine(to: &output, inner)
      each(item, &output, inner)
    }
    if !items.isEmpty { newLine(to: &output, indentation) }
    output += closing.utf8
  }

  private static func newLine(to output: inout [UInt8], _ indentation: Int?) {
    guard let indentation else { return }
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation))
  }

  /// Writes a text; only quotes, backslashes and control characters are escaped.
  private static func write(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
    if isPlain { output += text.utf8 } else { writeEscaped(text, to: &output) }
    output.append(UInt8(ascii: "\""))
  }

  private static func writeEscaped(_ text: String, to output: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): output += "\\\"".utf8
      case UInt8(ascii: "\\"): output += "\\\\".utf8
      case 0x0A: output += "\\n".utf8
      case 0x0D: output += "\\r".utf8
      case 0x09: output += "\\t".utf8
      case 0x00..<0x20:
        let hex = String(byte, radix: 16)
        output += ("\\u00" + (hex.utf8.count < 2 ? "0" : "") + hex).utf8
      default: output.append(byte)
      }
    }
  }
}
