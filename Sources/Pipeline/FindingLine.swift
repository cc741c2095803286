package import Diagnostics
internal import LocatedJSON
internal import Publishing

extension Diagnostic {
  /// The finding as one line of JSON, its keys in the contract's order, without a line end.
  package var recordLine: String {
    String(decoding: JSONWriter.compact(FindingRecord.json(self)), as: UTF8.self)
  }
}
