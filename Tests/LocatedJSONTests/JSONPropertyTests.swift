import Diagnostics
import LocatedJSON
import TestSupport
import Testing

@Suite("Of any JSON")
struct JSONPropertyTests {
  private func value(_ random: inout Seeded, _ depth: Int) -> JSONValue {
    switch random.number(below: depth > 0 ? 7 : 4) {
    case 0: return random.pick([true, false, nil])
    case 1:
      return JSONValue(
        .number(
          random.pick(["0", "-0", "1e309", "-1.50", "9007199254740993", "1E-5", "123456789"])))
    case 2, 3: return .string(random.text(8))
    case 4, 5:
      return JSONValue(.array((0..<random.number(below: 5)).map { _ in value(&random, depth - 1) }))
    default:
      return JSONValue(
        .object(
          (0..<random.number(below: 20)).map { number in
            JSONValue.Member("\(random.text(3))\(number)", value(&random, depth - 1))
          }))
    }
  }

  @Test("what is written is what is read, to the last byte of each text", arguments: 0..<150)
  func roundTrip(seed: Int) throws {
    var random = Seeded(UInt64(seed))
    let made = value(&random, 5)
    let bytes = JSONWriter.compact(made)
    for written in [bytes, JSONWriter.pretty(made)] {
      let read = JSONReader.read(written, file: "x.json")
      #expect(read.findings.isEmpty, "\(read.findings)")
      #expect(JSONWriter.compact(try #require(read.value).root) == bytes)
    }
  }

  @Test("its texts come one by one as they stand in its tree, with their places", arguments: 0..<60)
  func texts(seed: Int) throws {
    var random = Seeded(UInt64(seed))
    let bytes = JSONWriter.pretty(.array([value(&random, 5), "họ tên"]))
    let document = try #require(JSONReader.read(bytes, file: "x.json").value)
    var expected: [String] = []
    func collect(_ value: JSONValue, _ pointer: JSONPointer) {
      switch value.kind {
      case .string(let text):
        expected.append("\(text) \(document.place(of: value, pointer: pointer))")
      case .array(let items):
        for (index, item) in items.enumerated() { collect(item, pointer.appending(index)) }
      case .object(let members):
        for member in members { collect(member.value, pointer.appending(member.name)) }
      case .null, .boolean, .number: break
      }
    }
    collect(document.root, .root)
    var texts: [String] = []
    JSONReader.forEachText(in: bytes, file: "x.json") { texts.append("\($0) \($1())") }
    #expect(texts == expected && !texts.isEmpty)
  }

  @Test("pieces make up the compact text")
  func pieces() {
    let row: JSONValue = ["tên": "Lò Văn Ểnh", "số": [1, 2, ["x": nil]]]
    let value: JSONValue = ["a": .array(Array(repeating: row, count: 5_000)), "b": true]
    var pieces: [[UInt8]] = []
    JSONWriter.compact(value) { pieces.append($0) }
    #expect(pieces.count > 2 && pieces.allSatisfy { $0.count < 100_000 })
    #expect(Array(pieces.joined()) == JSONWriter.compact(value))
  }

  @Test("with bytes changed it has a fault or is read, always with a place", arguments: 0..<150)
  func damaged(seed: Int) {
    var random = Seeded(UInt64(seed))
    var bytes = JSONWriter.pretty(value(&random, 4))
    for _ in 0...random.number(below: 3) {
      bytes[random.number(below: bytes.count)] = UInt8(random.number(below: 128))
    }
    let read = JSONReader.read(bytes, file: "x.json")
    #expect(read.value != nil || !read.findings.isEmpty)
    for finding in read.findings {
      #expect(finding.place.file == "x.json", "\(finding)")
      #expect(!(finding.help ?? "").isEmpty)
    }
    #expect(JSONReader.read(bytes, file: "x.json").findings == read.findings)
  }
}
