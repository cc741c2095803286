package import Dossier
package import Regulations
internal import LocatedJSON

/// The papers of some kinds with their data, of which only a chunk is in memory at a time.
///
/// The data of all papers of a large period would take more memory than everything else together.
/// A survey (``Composition/survey(_:decisions:packs:at:)``) has said what there is; here each kind is
/// walked again, once for each chunk of its papers, and the others are passed over. That costs a
/// little time, since filling a paper takes many times as long as composing it.
package struct ComposedOrders: Sequence, Sendable {
  private let composer: Composer
  private let kinds: [SurveyedKind]
  private let chunk: Int

  /// The papers of kinds that were surveyed, of which so many have their data in memory at a time.
  package init(
    _ kinds: [SurveyedKind], of dossier: Dossier, decisions: [Decision], packs: PackSet,
    chunk: Int = 512
  ) {
    self.chunk = chunk
    composer = Composer(dossier: dossier, decisions: decisions, packs: packs)
    self.kinds = kinds
  }

  /// What the build leaves beside the papers; composed when it is asked for, as they are.
  package var companions: [DataFile] {
    kinds.filter(\.hasCompanions).flatMap { kind in
      var composer = composer
      return composer.orders(of: kind.kind).compactMap(\.companion)
    }
  }

  /// The papers in the order of the survey.
  package func makeIterator() -> Iterator { Iterator(of: self) }

  /// Hands the papers on, one after the other.
  package struct Iterator: IteratorProtocol {
    private var composer: Composer
    private var kinds: ArraySlice<SurveyedKind>
    /// What is left of the chunk, the next one last: who is handed on is kept here no longer.
    private var chunk: [DocumentOrder] = []
    private var begun = 0
    private let size: Int

    fileprivate init(of orders: ComposedOrders) {
      composer = orders.composer
      kinds = orders.kinds[...]
      size = orders.chunk
    }

    /// The next paper.
    package mutating func next() -> DocumentOrder? {
      while chunk.isEmpty, let kind = kinds.first {
        guard begun < kind.asked else {
          kinds.removeFirst()
          begun = 0
          continue
        }
        let end = Swift.min(begun + size, kind.asked)
        chunk = composer.papers(of: kind.kind, in: begun..<end).reversed()
        begun = end
      }
      return chunk.popLast()
    }
  }
}
