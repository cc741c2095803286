/// The records of some items, each made when its turn comes: all of them together would take many
/// times the memory of their items.
package struct LazyRecords<Items: Sequence & Sendable, Record>: Sequence, Sendable {
  private let items: Items
  private let record: @Sendable (Items.Element) -> Record?

  /// Creates the records; an item for which `record` gives none is passed over.
  package init(_ items: Items, _ record: @escaping @Sendable (Items.Element) -> Record?) {
    self.items = items
    self.record = record
  }

  /// Begins with the first one.
  package func makeIterator() -> some IteratorProtocol<Record> {
    items.lazy.compactMap(record).makeIterator()
  }
}
