internal import Composition
internal import Diagnostics
internal import Dossier
internal import Publishing
internal import Templating

/// One document to fill.
struct FillJob: Sendable {
  let order: DocumentOrder
  let template: TemplateStore.Loaded
  let limits: RenderLimits

  private var format: DocumentFormat { template.template.format }

  /// The path inside the published folder.
  var path: String { "\(order.kind.rawValue)/\(order.fileStem).\(format.rawValue)" }

  /// The finished document with its hash, or what is wrong with it.
  func fill() -> Diagnosed<HashedBytes> {
    let rendered = template.template.render(order.data, limits: limits)
    return Diagnosed(rendered.value.map(HashedBytes.init), rendered.findings)
  }

  func document(_ file: WrittenFile) -> Manifest.Document {
    Manifest.Document(
      id: order.id, kind: order.kind.rawValue, format: format.rawValue, file: file,
      subject: order.subject, template: template.fileName,
      state: order.state == .issued ? .issued : .draft, form: order.form.rawValue,
      medium: order.medium == .paper ? .paper : .electronic)
  }
}
