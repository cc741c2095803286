internal import Dossier
internal import Regulations
internal import Vocabulary

/// What a unit hands in so that one nomination can be decided, each thing once.
struct Lack {
  let nomination: Nomination
  let lastReturn: Outcomes.Return?
  private(set) var items: [Item] = []

  init(nomination: Nomination, lastReturn: Outcomes.Return?) {
    self.nomination = nomination
    self.lastReturn = lastReturn
  }

  /// One thing to hand in.
  struct Item {
    let what: String
    let about: String?
    /// Why it is needed; empty for what only the person who returned the dossier asked for.
    let why: String
    /// What a person called it when the dossier was returned, where that differs from ``what``.
    var saidOnReturn: [String] = []
    let fact: MissingFact?
    let otherWords: [String]
  }

  /// Adds what a rule asks for; several rules may miss one fact.
  mutating func ask(for supplement: Supplement) {
    let request = supplement.request
    let isThere = items.contains { item in
      item.fact == supplement.fact
        || (item.what == request.what && item.about == supplement.fact.about)
    }
    if isThere { return }
    items.append(
      Item(
        what: request.what, about: supplement.fact.about, why: request.why,
        fact: supplement.fact, otherWords: request.otherWords))
  }

  /// Adds what a person asked for when the dossier was returned.
  ///
  /// Words that name something asked for already stand beside it, so that nothing is asked twice
  /// and no word of the person is lost.
  mutating func ask(inWordsOf person: String) {
    let words = VietnameseText.folded(person)
    let named = items.indices.map { index in
      items[index].otherWords.map(VietnameseText.folded).filter(words.contains).map(\.count).max()
        ?? 0
    }
    if let best = items.indices.max(by: { named[$0] < named[$1] }), named[best] > 0 {
      let isSame = VietnameseText.folded(items[best].what) == words
      if !isSame, !items[best].saidOnReturn.contains(person) {
        items[best].saidOnReturn.append(person)
      }
    } else if !items.contains(where: { VietnameseText.folded($0.what) == words }) {
      items.append(
        Item(
          what: VietnameseText.capitalised(person), about: nil, why: "", fact: nil, otherWords: []))
    }
  }
}
