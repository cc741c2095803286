internal import Composition
internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Publishing
internal import Templating

/// Makes documents, or takes over those that an earlier run made of the same inputs; workers share
/// it.
struct DocumentMaker: Sendable {
  /// What earlier runs left; nil when nothing may be taken over.
  let former: FormerWork?
  /// The SHA-256 of what all documents depend on beside their own data: the office that the checks
  /// of form know.
  let office: SHA256Sum
  /// Told how long the parts of the work take.
  let stopwatch: Stopwatch?

  /// A document, however it came about.
  struct Made: Sendable {
    /// The SHA-256 of everything it is made from; nil when nothing may be taken over.
    let key: SHA256Sum?
    /// How it came about.
    let source: Source
  }

  /// Where a document comes from.
  enum Source: Sendable {
    /// From an earlier run, which found nothing to say about it.
    case former(FormerDocument)
    /// Filled just now, with what was found.
    case filled(FillJob.Filled)
  }

  func make(_ job: FillJob) -> Made {
    guard let former else { return Made(key: nil, source: .filled(fill(job))) }
    let key = stopwatch.measure(.reuse) { self.key(of: job) }
    if let document = stopwatch.measure(.reuse, { former.document(madeOf: key) }) {
      return Made(key: key, source: .former(document))
    }
    return Made(key: key, source: .filled(fill(job)))
  }

  private func fill(_ job: FillJob) -> FillJob.Filled { job.fill(measuredBy: stopwatch) }

  /// The hash of everything that decides on the bytes of a document or on what is found in it.
  ///
  /// The program itself is named by the ledger. Decisions and rules are in the data, as far as they
  /// reach the paper; the path is not part of it, since a paper may move down a list unchanged.
  private func key(of job: FillJob) -> SHA256Sum {
    let order = job.order
    let inputs: JSONValue = [
      "template": .string(job.template.sha256.text), "kind": .string(order.kind.rawValue),
      "form": .string(order.form.rawValue), "state": .string(order.state.rawValue),
      "medium": .string(order.medium == .paper ? "paper" : "electronic"), "data": order.data,
      "office": .string(office.text), "limits": .array(job.limits.numbers.map(JSONValue.integer)),
    ]
    var hash = SHA256Sum.Running()
    JSONWriter.compact(inputs) { hash.add($0) }
    return hash.sum
  }
}
