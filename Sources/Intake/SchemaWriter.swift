import LocatedJSON

/// The JSON Schemas (draft 2020-12) of the input files, made from the shapes the checker uses.
package enum SchemaWriter {
  /// The file name and the bytes of every schema, in the order of the files.
  package static var all: [(name: String, bytes: [UInt8])] {
    FileKind.allCases.map { ($0.rawValue + ".schema.json", JSONWriter.pretty(schema(of: $0))) }
  }

  private static func schema(of kind: FileKind) -> JSONValue {
    let file = kind.file
    let head: [JSONValue.Member] = [
      .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
      .init("title", .string("\(file.title) (\(kind.fileName))")),
      .init("description", .string(file.description)),
    ]
    let pointer = JSONValue.object([
      .init("type", "string"),
      .init("description", "Đường dẫn tới lược đồ này, để trình soạn thảo gợi ý và kiểm tra."),
    ])
    let body = object(file.top, besides: [.init("$schema", pointer)])
    return JSONValue(.object(head + [.init("type", "object")] + body))
  }

  /// What constrains the members of an object.
  private static func object(
    _ shape: ObjectShape, besides extra: [JSONValue.Member] = []
  ) -> [JSONValue.Member] {
    let properties = shape.fields.map { JSONValue.Member($0.key, property($0)) }
    var result: [JSONValue.Member] = [
      .init("properties", .object(extra + properties)),
      .init("additionalProperties", false),
    ]
    let required = shape.fields.filter { $0.presence == .required }.map(\.key)
    if !required.isEmpty { result.append(.init("required", .strings(required))) }
    for group in shape.oneOf {
      let choices = group.map { JSONValue.object([.init("required", .strings([$0]))]) }
      result.append(.init("oneOf", .array(choices)))
    }
    return result
  }

  /// The schema of a key's value; `null` is allowed where the fact may be unknown.
  private static func property(_ field: Field) -> JSONValue {
    let body = constraints(field.shape, nullable: field.presence == .optional)
    return .object([.init("description", .string(field.description))] + body)
  }

  private static func constraints(_ shape: Shape, nullable: Bool) -> [JSONValue.Member] {
    func type(_ name: String) -> JSONValue.Member {
      .init("type", nullable ? .strings([name, "null"]) : .string(name))
    }
    switch shape {
    case .object(let object):
      return [type("object")] + self.object(object)
    case .list(let item, let least, _):
      let items = JSONValue.Member("items", .object(constraints(item, nullable: false)))
      return [type("array"), items] + (least > 0 ? [.init("minItems", .integer(least))] : [])
    case .text(let rule):
      return [type("string"), .init("pattern", .string(rule.pattern))]
    case .integer(let range):
      return [type("integer")] + bounds(range)
    case .quantity:
      return [type("number"), .init("minimum", 0)]
    case .percent:
      return [type("number"), .init("minimum", 0), .init("maximum", 100)]
    case .boolean:
      return [type("boolean")]
    case .date:
      return [type("string"), .init("format", "date"), .init("pattern", .string(datePattern))]
    case .enumeration(let words):
      let values = words.map { JSONValue.string($0) } + (nullable ? [nil] : [])
      return [type("string"), .init("enum", .array(values))]
    case .identifier(let kind), .reference(let kind):
      if kind.isNumbered { return constraints(.integer(1...100), nullable: nullable) }
      return constraints(.text(.identifier), nullable: nullable)
    case .map(let key, let value):
      let entry = JSONValue.object(constraints(value, nullable: true))
      let names = JSONValue.object(keyConstraint(key))
      return [type("object"), .init("propertyNames", names), .init("additionalProperties", entry)]
    }
  }

  private static func bounds(_ range: ClosedRange<Int>) -> [JSONValue.Member] {
    [.init("minimum", .integer(range.lowerBound)), .init("maximum", .integer(range.upperBound))]
  }

  private static func keyConstraint(_ key: MapKey) -> [JSONValue.Member] {
    switch key {
    case .entity: [.init("pattern", .string(TextRule.identifier.pattern))]
    case .year: [.init("pattern", "^(194[5-9]|19[5-9][0-9]|20[0-9][0-9]|2100)$")]
    case .enumeration(let words): [.init("enum", .strings(words))]
    }
  }

  // Many validators take `format` as a remark, so the pattern also refuses the thirtieth of
  // February; only the leap years stay with the program.
  private static let datePattern =
    "^(19|[2-9][0-9])[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
    + "|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$"
}

extension JSONValue {
  /// An object with its members in the order given.
  fileprivate static func object(_ members: [Member]) -> JSONValue { JSONValue(.object(members)) }
}
