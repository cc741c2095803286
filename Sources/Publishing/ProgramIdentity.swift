internal import Glibc

/// What tells one build of the program, with the libraries it runs on, from another.
///
/// The bytes of a document depend on both (zlib deflates them). Only ledgers hold it, which no
/// output is made from, so the days of files may be part of it.
package enum ProgramIdentity {
  /// The hash of the names, sizes and days of every file whose code this process runs; nil where
  /// the system does not tell, and then nothing is taken over from earlier runs.
  package static let current: String? = {
    guard var maps = try? FileStream("/proc/self/maps") else { return nil }
    var bytes: [UInt8] = []
    while let more = try? maps.next(1 << 16), !more.isEmpty { bytes += more }
    var seen: Set<String> = []
    var files: [String] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: " ", maxSplits: 5)
      guard fields.count == 6, fields[1].contains("x") else { continue }
      let path = String(fields[5].drop { $0 == " " })
      guard path.hasPrefix("/"), seen.insert(path).inserted else { continue }
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      let day = "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
      files.append("\(path) \(status.st_size) \(day)")
    }
    guard !files.isEmpty else { return nil }
    // Sorted: the system lays them into memory in an order of its own.
    return SHA256Sum(of: Array(files.sorted().joined(separator: "\n").utf8)).text
  }()
}
