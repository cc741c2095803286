internal import Publishing

/// How much a file of records may hold; what exceeds a limit is an error, never a crash.
struct RecordLimits: Hashable, Sendable {
  /// Bytes of one line: several of them, and what is made of them, are held at the same time.
  var lineBytes = 16 << 20
  /// JSON values of one record.
  var values = 1_000_000
  /// Records of one file: each has its row in the manifest.
  var records = 100_000
  /// Different errors that are told, and as many different warnings; the rest is only counted.
  var findings = 100

  static let standard = RecordLimits()
}

/// A piece of a file of JSON lines.
enum RecordLine: Sendable {
  /// A line that holds something.
  case record(Record)
  /// A line of more bytes than the limit; it was passed over.
  case tooLong(line: Int)
  /// The first line opens brackets and nothing else, so the file is one value over many lines;
  /// nothing behind it is read.
  case spread(String)
  /// Here begins a record more than the limit; nothing behind it is read.
  case tooMany(line: Int)
  /// The file could not be read to its end.
  case failed(PublishingFailure)
  /// The end of the file, with the SHA-256 of its bytes.
  case end(sha256: SHA256Sum)

  /// The bytes of one record.
  struct Record: Sendable {
    /// Its place among the records, from 0.
    let number: Int
    /// The line it stands in, from 1.
    let line: Int
    let bytes: [UInt8]
  }
}

/// The lines of a file of records, read while they are asked for; blank lines are passed over.
struct RecordLines: Sequence, Sendable {
  let path: String
  let limits: RecordLimits

  func makeIterator() -> Iterator { Iterator(path, limits) }

  /// Reads on; it holds one line and one chunk.
  final class Iterator: IteratorProtocol {
    private let limits: RecordLimits
    private var file: FileStream?
    private var failure: PublishingFailure?
    private var chunk: ArraySlice<UInt8> = []
    private var content: [UInt8] = []
    private var isTooLong = false
    /// The line that is being read, from 1.
    private var line = 1
    private var records = 0
    private var isDone = false

    private static let chunkBytes = 1 << 18

    init(_ path: String, _ limits: RecordLimits) {
      self.limits = limits
      do throws(PublishingFailure) { file = try FileStream(path) } catch { failure = error }
    }

    func next() -> RecordLine? {
      while !isDone {
        if let newline = chunk.firstIndex(of: UInt8(ascii: "\n")) {
          take(chunk[..<newline])
          chunk = chunk[(newline + 1)...]
          if let piece = endLine() { return piece }
        } else {
          take(chunk)
          if let piece = readOn() { return piece }
        }
      }
      return nil
    }

    /// Reads the next chunk; at the end of the file the last line, then the end.
    private func readOn() -> RecordLine? {
      do throws(PublishingFailure) {
        if let failure { throw failure }
        chunk = try file?.next(Self.chunkBytes)[...] ?? []
        guard chunk.isEmpty else { return nil }
        if let piece = endLine() { return piece }
        isDone = true
        return .end(sha256: file?.sha256 ?? SHA256Sum(of: []))
      } catch {
        isDone = true
        return .failed(error)
      }
    }

    private func take(_ bytes: ArraySlice<UInt8>) {
      guard !isTooLong, content.count + bytes.count <= limits.lineBytes else {
        isTooLong = true
        content = []
        return
      }
      content += bytes
    }

    private func endLine() -> RecordLine? {
      defer {
        line += 1
        content = []
        isTooLong = false
      }
      guard isTooLong || !content.allSatisfy(Self.isBlank) else { return nil }
      guard records < limits.records else {
        isDone = true
        return .tooMany(line: line)
      }
      if records == 0, !isTooLong, content.allSatisfy({ Self.isBlank($0) || Self.isOpening($0) }) {
        isDone = true
        return .spread(String(decoding: content.filter(Self.isOpening).prefix(8), as: UTF8.self))
      }
      defer { records += 1 }
      return isTooLong
        ? .tooLong(line: line)
        : .record(RecordLine.Record(number: records, line: line, bytes: content))
    }

    private static func isOpening(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{")
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0x09 || byte == 0x0D
    }
  }
}
