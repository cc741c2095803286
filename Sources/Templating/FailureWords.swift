internal import Diagnostics
internal import Expressions

// How the failures of an expression are named in a template's findings.

extension Clause.ElementScope {
  var inWords: String {
    switch self {
    case .paragraph: "đoạn"
    case .row: "hàng"
    case .table: "bảng"
    case .section: "vùng"
    case .page: "thân văn bản, ngoài bảng, danh sách và khung"
    case .column: "cột"
    }
  }
}

extension ExpressionFailure {
  /// The code under which a template's finding names the failure.
  var code: Code {
    switch self {
    case .missingOperand, .emptyName, .unexpected: Code("TE013")
    case .unclosedQuote, .unbalancedParenthesis, .tooDeep: Code("TE014")
    case .badNumber: Code("TE015")
    case .unknownFilter: Code("TE016")
    case .filterArgument: Code("TE017")
    case .notYet: Code("TE018")
    }
  }
}
