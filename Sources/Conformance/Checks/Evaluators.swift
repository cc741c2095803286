/// Judges one check on one document.
typealias Evaluator = @Sendable (Examination, Check) -> Outcome

/// What a check asks of one paragraph, whatever stands around it.
typealias ParagraphCheck = @Sendable (Paragraph) -> Fault?

/// Every check that is evaluated, by its id.
enum Evaluators {
  static let all: [String: Evaluator] = [
    PageChecks.evaluators, FontChecks.evaluators, HeadChecks.evaluators, NumberChecks.evaluators,
    TitleChecks.evaluators, BasesChecks.evaluators, BodyChecks.evaluators,
    HeadingChecks.evaluators, SignatureChecks.evaluators, RecipientChecks.evaluators,
    AnnexChecks.evaluators, WordingChecks.evaluators, TypeChecks.evaluators,
    RenderedChecks.evaluators, ElectronicChecks.evaluators, FootMarkChecks.evaluators,
    CertificatePageChecks.evaluators, CertificateChecks.evaluators,
  ].reduce(into: [:]) { all, family in all.merge(family) { first, _ in first } }
}
