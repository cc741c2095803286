internal import CSystem
internal import Glibc
internal import Publishing

/// A folder for what is in work, removed with all that is in it when nobody holds it any more.
final class WorkFolder: Sendable {
  let path: String
  private let files = SystemFiles()

  /// - Throws: ``PrintingFailure/file(_:)`` when it cannot be made.
  init(in parent: String) throws(PrintingFailure) {
    var name = Array((parent + "/thidua-XXXXXX").utf8CString)
    guard mkdtemp(&name) != nil else {
      throw .file(.file(FileFailure(.create, parent, code: errno)))
    }
    path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    thidua_set_work_folder(path)
  }

  deinit {
    remove("")
    thidua_set_work_folder("")
  }

  func makeFolder(_ name: String) throws(PrintingFailure) {
    do throws(PublishingFailure) { try files.makeFolder(path + "/" + name) } catch {
      throw .file(error)
    }
  }

  func put(_ bytes: [UInt8], at name: String) throws(PublishingFailure) {
    try files.writeNew(bytes, to: path + "/" + name)
  }

  func write(_ bytes: [UInt8], to name: String) throws(PrintingFailure) {
    do throws(PublishingFailure) { try put(bytes, at: name) } catch { throw .file(error) }
  }

  /// The bytes of a file; nil when nothing or no regular file stands there.
  func read(_ name: String) throws(PrintingFailure) -> [UInt8]? {
    do throws(PublishingFailure) {
      guard case .file = try files.kind(of: path + "/" + name) else { return nil }
      return try files.read(path + "/" + name)
    } catch {
      throw .file(error)
    }
  }

  /// Removes what stands at a name, as far as it can be removed: nobody waits for it.
  func remove(_ name: String) {
    let place = name.isEmpty ? path : path + "/" + name
    guard let kind = try? files.kind(of: place) else { return }
    guard kind == .folder else {
      try? files.removeFile(place)
      return
    }
    for inner in (try? files.names(in: place)) ?? [] {
      remove(name.isEmpty ? inner : name + "/" + inner)
    }
    try? files.removeFolder(place)
  }
}
