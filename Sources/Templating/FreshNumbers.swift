/// Numbers for the copies of what a document numbers, such as drawings.
struct FreshNumbers: Sendable {
  /// Those that the template itself uses.
  let taken: Set<Int>
  /// Above what office programs give out one by one.
  private var last = 1_000_000

  init(taken: Set<Int>) { self.taken = taken }

  /// The next number that nothing in the document has.
  mutating func next() -> Int {
    repeat { last += 1 } while taken.contains(last)
    return last
  }
}
