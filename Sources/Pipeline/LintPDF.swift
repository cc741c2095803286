package import Conformance
internal import Printing
package import Publishing

/// What the pages of a PDF show, as poppler's programs measure it.
///
/// - Source: `pdfinfo`, `pdffonts`, `pdftotext`, `pdfimages` of poppler-utils.
package enum PDFMeasurement {
  /// Why a PDF could not be measured.
  package enum Failure: Error, Hashable {
    /// A program of poppler is not installed.
    case missing(program: String)
    /// The file is larger than is read.
    case tooLarge(bytes: Int)
    /// A program took too long or printed too much.
    case tooMuchWork(program: String)
    /// It is no PDF, damaged, or locked by a password.
    case unreadable

    /// Why, in Vietnamese.
    package var message: String {
      switch self {
      case .missing(let program): "máy chưa có chương trình \(program)"
      case .tooLarge(let bytes): "tệp lớn \(bytes >> 20) MB, quá \(PDFMeasurement.limit >> 20) MB"
      case .tooMuchWork(let program): "\(program) chạy quá giới hạn trên tệp này"
      case .unreadable: "tệp không phải PDF, bị hỏng hoặc khóa bằng mật khẩu"
      }
    }

    /// What to do, in Vietnamese.
    package var help: String {
      switch self {
      case .missing: "cài poppler-utils (apt install poppler-utils) rồi chạy lại"
      case .tooLarge, .tooMuchWork: "tách tệp hoặc lưu lại PDF nhỏ hơn, rồi soát lại"
      case .unreadable: "mở bằng chương trình xem PDF, lưu lại rồi soát lại"
      }
    }
  }

  /// The largest file that is read.
  static let limit = 64 << 20
  /// How many bytes a program may print about it.
  private static let words = 32 << 20
  /// How many pages are looked at; a paper of more is judged by these.
  static let pages = 300

  /// Measures a PDF.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - files: The disk, which says how large it is.
  /// - Returns: what its pages show.
  /// - Throws: ``Failure``.
  package static func measure(
    _ path: String, files: any FileOperations
  ) throws(Failure) -> RenderedDocument {
    guard let kind = try? files.kind(of: path), case .file(let bytes) = kind else {
      throw .unreadable
    }
    guard bytes <= limit else { throw .tooLarge(bytes: bytes) }
    // A name that begins with a dash is no option.
    let file = path.hasPrefix("-") ? "./" + path : path
    func print(_ arguments: [String]) throws(Failure) -> [UInt8] {
      let child = ChildProgram(arguments, seconds: 20, memory: 1 << 20)
      switch try? child.read(atMost: words) {
      case .ended(status: 0, let words): return words
      case .ended: throw .unreadable
      case .missing, nil: throw .missing(program: arguments[0])
      case .timedOut, .tooManyWords: throw .tooMuchWork(program: arguments[0])
      }
    }
    let last = ["-l", String(pages)]
    let output = PopplerOutput(
      info: try print(["pdfinfo", file]), fonts: try print(["pdffonts"] + last + [file]),
      layout: try print(["pdftotext", "-bbox-layout"] + last + [file, "-"]),
      pictures: try print(["pdfimages", "-list"] + last + [file]))
    guard let rendered = RenderedDocument(output) else { throw .unreadable }
    return rendered
  }
}
