internal import Diagnostics
internal import Intake
internal import LocatedJSON
internal import Vocabulary

/// The texts of a period's files with their places, to find where the words of a paper come from.
struct DataTexts {
  private struct Item {
    let text: String
    let place: Place
  }

  /// The longest texts first; of the same length in the order of the files.
  private let items: [Item]

  /// Texts so short that they stand in many papers by chance are left out.
  private static let shortest = 4

  /// Reads the files once more, this time for their texts.
  init(of reading: PeriodReading) {
    var items: [Item] = []
    for input in reading.inputs {
      guard let document = JSONReader.read(input.file.bytes, file: input.file.path).value
      else { continue }
      Self.collect(document.root, .root) { value, text, pointer in
        items.append(Item(text: text, place: document.place(of: value, pointer: pointer)))
      }
    }
    self.items = items.enumerated().sorted { left, right in
      let (a, b) = (left.element.text.utf8.count, right.element.text.utf8.count)
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
  }

  /// Where the words of paragraphs stand in the data: of each paragraph the longest text that it
  /// holds; none when no text of the data is in it as it was written.
  func places(of paragraphs: [String]) -> [Place] {
    var found: [Place] = []
    for paragraph in paragraphs {
      guard let place = items.first(where: { paragraph.contains($0.text) })?.place else { continue }
      if !found.contains(place) { found.append(place) }
    }
    return found
  }

  private static func collect(
    _ value: JSONValue, _ pointer: JSONPointer, _ add: (JSONValue, String, JSONPointer) -> Void
  ) {
    switch value.kind {
    case .string(let text):
      let text = VietnameseText.nfc(text)
      if text.count >= shortest { add(value, text, pointer) }
    case .array(let values):
      for (index, value) in values.enumerated() { collect(value, pointer.appending(index), add) }
    case .object(let members):
      for member in members { collect(member.value, pointer.appending(member.name), add) }
    case .null, .boolean, .number: break
    }
  }
}
