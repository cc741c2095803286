import Diagnostics
import LocatedJSON
import Vocabulary

/// Checks across files that ids are unique and that what they refer to exists.
struct ReferenceChecker {
  /// The findings about ids.
  private(set) var findings = FindingList()
  private var index = EntityIndex()

  /// Takes in the entities of a file; files come in their order.
  mutating func define(_ entities: [Entity], in file: CheckedFile) {
    for entity in entities {
      if let first = index.insert(entity) {
        findings.add(.duplicateID(entity, first: first), in: file.kind)
      }
    }
  }

  /// True when what a reference means was taken in.
  func knows(_ reference: Reference) -> Bool { index.contains(reference.kind, reference.id) }

  /// Checks the references of a file; `unknown` are the files of which nothing can be said.
  mutating func resolve(
    _ references: [Reference], in file: CheckedFile, present: [FileKind], unknown: [FileKind]
  ) {
    for reference in references where !index.contains(reference.kind, reference.id) {
      let home = reference.kind.home
      if unknown.contains(home) { continue }
      let finding =
        present.contains(home)
        ? Diagnostic.brokenReference(reference, among: index.all(reference.kind))
        : .referenceIntoMissingFile(reference)
      findings.add(finding, in: file.kind)
    }
  }
}

extension Diagnostic {
  /// IN019: an id that is used already.
  fileprivate static func duplicateID(_ entity: Entity, first: Entity) -> Diagnostic {
    let owner = first.name.map { " cho “\($0)”" } ?? ""
    let line = first.place.span.map { ", dòng \($0.line)" } ?? ""
    let what = entity.kind.isNumbered ? "số" : "mã"
    return .error(
      Code("IN019"),
      "\(what) \(entity.kind.noun) “\(entity.id)” đã dùng\(owner) ở \(first.place.file ?? "")\(line)",
      at: entity.place, help: "đặt \(what) khác, hoặc xóa dòng bị lặp")
  }

  /// IN020: a reference to nothing.
  fileprivate static func brokenReference(
    _ reference: Reference, among entities: [Entity]
  ) -> Diagnostic {
    let kind = reference.kind
    let nearest = NearestName.nearest(to: reference.id, among: entities.map(\.id))
    let entity = entities.first { $0.id == nearest }
    let proposal = entity.map { entity in
      "có phải “\(entity.id)”\(entity.name.map { " (\($0))" } ?? "")?"
    }
    return .error(
      Code("IN020"), "không có \(kind.noun) nào mang \(what(kind)) “\(reference.id)”",
      at: reference.place,
      help: proposal ?? "dùng \(what(kind)) có trong \(kind.home.fileName), hoặc thêm dòng ở đó")
  }

  /// IN020: a reference to what a file that does not exist would define.
  fileprivate static func referenceIntoMissingFile(_ reference: Reference) -> Diagnostic {
    let kind = reference.kind
    return .error(
      Code("IN020"),
      "không có \(kind.noun) nào mang \(what(kind)) “\(reference.id)”: "
        + "chưa có tệp \(kind.home.fileName)", at: reference.place,
      help: "thêm tệp \(kind.home.fileName), hoặc bỏ \(what(kind)) này")
  }

  private static func what(_ kind: EntityKind) -> String { kind.isNumbered ? "số" : "mã" }
}
