package import XMLTree
package import ZipContainer

/// Why a package takes no comments.
package enum AnnotationFailure: Error, Hashable, Sendable {
  /// It is neither a DOCX nor an ODT.
  case notADocument
  /// The archive cannot be read or written.
  case archive(ZipFailure)
  /// A part cannot be read.
  case part(String, XMLFailure)

  /// What is wrong, in Vietnamese.
  package var message: String {
    switch self {
    case .notADocument: "tệp không phải là văn bản DOCX hay ODT"
    case .archive(let failure): failure.message
    case .part(let name, let failure): "không đọc được “\(name)”: \(failure.message)"
    }
  }

  /// What to do about it, in Vietnamese.
  package var help: String {
    switch self {
    case .notADocument: "lưu văn bản thành DOCX hoặc ODT rồi chạy lại"
    case .archive(let failure): failure.help
    case .part(_, let failure): failure.help
    }
  }
}
