import Testing
import Vocabulary

@Suite("Looking for a few bytes in many")
struct ByteSearchTests {
  @Test(
    "where a piece stands first, from a place on",
    arguments: [
      ("số 12/KH, số 13", "số", 0, 0), ("số 12/KH, số 13", "số", 1, 12), ("aab", "ab", 0, 1),
      ("aab", "b", 2, 2), ("", "", 0, 0), ("ab", "", 1, 1),
    ])
  func found(text: String, piece: String, start: Int, place: Int) {
    #expect(ByteSearch.place(of: piece.utf8.span, in: text.utf8.span, from: start) == place)
  }

  @Test(
    "what does not stand there, or only before the place",
    arguments: [("ab", "abc", 0), ("", "a", 0), ("số", "so", 0), ("aab", "aa", 1), ("ab", "b", 2)])
  func missing(text: String, piece: String, start: Int) {
    #expect(ByteSearch.place(of: piece.utf8.span, in: text.utf8.span, from: start) == nil)
  }
}
