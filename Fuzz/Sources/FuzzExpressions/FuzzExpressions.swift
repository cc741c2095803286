import Expressions
import LocatedJSON

private struct Data: Facts {
  let root: JSONValue

  func value(at path: Path) throws(EvaluationFailure) -> Value { try value(at: path, of: root) }
  func entering(_ item: JSONValue) -> Data? { Data(root: item) }
}

private let data = Data(
  root: [
    "a": 1, "b": "xin chào", "c": [["a": 2, "b": "y"], ["a": 1, "b": "x"]], "d": true, "e": nil,
    "ngày": "2026-06-15", "số": 1_250_000, "tên": "Lò Thị Ẳng",
  ])

/// An expression is refused with a reason or evaluated within its steps; the same gives the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  if let expression = try? ExpressionParser.parse(text) {
    precondition((try? ExpressionParser.parse(text)) == expression)
    evaluate(expression)
  }
  if let expression = try? ExpressionParser.parseValue(text) { evaluate(expression) }
  return 0
}

private func evaluate(_ expression: Expression) {
  var evaluator = Evaluator(limit: 10_000)
  do throws(EvaluationFailure) {
    _ = try evaluator.value(of: expression, in: data)
  } catch {
    precondition(!error.message.isEmpty)
  }
  precondition(evaluator.steps <= 10_001, "\(evaluator.steps) steps")
}
