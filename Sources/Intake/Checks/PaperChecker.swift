import Diagnostics
import Dossier
import LocatedJSON

/// Checks in `van-ban.json` and `ke-hoach-don-vi.json` what a shape cannot say.
struct PaperChecker {
  /// The findings about papers.
  private(set) var findings = FindingList()

  /// Checks the rows of `van-ban.json`: known kinds, a unit where one is needed, one row a paper.
  ///
  /// At a known moment only the kinds that belong to it are proposed.
  mutating func checkDocuments(_ file: CheckedFile, at moment: Moment?) {
    var seen: [(kind: DocumentKind, unit: String?, line: Int)] = []
    for (index, row) in (file.root["van_ban"]?.array ?? []).enumerated() {
      let pointer = JSONPointer(["van_ban"]).appending(index)
      if case .boolean(true) = row["ben_ngoai"]?.kind { continue }
      guard let value = row["loai"], let text = value.string else { continue }
      let place = file.place(value, pointer.appending("loai"))
      guard let kind = DocumentKind(rawValue: text) else {
        let known = DocumentKind.allCases.filter { kind in
          moment.map(kind.facts.moments.contains) ?? true
        }.map(\.rawValue)
        findings.add(
          .unknownWord(text, allowed: known, at: place), in: file.kind)
        continue
      }
      let unit = row["don_vi"]?.string
      if kind.facts.scope == .unit, unit == nil {
        let finding = Diagnostic.missingUnit(of: kind, at: file.place(row, pointer))
        findings.add(finding, in: file.kind)
        continue
      }
      guard kind.facts.scope == .unit || kind.facts.scope == .period else { continue }
      let owner = kind.facts.scope == .unit ? unit : nil
      if let first = seen.first(where: { $0.kind == kind && $0.unit == owner }) {
        findings.add(
          .repeatedPaper(kind, unit: owner, firstLine: first.line, at: place), in: file.kind)
      } else {
        seen.append((kind, owner, file.source.span(of: value.range).line))
      }
    }
  }

  /// Checks that no unit plan has work under a content it says it has nothing for.
  mutating func checkUnitPlans(_ file: CheckedFile) {
    for (index, plan) in (file.root["ke_hoach"]?.array ?? []).enumerated() {
      let works = (plan["noi_dung"]?.array ?? []).compactMap { $0["noi_dung"]?.scalarText }
      for (item, value) in (plan["khong_phat_sinh"]?.array ?? []).enumerated() {
        guard let number = value.scalarText, works.contains(number) else { continue }
        let pointer = JSONPointer(["ke_hoach"]).appending(index)
        let place = file.place(value, pointer.appending("khong_phat_sinh").appending(item))
        findings.add(.contentWithWork(number, at: place), in: file.kind)
      }
    }
  }
}

extension Diagnostic {
  /// IN004: a paper that each unit has, without its unit.
  fileprivate static func missingUnit(of kind: DocumentKind, at place: Place) -> Diagnostic {
    .error(
      Code("IN004"), "thiếu khóa “don_vi”: mỗi đơn vị có một “\(kind.rawValue)” riêng", at: place,
      help: "thêm khóa “don_vi” (mã đơn vị ban hành)")
  }

  /// IN012: two rows for one paper.
  fileprivate static func repeatedPaper(
    _ kind: DocumentKind, unit: String?, firstLine: Int, at place: Place
  ) -> Diagnostic {
    let owner = unit.map { " của đơn vị “\($0)”" } ?? ""
    return .error(
      Code("IN012"), "đã có một dòng cho “\(kind.rawValue)”\(owner), ở dòng \(firstLine)",
      at: place, help: "giữ một dòng, xóa dòng kia")
  }

  /// IN027: a content that is said to be empty and has work.
  fileprivate static func contentWithWork(_ number: String, at place: Place) -> Diagnostic {
    .error(
      Code("IN027"), "nội dung \(number) được ghi là không phát sinh nhưng vẫn có công việc",
      at: place, help: "bỏ số \(number) khỏi “khong_phat_sinh”, hoặc bỏ công việc đó")
  }
}
