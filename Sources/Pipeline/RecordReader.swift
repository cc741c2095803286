internal import Diagnostics
internal import LocatedJSON
internal import Publishing

/// What was read of one piece of a file of records.
struct ReadRecord: Sendable {
  /// The record, normalised; nil for a line that is no JSON.
  var value: JSONValue?
  /// What is wrong with the text of the line.
  var faults: [Diagnostic] = []
}

/// Reads records; workers share it.
struct RecordReader: Sendable {
  /// The file of records, as findings name it.
  let file: String
  let limits: RecordLimits
  /// What the text of one record may cost, but for its bytes and values.
  let json: JSONLimits

  /// The record's value; of a line that is no JSON the first fault, from which the others follow.
  func read(_ line: RecordLine) -> ReadRecord {
    guard case .record(let record) = line else { return ReadRecord() }
    var json = json
    json.bytes = limits.lineBytes
    json.values = limits.values
    let read = JSONReader.read(record.bytes, file: file, firstLine: record.line, limits: json)
    var faults = read.findings.filter { $0.severity != .error }
    if let fault = read.findings.first(where: { $0.severity == .error }) {
      faults.append(fault.standing(at: record.place(in: file)))
      return ReadRecord(value: nil, faults: faults)
    }
    return ReadRecord(value: read.value?.normalisedRoot, faults: faults)
  }
}

extension RecordLine {
  /// What is wrong with a piece that holds no record; nil for one that does, and for the end.
  ///
  /// - Throws: why the file could not be read to its end.
  func refusal(
    in path: String, _ limits: RecordLimits
  ) throws(PublishingFailure) -> (findings: [Diagnostic], line: Int)? {
    switch self {
    case .failed(let failure): throw failure
    case .tooLong(let line):
      return ([.longRecord(path, line: line, limit: limits.lineBytes)], line)
    case .spread(let brackets): return ([.spreadRecords(path, brackets)], 1)
    case .tooMany(let line):
      return ([.manyRecords(path, line: line, limit: limits.records)], line)
    case .record, .end: return nil
    }
  }
}
