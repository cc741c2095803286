import Pipeline
import Testing

@testable import thidua

@Suite("The progress of a build")
struct ProgressLineTests {
  @Test(
    "says documents, rate and the time that is left",
    arguments: [
      (0, 3.0, "đã lập 0/7200 văn bản"), (10, 0, "đã lập 10/7200 văn bản"),
      (200, 2, "đã lập 200/7200 văn bản; 100 văn bản/giây; còn khoảng 1 phút 10 giây"),
      (7199, 10, "đã lập 7199/7200 văn bản; 720 văn bản/giây; còn khoảng 1 giây"),
      (100, 100, "đã lập 100/7200 văn bản; 1 văn bản/giây; còn khoảng 1 giờ 58 phút"),
      (7200, 9, "đã lập 7200/7200 văn bản; 800 văn bản/giây; còn khoảng 0 giây"),
    ] as [(Int, Double, String)])
  func text(done: Int, seconds: Double, expected: String) {
    let progress = BuildProgress(done: done, total: 7200)
    #expect(ProgressLine.text(progress, after: seconds) == expected)
  }
}
