internal import XMLTree

/// Proves, when a template is compiled, what holds of everything its program can write, whatever the
/// data say: elements are closed in the order in which they were opened, values stand only where
/// their signs are escaped, cells end with a paragraph, no table is without rows and no row without
/// cells, relationships that are named are there, and no copy of a loop has the name of another.
///
/// It is what a verifier of byte code does: each instruction is looked at once with what is open in
/// front of it, and two ways to one instruction must agree. What it cannot prove is no fault yet:
/// documents of such a template are looked at one by one (``StructureCheck``).
struct ProgramProof {
  /// Why something could not be proven; empty when all of it holds.
  private(set) var doubts: [MarkupState.Doubt] = []
  /// By how many elements more are open behind each instruction that copies bytes.
  private(set) var opened: [Int]

  private let program: Program
  private let part: String
  /// The ids of relationships that the part may name.
  private let relationships: Set<String>
  /// True for instructions that may be carried out more than once.
  private let isRepeated: [Bool]
  /// The states in front of instructions that are jumped to, as far as they are known.
  private var arrivals: [MarkupState?]
  private var isJoin: [Bool]
  /// True when a state in front of an instruction changed that was passed already.
  private var mustGoOn = false

  /// Looks at a program.
  ///
  /// - Parameters:
  ///   - program: the program of a part.
  ///   - format: the format of the part, by which roles are told.
  ///   - part: its name in the package.
  ///   - relationships: the ids of the part's relationships that are not made anew.
  init(
    of program: Program, _ format: DocumentFormat, part: String, relationships: Set<String>
  ) {
    self.program = program
    self.part = part
    self.relationships = relationships
    let count = program.instructions.count
    opened = Array(repeating: 0, count: count)
    arrivals = Array(repeating: nil, count: count + 1)
    isJoin = Array(repeating: false, count: count + 1)
    isRepeated = Self.repeated(in: program)
    for instruction in program.instructions {
      if let target = instruction.target { isJoin[target] = true }
    }
    for index in Self.repeatedStretches(of: program) { isJoin[index.lowerBound] = true }
    isJoin[count] = true
    do throws(MarkupState.Doubt) {
      repeat {
        mustGoOn = false
        try pass(MarkupState(format: format))
      } while mustGoOn
      guard let end = arrivals[count], end.open.isEmpty, end.position == .text else {
        throw .unbalanced
      }
    } catch {
      add(error)
    }
  }

  /// Names a thing once, however often it is met.
  private mutating func add(_ doubt: MarkupState.Doubt) {
    if !doubts.contains(doubt) { doubts.append(doubt) }
  }

  /// Follows all ways from the first instruction to the last.
  private mutating func pass(_ start: MarkupState) throws(MarkupState.Doubt) {
    var current: MarkupState? = start
    let records = program.records
    for (index, instruction) in program.instructions.enumerated() {
      if isJoin[index] {
        if let state = current { try arrive(at: index, state, from: index - 1) }
        current = arrivals[index]
      }
      // What stands behind a record is what stands in front of the next.
      if let records, index == records.upperBound, let state = current {
        try arrive(at: records.lowerBound, state, from: index)
      }
      guard var state = current else { continue }
      try perform(instruction, at: index, &state)
      try look(at: state.completed, isRepeated: isRepeated[index])
      state.completed = []
      if let target = instruction.target { try arrive(at: target, state, from: index) }
      current = instruction.isJump ? nil : state
    }
    if let state = current {
      try arrive(at: program.instructions.count, state, from: program.instructions.count - 1)
    }
  }

  private mutating func arrive(
    at index: Int, _ state: MarkupState, from origin: Int
  ) throws(MarkupState.Doubt) {
    guard var known = arrivals[index] else {
      arrivals[index] = state
      if index <= origin { mustGoOn = true }
      return
    }
    if try known.join(state) {
      arrivals[index] = known
      if index <= origin { mustGoOn = true }
    }
  }

