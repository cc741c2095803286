internal import Publishing

/// A face for Times New Roman in its four styles: itself, or Liberation Serif from version 2, whose
/// letters are as wide and which holds all Vietnamese ones.
struct Typeface: Hashable {
  /// The family's name.
  let family: String
  /// The folder that holds its files.
  let folder: String

  /// The names of the files of the four styles, in lower case, as they are commonly installed.
  private static let known: [(family: String, files: [String], oldest: UInt16)] = [
    ("Times New Roman", ["times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"], 0),
    (
      "Times New Roman",
      [
        "times_new_roman.ttf", "times_new_roman_bold.ttf", "times_new_roman_italic.ttf",
        "times_new_roman_bold_italic.ttf",
      ], 0
    ),
    (
      "Liberation Serif",
      [
        "liberationserif-regular.ttf", "liberationserif-bold.ttf", "liberationserif-italic.ttf",
        "liberationserif-bolditalic.ttf",
      ], 2
    ),
  ]

  /// Looks through folders and those below them; Times New Roman outweighs its substitute.
  init?(in folders: [String], files: any FileOperations = SystemFiles()) {
    var found: [(rank: Int, folder: String)] = []
    var waiting = Array(folders.reversed())
    while let folder = waiting.popLast() {
      let names = (try? files.names(in: folder)) ?? []
      let lower = Set(names.map { $0.lowercased() })
      for (rank, face) in Self.known.enumerated() where face.files.allSatisfy(lower.contains) {
        let regular = names.first { $0.lowercased() == face.files[0] } ?? ""
        if Self.version(of: folder + "/" + regular, files) >= face.oldest {
          found.append((rank, folder))
        }
      }
      for name in names.reversed() {
        if case .folder? = try? files.kind(of: folder + "/" + name) {
          waiting.append(folder + "/" + name)
        }
      }
    }
    guard let rank = found.map(\.rank).min(), let first = found.first(where: { $0.rank == rank })
    else { return nil }
    family = Self.known[rank].family
    folder = first.folder
  }

  /// The first number of a face's version: `fontRevision` in the table `head` (OpenType).
  private static func version(of path: String, _ files: any FileOperations) -> UInt16 {
    guard case .file(let size)? = try? files.kind(of: path), size < 1 << 25,
      let bytes = try? files.read(path), bytes.count > 12
    else { return 0 }
    func number(_ offset: Int, _ count: Int) -> Int? {
      guard offset >= 0, offset + count <= bytes.count else { return nil }
      return bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }
    for index in 0..<(number(4, 2) ?? 0) {
      let record = 12 + 16 * index
      guard number(record, 4) == 0x6865_6164 else { continue }
      return number(record + 8, 4).flatMap { number($0 + 4, 2) }.map(
        UInt16.init(truncatingIfNeeded:))
        ?? 0
    }
    return 0
  }

  /// The fontconfig file that gives this face for Times New Roman, and no other of its name.
  ///
  /// The machine's other faces stay: a letter that this one lacks would leave a blank that nobody
  /// sees. So it is taken from another face, whose name in the PDF tells.
  ///
  /// - Parameters:
  ///   - folders: The folders of all faces.
  ///   - cache: A folder for what fontconfig keeps.
  /// - Returns: the file's text.
  func configuration(folders: [String], cache: String) -> String {
    let dirs = folders.map { "  <dir>\(Self.escaped($0))</dir>\n" }.joined()
    return """
      <?xml version="1.0"?>
      <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
      <fontconfig>
      \(dirs)\
        <cachedir>/var/cache/fontconfig</cachedir>
        <cachedir>\(Self.escaped(cache))</cachedir>
        <selectfont>
          <acceptfont><glob>\(Self.escaped(folder))/*</glob></acceptfont>
          <rejectfont><glob>*/LiberationSerif*</glob></rejectfont>
        </selectfont>
        <match target="pattern">
          <test name="family" qual="any"><string>Times New Roman</string></test>
          <edit name="family" mode="assign" binding="same"><string>\(family)</string></edit>
        </match>
      </fontconfig>

      """
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  /// True when the name of a face in a PDF, such as `TimesNewRomanPS-BoldMT`, is one of either
  /// family.
  static func isExpected(_ name: String) -> Bool {
    ["LiberationSerif", "TimesNewRoman"].contains { name.hasPrefix($0) }
  }
}
