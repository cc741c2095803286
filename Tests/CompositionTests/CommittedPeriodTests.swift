import Composition
import Diagnostics
import Dossier
import Foundation
import Regulations
import TestSupport
import Testing

@Suite("Ba kỳ xét mẫu, từng bước và từng quy tắc")
struct CommittedPeriodTests {
  static let periods = ["2026-hang-nam", "2027-so-ket", "2030-tong-ket"]

  @Test("each step of the dossier is composed alone, and the steps together are the whole")
  func steps() throws {
    for period in Self.periods {
      let sample = try ReviewSample(period: period)
      let whole = sample.compose()
      #expect(!whole.hasErrors, "\(period)")
      var ids: [String] = []
      for stage in Stage.allCases {
        let step = Composition.compose(
          sample.dossier, decisions: sample.decisions, packs: sample.packs, at: stage)
        #expect(!step.hasErrors, "\(period) \(stage)")
        let orders = step.value ?? []
        #expect(!orders.isEmpty, "\(period) \(stage)")
        #expect(orders.allSatisfy { $0.kind.facts.stage == stage })
        ids += orders.map(\.id)
      }
      #expect(ids.sorted() == (whole.value ?? []).map(\.id).sorted(), "\(period)")
    }
  }

  @Test("several decisions in one dossier: each has its tờ trình, list of money and certificates")
  func severalDecisions() throws {
    for (period, count) in [("2027-so-ket", [22, 5]), ("2030-tong-ket", [9, 1])] {
      let sample = try ReviewSample(period: period)
      let rows = sample.dossier.documents(of: .quyetDinhKhenThuong)
      #expect(rows.map { $0.nominations?.count } == count)
      let orders = sample.compose().value ?? []
      for kind in [DocumentKind.toTrinhGiayKhen, .quyetDinhKhenThuong, .danhSachTienThuong] {
        #expect(orders.count { $0.kind == kind } == rows.count, "\(period) \(kind)")
      }
      #expect(orders.count { $0.kind == .giayKhen } == count.reduce(0, +))
    }
  }

  /// What a rule cannot give, for the table in Vietnamese; `RuleTests.impossible` holds the same.
  private static let impossible: [String: String] = [
    "R01 không đạt": "trước ngày đầu tiên không có luật để áp dụng nên dừng lại",
    "R02 chưa đủ dữ kiện": "đợt chưa có ngày nhận hồ sơ thì chưa xét cả đợt",
    "R09 không đạt": "chỉ không tính vào lịch sử công trạng, không loại ai",
    "R18 chưa đủ dữ kiện": "chưa có biểu quyết thì không có phiếu để xét",
    "R19 chưa đủ dữ kiện": "phiên họp luôn ghi ai có mặt",
    "R21 không đạt": "thai sản luôn được tính là thời gian công tác",
    "R21 chưa đủ dữ kiện": "không có dòng nghỉ thai sản thì không xét",
  ]

  /// By `R05 không đạt`, the subjects of the three periods.
  private static func seen() throws -> [String: [String]] {
    var seen: [String: [String]] = [:]
    for period in periods {
      let sample = try ReviewSample(period: period)
      let year = period.prefix(4)
      for decision in sample.decisions {
        for reason in decision.reasons {
          let key = "\(reason.rule) \(reason.outcome.label)"
          let name = "\(decision.subject.inTable) (\(year))"
          if seen[key]?.contains(name) != true { seen[key, default: []].append(name) }
        }
      }
    }
    return seen
  }

  @Test("docs/bang-quy-tac.md: rule × outcome × sample, no cell without a sample, case or reason")
  func table() throws {
    let seen = try Self.seen()
    let cases = try String(
      contentsOf: Fixture.projectURL.appending(
        path: "Tests/RegulationsTests/Fixtures/outcomes.expected.txt"), encoding: .utf8)
    let rules = try #require(PackSet.embedded.value).packs.flatMap(\.rules)
    var text = Self.head
    for id in Set(rules.map(\.id)).sorted() {
      var cells = [id]
      for outcome in RuleOutcome.allCases {
        let key = "\(id) \(outcome.label)"
        let line = cases.split(separator: "\n").first { $0.hasPrefix(key + ": ") }
        let isPossible = try #require(line, "\(key)").hasPrefix(key + ": –") == false
        let subjects = seen[key] ?? []
        #expect(isPossible == (Self.impossible[key] == nil), "\(key)")
        #expect(isPossible || subjects.isEmpty, "\(key)")
        let shown = subjects.prefix(2).joined(separator: ", ")
        cells.append(
          Self.impossible[key].map { "– (\($0))" }
            ?? (subjects.isEmpty ? "tình huống kiểm thử" : "\(subjects.count): \(shown)"))
      }
      text += "| " + cells.joined(separator: " | ") + " |\n"
    }
    try expectText(text, equals: Fixture.projectURL.appending(path: "docs/bang-quy-tac.md"))
  }

  private static let head = """
    # Bảng quy tắc, kết quả và dữ liệu mẫu

    Bảng này do kiểm thử lập từ các gói quy định và dữ liệu trong `Samples`; sửa bằng \
    `scripts/update-golden --filter CompositionTests`. Mỗi ô cho biết kết quả ấy có ở bao nhiêu đối \
    tượng của ba kỳ xét mẫu (năm trong ngoặc) và hai ví dụ; “tình huống kiểm thử” là kết quả chỉ có \
    trong `Tests/RegulationsTests/Fixtures/outcomes.expected.txt`, nơi nêu tên từng tình huống. Nội \
    dung từng quy tắc ở [quy-tac.md](quy-tac.md).

    | Quy tắc | Đạt | Không đạt | Chưa đủ dữ kiện |
    |---|---|---|---|

    """
}

extension Decision.Subject {
  /// The subject in a cell of a table.
  fileprivate var inTable: String {
    switch self {
    case .nominee(let id): id.text
    case .award(let form, let row): "\(form.label)" + (row.map { " \($0)" } ?? "")
    case .group(let form, let collectives): "\(form.label), \(collectives ? "tập thể" : "cá nhân")"
    case .session(let id): id.text
    case .vote(let id): "phiếu \(id)"
    case .period: "cả đợt"
    }
  }
}
