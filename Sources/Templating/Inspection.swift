internal import Expressions
public import LocatedJSON

extension Template {
  /// The JSON Schema (draft 2020-12) of the data the template needs, as far as its tags tell.
  public var schema: JSONValue {
    var schema = Self.schema(of: needs)
    if case .object(let members) = schema.kind {
      let dialect: JSONValue = "https://json-schema.org/draft/2020-12/schema"
      schema.kind = .object([JSONValue.Member("$schema", dialect)] + members)
    }
    return schema
  }

  /// A sample of the data the template needs; the template takes it without a finding.
  public var sample: JSONValue { Self.sample(of: needs, named: "…") }

  private static func schema(of need: Need) -> JSONValue {
    if let items = need.items.first {
      return typed("array", need, [JSONValue.Member("items", schema(of: items))])
    }
    if !need.members.isEmpty { return objectSchema(of: need) }
    switch need.shape {
    case nil, .truth: return [:]
    case .text:
      return ["type": .strings(["string", "number"] + (need.isRequired ? [] : ["null"]))]
    case .string, .picture: return typed("string", need, [])
    case .boolean: return typed("boolean", need, [])
    case .number: return typed("number", need, [])
    case .whole(let from, let to):
      let bounds =
        (from.map { [JSONValue.Member("minimum", .integer($0))] } ?? [])
        + (to.map { [JSONValue.Member("maximum", .integer($0))] } ?? [])
      return typed("integer", need, bounds)
    case .choice(let texts):
      return typed("string", need, [JSONValue.Member("enum", .strings(texts))])
    case .date: return typed("string", need, [JSONValue.Member("format", "date")])
    case .list:
      let text: JSONValue = ["type": ["string", "number"]]
      return typed("array", need, [JSONValue.Member("items", text)])
    }
  }

  private static func objectSchema(of need: Need) -> JSONValue {
    let required = need.members.filter(\.need.isRequired).map(\.name.key)
    let properties = need.members.map { JSONValue.Member($0.name.key, schema(of: $0.need)) }
    return typed(
      "object", need,
      (required.isEmpty ? [] : [JSONValue.Member("required", .strings(required))])
        + [JSONValue.Member("properties", JSONValue(.object(properties)))])
  }

  /// A schema of one type; what tags do without may also be `null`.
  private static func typed(
    _ type: String, _ need: Need, _ members: [JSONValue.Member]
  ) -> JSONValue {
    let types: JSONValue = need.isRequired ? JSONValue(.string(type)) : .strings([type, "null"])
    return JSONValue(.object([JSONValue.Member("type", types)] + members))
  }

  /// One white pixel.
  private static let samplePicture =
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nG"
    + "NoAAAAggCBd81ytgAAAABJRU5ErkJggg=="

  private static func sample(of need: Need, named name: String) -> JSONValue {
    if let items = need.items.first { return .array([sample(of: items, named: name)]) }
    if !need.members.isEmpty {
      return JSONValue(
        .object(
          need.members.map {
            JSONValue.Member($0.name.key, sample(of: $0.need, named: $0.name.written))
          }))
    }
    switch need.shape {
    case .truth, .boolean: return true
    case .picture: return JSONValue(.string(samplePicture))
    case nil, .text, .string: return JSONValue(.string(name))
    case .number: return 1
    case .whole(let from, _): return .integer(max(from ?? 1, 1))
    case .date: return "2026-01-31"
    case .choice(let texts): return .string(texts.first)
    case .list: return .array([JSONValue(.string(name))])
    }
  }
}
