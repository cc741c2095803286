internal import ZipContainer

/// A part that grows record by record; its bytes are compressed as they come.
///
/// Where styles that stand before the text are known only behind it, the text waits in compressed
/// blocks.
final class Spool {
  private let name: String
  private var deflater: Deflater?
  private var failure: ZipFailure?
  private var isWaiting = false
  private var blocks: [ZipEntry] = []
  private var block: [UInt8] = []

  /// Blocks are closed when they have grown to this many bytes.
  private static let blockBytes = 4 << 20

  init(name: String) {
    self.name = name
    do throws(ZipFailure) { deflater = try Deflater(name: name) } catch { failure = error }
  }

  /// Adds bytes to the part.
  func write(_ bytes: [UInt8]) {
    guard isWaiting else {
      deflater?.write(bytes)
      return
    }
    block += bytes
    if block.count >= Self.blockBytes { closeBlock() }
  }

  /// What was written stands before the styles, what follows behind them.
  func waitForStyles() { isWaiting = true }

  /// The part as an entry of a package.
  func entry(styles: [[UInt8]]) throws(ZipFailure) -> ZipEntry {
    if let failure { throw failure }
    if isWaiting {
      for style in styles { deflater?.write(style) }
      closeBlock()
      for block in blocks { deflater?.write(try Self.contents(of: block)) }
    }
    guard let deflater = deflater.take() else { throw .outOfMemory }
    return try deflater.finish()
  }

  private func closeBlock() {
    do throws(ZipFailure) {
      blocks.append(try ZipEntry(name: "spool", contents: block))
    } catch {
      failure = failure ?? error
    }
    block.removeAll(keepingCapacity: true)
  }

  private static func contents(of block: ZipEntry) throws(ZipFailure) -> [UInt8] {
    var writer = try ZipWriter()
    try writer.add(block)
    // Our own blocks may be as even as records are.
    var limits = ZipLimits.standard
    limits.ratio = 2_000
    let archive = try ZipArchive(reading: try writer.finish(), limits: limits)
    return try archive.contents(of: archive.entries[0])
  }
}
