package import Diagnostics

/// The office's plan to launch the movement (kế hoạch phát động), as a tree: `ke-hoach.json`.
///
/// Every text is printed letter for letter, the source's own slips included.
package struct Plan: Sendable {
  /// What the plan is about (trích yếu).
  package let subject: String
  /// Who signs, as the plan itself prints it.
  package let signer: Signer
  /// The opening paragraphs (`mo_dau`).
  package let opening: [String]
  /// The sections (mục) with Roman numbers.
  package let sections: [Section]
  /// The closing paragraphs (`ket`).
  package let closing: [String]
  /// The recipients (nơi nhận), without dash and final sign.
  package let recipients: [String]
  /// Where the plan stands in its file.
  package let origin: Place

  /// The signer that the plan prints.
  package struct Signer: Sendable {
    /// The post (`chuc_vu`).
    package let post: String
    /// The full name (`ho_ten`).
    package let name: String
    /// Where the signer stands.
    package let origin: Place

    /// Creates a signer.
    package init(post: String, name: String, origin: Place) {
      self.post = post
      self.name = name
      self.origin = origin
    }
  }

  /// A section (mục) of the plan.
  package struct Section: Sendable {
    /// The Roman number, such as `IV`.
    package let number: String
    /// The title as printed, in capitals.
    package let title: String
    /// Paragraphs before the first clause (`doan`).
    package let paragraphs: [String]
    /// The clauses (khoản).
    package let clauses: [Clause]
    /// Where the section stands.
    package let origin: Place

    /// Creates a section.
    package init(
      number: String, title: String, paragraphs: [String], clauses: [Clause], origin: Place
    ) {
      self.number = number
      self.title = title
      self.paragraphs = paragraphs
      self.clauses = clauses
      self.origin = origin
    }
  }

  /// A clause (khoản) of a section.
  package struct Clause: Sendable {
    /// The number, from 1.
    package let number: Int
    /// The title; nil when the number stands before running text.
    package let title: String?
    /// The paragraphs (`doan`), before the dashes.
    package let paragraphs: [String]
    /// The dashes (`gach`), without the dash itself.
    package let dashes: [String]
    /// Where the clause stands.
    package let origin: Place

    /// Creates a clause.
    package init(
      number: Int, title: String?, paragraphs: [String], dashes: [String], origin: Place
    ) {
      self.number = number
      self.title = title
      self.paragraphs = paragraphs
      self.dashes = dashes
      self.origin = origin
    }
  }

  /// Creates a plan.
  package init(
    subject: String, signer: Signer, opening: [String], sections: [Section], closing: [String],
    recipients: [String], origin: Place
  ) {
    self.subject = subject
    self.signer = signer
    self.opening = opening
    self.sections = sections
    self.closing = closing
    self.recipients = recipients
    self.origin = origin
  }
}
