import Diagnostics
import Foundation
import TestSupport
import Templating
import Testing

@testable import Pipeline

@Suite("Many records in one document to print")
struct MergePrintTests {
  private func merge(
    _ lines: String, _ format: DocumentFormat, template: [String] = ["Gửi <<họ tên>>"],
    workers: Int = 1, output: String? = nil, _ change: (inout MergeRequest) -> Void = { _ in }
  ) async throws -> (result: RunResult, document: [UInt8]?) {
    let records = try Records(lines, template: template, format)
    let path = records.folder.path + "/" + (output ?? "in.\(format.rawValue)")
    var request = MergeRequest(
      template: records.request.template, records: records.request.records, output: path)
    change(&request)
    let result = await Pipeline.merge(request, in: World(workers: workers))
    let data = try? Data(contentsOf: URL(fileURLWithPath: path))
    return (result, data.map { [UInt8]($0) })
  }

  @Test(
    "one document in the order of the file, with any number of workers",
    arguments: DocumentFormat.allCases)
  func whole(format: DocumentFormat) async throws {
    let names = (0..<40).map { "Số \($0)" }
    let lines = names.map { "{\"ho_ten\": \"\($0)\"}" }.joined(separator: "\n\n")
    let (result, document) = try await merge(lines, format)
    #expect(result.status == .done, "\(result.findings)")
    #expect(result.tail.hasPrefix("đã ghép 40 bản ghi vào "))
    let bytes = try #require(document)
    #expect(try visibleParagraphs(bytes) == names.map { "Gửi \($0)" })
    #expect(StructureCheck.check(bytes, file: "in").isEmpty)
    #expect(try await merge(lines, format, workers: 3).document == bytes)
  }

  @Test(
    "faults are told with their line, and nothing is written", arguments: DocumentFormat.allCases)
  func faults(format: DocumentFormat) async throws {
    let lines = "{\"ho_ten\": \"a\"}\n{\n{\"ten\": \"b\"}\n{\"ho_ten\": \"c\"}\n{\"ten\": \"d\"}"
    let (result, document) = try await merge(lines, format)
    #expect(result.status == .data)
    #expect(document == nil)
    let missing = result.findings.filter { $0.code == Code("TE030") }
    #expect(missing.count == 1)
    #expect(missing.first?.place.span?.line == 3)
    #expect(result.findings.contains { $0.place.span?.line == 2 })
    #expect(result.tail == "chưa ghi tệp nào")
  }

  @Test("what is refused", arguments: DocumentFormat.allCases)
  func refused(format: DocumentFormat) async throws {
    let (none, _) = try await merge("\n \n", format)
    #expect(none.findings.map(\.code) == [Code("PL014")])
    let (suffix, _) = try await merge("{}", format, output: "in.txt")
    #expect(suffix.findings.map(\.code) == [Code("PL006")])
    #expect(suffix.status == .usage)
    let (blank, document) = try await merge("{}", format) { $0.missing = .blank }
    #expect(blank.status == .done)
    #expect(document != nil)
    let (many, _) = try await merge("{}\n{}\n{}", format) {
      $0.missing = .blank
      $0.limits.records = 2
    }
    #expect(many.findings.map(\.code) == [Code("PL016")])
  }
}
