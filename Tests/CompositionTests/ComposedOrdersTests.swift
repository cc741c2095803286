import Composition
import Diagnostics
import LocatedJSON
import TestSupport
import Testing

@Suite("Papers composed a chunk at a time")
struct ComposedOrdersTests {
  /// All that matters of a paper, its data as text.
  private func text(_ orders: some Sequence<DocumentOrder>) -> [String] {
    orders.map { order in
      "\(order.id) \(order.subject ?? "-") \(order.state) "
        + String(decoding: JSONWriter.compact(order.data), as: UTF8.self)
        + String(decoding: JSONWriter.compact(order.companion?.content ?? []), as: UTF8.self)
    }
  }

  @Test("are those of one go, with all their data and in their order", arguments: [1, 3, 1000])
  func chunks(size: Int) throws {
    let review = try ReviewSample()
    let whole = Composition.compose(
      review.dossier, decisions: review.decisions, packs: review.packs)
    let survey = Composition.survey(
      review.dossier, decisions: review.decisions, packs: review.packs)
    #expect(survey.findings == whole.findings)
    let kinds = try #require(survey.value)
    let orders = try #require(whole.value)
    #expect(kinds.flatMap(\.papers).map(\.id) == orders.map(\.id))
    #expect(kinds.flatMap(\.papers).map(\.subject) == orders.map(\.subject))
    #expect(kinds.flatMap(\.papers).map(\.state) == orders.map(\.state))
    let chunks = ComposedOrders(
      kinds, of: review.dossier, decisions: review.decisions, packs: review.packs, chunk: size)
    #expect(text(chunks) == text(orders))
    let (left, expected) = (chunks.companions, orders.compactMap(\.companion))
    #expect(!left.isEmpty && left.map(\.path) == expected.map(\.path))
    #expect(
      left.map { JSONWriter.compact($0.content) } == expected.map { JSONWriter.compact($0.content) }
    )
    #expect(orders.count > 40)
  }
}
