import Testing
import XMLTree

@Suite("Rows of long tables that are let go while a document is read")
struct SieveTests {
  private static let vocabulary = XMLVocabulary(locals: ["t", "r", "c"], namespaces: ["u"])

  /// What is left of a text, and the rows asked about, when those go that say so.
  private func sifted(
    _ text: String, keeping kept: Int = 1, limits: XMLLimits = .standard
  ) throws -> (left: [String], asked: [String]) {
    var asked: [String] = []
    let sieve = XMLSieve(
      table: XMLSieve.Name(1, in: 1), row: XMLSieve.Name(2, in: 1), keeping: kept
    ) { row in
      asked.append(row.textContent)
      #expect(row.parent?.local == 1 && row.root.local == 0)
      // What stands before it is seen, and what is open ends with it.
      #expect(row.parent?.elements.map(\.position).last == row.position)
      return !row.textContent.contains("!")
    }
    var bytes: [UInt8]? = Array("<d xmlns='u'>\(text)</d>".utf8)
    let root = try XMLParser(Self.vocabulary).outline(
      bytes: bytes?.count ?? 0, limits: limits, sieve: sieve
    ) { bytes.take() }.root
    let rows = root.descendants.filter { $0.local == 2 }
    // Places, ends and parents are those of a document that never had more.
    let places = root.descendants.map(\.position)
    #expect(places == places.sorted())
    #expect(rows.allSatisfy { $0.parent?.elements.contains { $0.local == 2 } == true })
    return (rows.map(\.textContent), asked)
  }

  private func rows(_ texts: [String], apart: String = "") -> String {
    texts.map { "<r><c k='\($0)'>\($0)</c></r>\(apart)" }.joined()
  }

  @Test("the first rows and the last stay unasked", arguments: ["", "\n  ", "<!-- c -->\n"])
  func middle(apart: String) throws {
    let (left, asked) = try sifted("<t>\(rows(["1", "2", "3", "4", "5"], apart: apart))</t>e")
    // A comment between rows is not white space: the row before it stays, and is not shown.
    let isText = !apart.contains("<")
    #expect(left == (isText ? ["1", "5"] : ["1", "2", "3", "4", "5"]))
    #expect(asked == (isText ? ["2", "3", "4"] : []))
    #expect(try sifted("<t>\(rows(["1", "2", "3"], apart: apart))</t>", keeping: 3).asked == [])
  }

  @Test("a row that may not go stays at its place")
  func staying() throws {
    let (left, asked) = try sifted("<t>\(rows(["1", "2", "3!", "4", "5!", "6", "7"]))</t>")
    #expect(left == ["1", "3!", "5!", "7"])
    #expect(asked == ["2", "3!", "4", "5!", "6"])
  }

  @Test("what stands behind a table, and another table, are read as ever")
  func behind() throws {
    let table = "<t><c>đầu</c>\(rows(["1", "2", "3"]))</t>"
    let (left, asked) = try sifted("<c>a</c>\(table)<c>b</c>\(table)<c>c</c>")
    #expect(left == ["1", "3", "1", "3"])
    #expect(asked == ["2", "2"])
  }

  @Test("rows of a table inside a cell belong to their row")
  func inside() throws {
    let inner = "<r><c><t>\(rows(["a", "b", "c"]))</t></c></r>"
    let (left, asked) = try sifted("<t>\(rows(["1"]))\(inner)\(rows(["3"]))</t>")
    #expect(asked == ["abc"])
    #expect(left == ["1", "3"])
  }

  @Test("rows that go are counted by the limits")
  func limits() throws {
    var limits = XMLLimits.standard
    limits.nodes = 100
    #expect(throws: XMLFailure.tooManyNodes(limit: 100)) {
      try sifted("<t>\(rows((0..<50).map { "\($0)" }))</t>", limits: limits)
    }
  }

  @Test("texts, names and values behind rows that went are whole")
  func contents() throws {
    let texts = (0..<100).map { number in number % 7 == 0 ? "\(number)!" : "\(number)" }
    let (left, _) = try sifted("<t>\(rows(texts, apart: "\n"))</t>")
    #expect(left == texts.filter { $0.hasSuffix("!") } + ["99"])
  }
}
