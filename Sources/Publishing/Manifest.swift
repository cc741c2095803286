package import Diagnostics
package import LocatedJSON

/// What a published folder holds and what it was made from: its `manifest.json`.
///
/// The same inputs, templates and program give the same manifest, so it holds nothing of the day,
/// the machine or the folder that stood there before.
package struct Manifest: Sendable {
  /// The period's name, which is its folder's name.
  package var period: String
  /// The program that made the folder; ``Program/thidua`` marks a folder as ours.
  package var generator: Program
  /// The input files.
  package var inputs: [Source]
  /// The templates used.
  package var templates: [Source]
  /// The packs of rules that were given beside the program's own.
  package var regulations: [Source] = []
  /// The documents in the folder, one record for each file; walked when they are compared with the
  /// files and when they are written, so that the records need not be in memory together.
  package var documents: any Sequence<Document> & Sendable
  /// The other files in the folder: data that a person takes from there, such as rows proposed for
  /// the register.
  package var files: [WrittenFile] = []
  /// What was decided about each nominee and award, and why; walked once.
  package var decisions: any Sequence<Decision> & Sendable = []
  /// The documents that `--keep-going` left out.
  package var missing: [Missing] = []
  /// The program that made the PDFs, when there are any.
  package var converter: Program?
  /// What is to be known of the office; an object.
  package var office: JSONValue = [:]
  /// The findings of the run; walked once.
  package var findings: any Sequence<Diagnostic> & Sendable

  /// Creates a manifest; what is not given is empty.
  package init(
    period: String, generator: Program, inputs: [Source] = [], templates: [Source] = [],
    documents: any Sequence<Document> & Sendable = [],
    findings: any Sequence<Diagnostic> & Sendable = []
  ) {
    self.period = period
    self.generator = generator
    self.inputs = inputs
    self.templates = templates
    self.documents = documents
    self.findings = findings
  }
}

extension Manifest {
  /// Every file in the folder but the manifest itself and what a person keeps there.
  var everyFile: some Sequence<WrittenFile> {
    var documents = documents.makeIterator()
    var files = files.makeIterator()
    return AnyIterator { documents.next()?.file ?? files.next() }
  }
}

extension Manifest {
  /// A program and its version.
  package struct Program: Hashable, Sendable {
    /// The program's name.
    package var name: String
    /// Its version.
    package var version: String

    /// Creates the name of a program.
    package init(name: String, version: String) {
      self.name = name
      self.version = version
    }

    /// This program at a version.
    package static func thidua(_ version: String) -> Program {
      Program(name: ownName, version: version)
    }

    /// The name by which this program knows its own folders.
    static let ownName = "thidua"
  }

  /// A file that the folder was made from.
  package struct Source: Hashable, Sendable {
    /// The file's path.
    package var path: String
    /// The SHA-256 of its bytes.
    package var sha256: SHA256Sum

    /// Creates the record of a file.
    package init(path: String, sha256: SHA256Sum) {
      self.path = path
      self.sha256 = sha256
    }
  }

  /// How far a document has come.
  package enum State: String, Hashable, Sendable, CaseIterable {
    /// The input gives its day and, where it carries one, its number.
    case issued
    /// Its day or number is still open.
    case draft
  }

  /// What a document is read on.
  package enum Medium: String, Hashable, Sendable, CaseIterable {
    /// Printed and signed by hand.
    case paper
    /// Signed and sent as a file.
    case electronic
  }

  /// A file in the folder.
  package struct Document: Hashable, Sendable {
    /// The document's id, the same for each of its formats.
    package var id: String
    /// The document kind's id, such as `ke-hoach`.
    package var kind: String
    /// The format, which is the file name's ending: `docx`, `odt` or `pdf`.
    package var format: String
    /// Where it stands, and its bytes.
    package var file: WrittenFile
    /// The id of the nominee or unit it is about, where there is one.
    package var subject: String?
    /// The template it was made from, where there is one.
    package var template: String?
    /// How far it has come.
    package var state: State
    /// The profile by which its form is checked, where there is one.
    package var form: String?
    /// What it is read on, where that is known.
    package var medium: Medium?

    /// Creates the record of a written file.
    package init(
      id: String, kind: String, format: String, file: WrittenFile, subject: String? = nil,
      template: String? = nil, state: State, form: String? = nil, medium: Medium? = nil
    ) {
      self.id = id
      self.kind = kind
      self.format = format
      self.file = file
      self.subject = subject
      self.template = template
      self.state = state
      self.form = form
      self.medium = medium
    }
  }

  /// How a rule, or all rules together, came out.
  package enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// Every condition holds.
    case met
    /// A condition does not hold.
    case unmet
    /// A fact is missing.
    case undecided
  }

  /// What was decided about one subject and one award.
  package struct Decision: Sendable {
    /// The nominee's id.
    package var subject: String
    /// The award's id.
    package var award: String
    /// How it came out.
    package var outcome: Outcome
    /// The rules behind it.
    package var reasons: [Reason]

    /// Creates a decision.
    package init(subject: String, award: String, outcome: Outcome, reasons: [Reason]) {
      self.subject = subject
      self.award = award
      self.outcome = outcome
      self.reasons = reasons
    }
  }

  /// One rule's part in a decision.
  package struct Reason: Sendable {
    /// The rule's id.
    package var rule: String
    /// How the rule came out.
    package var outcome: Outcome
    /// The rule's legal source.
    package var citation: String
    /// The sentence a clerk reads.
    package var because: String
    /// The values the rule saw.
    package var seen: JSONValue
    /// How sure the rule's text is (`do_tin_cay`).
    package var certainty: String

    /// Creates a reason.
    package init(
      rule: String, outcome: Outcome, citation: String, because: String, seen: JSONValue,
      certainty: String
    ) {
      self.rule = rule
      self.outcome = outcome
      self.citation = citation
      self.because = because
      self.seen = seen
      self.certainty = certainty
    }
  }

  /// A document that could not be made.
  package struct Missing: Hashable, Sendable {
    /// The document kind's id.
    package var kind: String
    /// The id of the nominee or unit it is about, where there is one.
    package var subject: String?
    /// Why it is missing, in Vietnamese.
    package var because: String

    /// Creates the record of a missing document.
    package init(kind: String, subject: String?, because: String) {
      self.kind = kind
      self.subject = subject
      self.because = because
    }
  }
}
