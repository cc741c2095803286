import Printing
import Testing

@Suite("Another program that is called")
struct ChildProgramTests {
  private static func read(
    _ command: [String], atMost limit: Int = 1_000, seconds: Int = 20
  ) throws -> ChildProgram.Reading {
    try ChildProgram(command, seconds: seconds, memory: 1 << 20).read(atMost: limit)
  }

  @Test("its words are read, its complaints thrown away, its status told")
  func words() throws {
    let command = ["sh", "-c", "printf abc; printf no >&2; exit 3"]
    #expect(try Self.read(command) == .ended(status: 3, words: Array("abc".utf8)))
  }

  @Test("a signal that ends it counts as 128 and its number")
  func signal() throws {
    #expect(try Self.read(["sh", "-c", "kill -TERM $$"]) == .ended(status: 143, words: []))
  }

  @Test("a program that is not there is told apart from one that fails")
  func missing() throws {
    #expect(try Self.read(["khong-co-chuong-trinh-nay"]) == .missing)
  }

  @Test(
    "its time is bounded, and nothing of its group outlives it",
    arguments: ["sleep 30 & sleep 30", "exec >&-; sleep 30"])
  func time(script: String) throws {
    let start = ContinuousClock.now
    #expect(try Self.read(["sh", "-c", script], seconds: 1) == .timedOut)
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test("how much it says is bounded")
  func tooMuch() throws { #expect(try Self.read(["yes"]) == .tooManyWords) }

  @Test("its memory is bounded")
  func memory() throws {
    // A shell that holds 64 MB in a variable.
    let script = "x=$(head -c 67108864 /dev/zero | tr '\\0' a); printf %s ${#x}"
    let command = ["sh", "-c", script]
    #expect(try Self.read(command) == .ended(status: 0, words: Array("67108864".utf8)))
    let bounded = try ChildProgram(command, seconds: 20, memory: 32 << 10).read(atMost: 1_000)
    #expect(bounded != .ended(status: 0, words: Array("67108864".utf8)))
  }
}