  private mutating func perform(
    _ instruction: Instruction, at index: Int, _ state: inout MarkupState
  ) throws(MarkupState.Doubt) {
    switch instruction {
    case .copy(let range, _): opened[index] = try state.read(program.arena[range])
    case .value(let slot): try write(program.values[slot].breaks, &state)
    case .length, .columnMeasure, .listNumber, .rowSpan, .pictureField, .pageReference, .pageStyle,
      .noteReference, .frameNumber, .frameSuffix, .markNumber, .beginTarget, .endTarget:
      try state.write([.value])
    // The name of a mark stands in the text of a field too.
    case .markName, .freshNumber: try state.write([.value, .text])
    case .numberings, .cuttingStyles, .manifestEntries, .contentTypes, .relationships:
      try state.write([.text])
    case .tentative: state.beginGuard()
    case .keep: state.keep()
    case .settle(let fallback): try state.settle(program.arena[fallback])
    case .copyBehind(_, let range): try state.mend(program.arena[range])
    case .enterColumns, .unlessColumns, .jumpIfNoColumns: throw .columns
    case .unless, .jump, .enter, .next, .jumpIfLast, .jumpUnlessFirstCopy, .newMarks, .readColumns,
      .judgeColumns, .newList, .jumpIfFirst, .beginMerges, .endMerges, .mergeRow, .compareAbove,
      .unlessMerged, .picture, .beginPages, .endItem, .endPages, .frame:
      break
    }
  }

  /// A value, and what breaks its lines and paragraphs.
  private mutating func write(
    _ breaks: TextBreaks, _ state: inout MarkupState
  ) throws(MarkupState.Doubt) {
    switch breaks.escaping {
    case .text: try state.write([.text])
    // What an attribute can hold, a text can.
    case .attribute: return try state.write([.value, .text])
    case .address, .addressPart: return try state.write([.value])
    }
    for snippet in [breaks.line, breaks.tab] + [breaks.paragraph, breaks.space].compactMap(\.self) {
      var broken = state
      guard try broken.read(program.arena[snippet]) == 0 else { throw .unbalanced }
      _ = try broken.join(state)
      try look(at: broken.completed, isRepeated: true)
    }
  }

  // MARK: Names and numbers

  /// Looks at the start tags that an instruction completed.
  private mutating func look(
    at tags: [(node: XMLNode, parent: XMLNode?, made: Set<String>)], isRepeated: Bool
  ) throws(MarkupState.Doubt) {
    for (node, parent, made) in tags {
      for attribute in node.attributes where !made.contains(attribute.name.qualified) {
        if attribute.name.namespace == Namespace.relationships,
          !relationships.contains(attribute.value)
        {
          add(.unknownRelationship(attribute.value))
        }
        if isRepeated,
          let kind = StructureCheck.identity(attribute.name, of: node, inside: parent, in: part)
        {
          add(.repeatedIdentity("\(kind) “\(attribute.value)”"))
        }
      }
    }
  }

  /// The stretches that may be carried out more than once.
  private static func repeatedStretches(of program: Program) -> [Range<Int>] {
    program.frames.map(\.range) + (program.records.map { [$0] } ?? [])
      + program.instructions.enumerated().compactMap { index, instruction in
        if case .next(let start) = instruction, start <= index { start..<index } else { nil }
      }
  }

  private static func repeated(in program: Program) -> [Bool] {
    var repeated = Array(repeating: false, count: program.instructions.count)
    for stretch in repeatedStretches(of: program) {
      for index in stretch { repeated[index] = true }
    }
    for (index, instruction) in program.instructions.enumerated() {
      guard case .jumpUnlessFirstCopy(let target) = instruction, target > index else { continue }
      for index in index..<target { repeated[index] = false }
    }
    return repeated
  }
}

extension Instruction {
  /// Where it may go on instead of at the next instruction.
  fileprivate var target: Int? {
    switch self {
    case .unless(_, let target), .jump(let target), .enter(_, let target), .next(let target),
      .jumpIfLast(let target), .jumpUnlessFirstCopy(let target), .enterColumns(_, let target),
      .unlessColumns(_, let target), .jumpIfNoColumns(_, let target), .jumpIfFirst(let target),
      .unlessMerged(_, let target), .frame(_, let target):
      target
    default: nil
    }
  }

  /// True for one behind which nothing follows.
  fileprivate var isJump: Bool {
    if case .jump = self { true } else { false }
  }
}

extension Program {
  /// The program with what each stretch of bytes opens, when all of it is proven; and why not.
  func proven(
    _ format: DocumentFormat, part: String, relationships: Set<String>
  ) -> Program {
    let proof = ProgramProof(of: self, format, part: part, relationships: relationships)
    var program = self
    program.doubts = proof.doubts
    for (index, instruction) in instructions.enumerated() {
      guard case .copy(let range, let signs) = instruction else { continue }
      // In a program that is in doubt nobody knows what is open where.
      let opened = proof.doubts.isEmpty ? proof.opened[index] : 0
      program.instructions[index] = .copy(range, signs.opening(opened))
    }
    return program
  }
}
