// Compares the time of linting a document with the time libxml2 takes to parse the parts that the
// linter reads, in one run: lint-benchmark DOCUMENT PART…
// Or tells how many documents a second are linted, each by itself and with their parts shared:
// lint-benchmark --many DOCUMENT…
import CParser
import Conformance
import Glibc

/// The bytes of a file; ends the program when it cannot be read.
func bytes(of path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else {
    perror(path)
    exit(66)
  }
  defer { fclose(file) }
  var content: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
    content += chunk[..<count]
  }
  return content
}

/// How long the processor is busy with some work, in microseconds: what else the machine does
/// would lengthen the longer of two works more than the shorter.
func microseconds(_ work: () -> Void) -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }
  let start = now()
  work()
  return now() - start
}

/// The middle of some times.
func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }

func shown(_ number: Double) -> String { "\((number * 100).rounded() / 100)" }

// As thidua does.
setenv("TZ", "UTC0", 1)

guard CommandLine.arguments.count > 2 else {
  print("lint-benchmark DOCUMENT PART…")
  exit(64)
}

if CommandLine.arguments[1] == "--many" {
  let documents = CommandLine.arguments.dropFirst(2).map { (name: $0, bytes: bytes(of: $0)) }
  func lintAll(_ shared: SharedParts?) {
    var settings = LintSettings()
    settings.shared = shared
    for document in documents {
      let report = Conformance.lint(document.bytes, name: document.name, settings: settings)
      precondition(!report.results.isEmpty, "a document was not read")
    }
  }
  lintAll(nil)
  var alone: [Double] = []
  var together: [Double] = []
  for _ in 0..<20 {
    alone.append(microseconds { lintAll(nil) })
    together.append(microseconds { lintAll(SharedParts()) })
  }
  let count = Double(documents.count)
  let (one, other) = (count / median(alone) * 1e6, count / median(together) * 1e6)
  print(
    "\(documents.count) documents: \(Int(one)) a second, \(Int(other)) with parts shared, \(shown(other / one)) times"
  )
  exit(0)
}
let path = CommandLine.arguments[1]
let document = bytes(of: path)
let parts = CommandLine.arguments.dropFirst(2).map(bytes)

func lint() {
  let report = Conformance.lint(document, name: path, settings: LintSettings())
  precondition(!report.results.isEmpty, "the document was not read")
}

/// What libxml2 does at its own: a tree of each part, then away with it.
func parse() {
  for part in parts {
    let tree = part.withUnsafeBytes { bytes in
      xmlReadMemory(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, nil,
        Int32(XML_PARSE_NONET.rawValue))
    }
    precondition(tree != nil, "libxml2 did not read a part")
    xmlFreeDoc(tree)
  }
}

// The tables of checks are read once, before the first document.
for _ in 0..<20 {
  lint()
  parse()
}
// In turn, so that what else the machine does hits both alike.
var linting: [Double] = []
var parsing: [Double] = []
for _ in 0..<200 {
  linting.append(microseconds(lint))
  parsing.append(microseconds(parse))
}
let ratio = median(linting) / median(parsing)
print(
  "\(path): lint \(shown(median(linting))) µs, libxml2 \(shown(median(parsing))) µs, ratio \(shown(ratio))"
)
