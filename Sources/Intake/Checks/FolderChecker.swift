package import Diagnostics
import Dossier
import LocatedJSON
import Vocabulary

/// Sorts the files of a period by what they hold, and says which are missing or strange.
struct FolderChecker {
  /// The findings about files.
  private(set) var findings = FindingList()
  /// One file for each kind that is present, in the order of kinds.
  private(set) var files: [(kind: FileKind, file: InputFile)] = []

  private let period: PeriodFiles

  init(_ period: PeriodFiles) {
    self.period = period
    for file in period.files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      place(file)
    }
    files.sort { $0.kind < $1.kind }
  }

  private mutating func place(_ file: InputFile) {
    guard let kind = file.kind else {
      findings.addFirst(.unknownFile(file, beside: period.files))
      return
    }
    if file.isShared, !kind.isShared {
      findings.addFirst(.periodFileInSharedFolder(file))
      return
    }
    guard let taken = files.firstIndex(where: { $0.kind == kind }) else {
      files.append((kind, file))
      return
    }
    // The period's own file replaces the shared one of the same name.
    if files[taken].file.isShared { files[taken].file = file }
  }

  /// True when it is not known what the shared folder holds.
  ///
  /// A fault in `dot.json` may be the reason why it names no shared folder.
  func isSharedFolderUnknown(dot: CheckedFile?) -> Bool {
    guard let dot else { return true }
    switch period.sharedFolder {
    case .missing: return true
    case .read: return false
    case .notNamed:
      var shapes = ShapeChecker(dot)
      shapes.checkFile()
      return shapes.findings.sorted.hasErrors
    }
  }

  /// Reports what the period cannot do without; `dot` is nil when it could not be read.
  mutating func checkPresence(dot: CheckedFile?) {
    if case .missing(let path) = period.sharedFolder {
      let value = dot?.root["dung_chung"]
      let place = dot.flatMap { dot in value.map { dot.place($0, JSONPointer(["dung_chung"])) } }
      findings.addFirst(.missingSharedFolder(path, at: place ?? .file(period.folder)))
    }
    let moment = dot?.root["thoi_diem"]?.string.flatMap(Moment.init(rawValue:))
    for kind in moment.map(FileKind.required) ?? FileKind.alwaysRequired {
      if files.contains(where: { $0.kind == kind }) { continue }
      if kind.isShared, isSharedFolderUnknown(dot: dot) { continue }
      findings.addFirst(.missingFile(kind, period))
    }
  }
}

extension Diagnostic {
  /// IN023: a file that no part of the program reads; `files` are those of the period.
  fileprivate static func unknownFile(
    _ file: InputFile, beside files: [InputFile]
  ) -> Diagnostic {
    let name = file.name.hasSuffix(".txt") ? String(file.name.dropLast(4)) : file.name
    let nearest = NearestName.nearest(to: name, among: FileKind.allCases.map(\.fileName))
    let isTaken = files.contains { $0.name == nearest && $0.isShared == file.isShared }
    return .passedOver(file.name, at: file.path, nearest: nearest, isTaken: isTaken)
  }

  /// IN023: a file that is passed over for its name; `nearest` is the name it was perhaps to have,
  /// `isTaken` is true when another file bears that one.
  package static func passedOver(
    _ name: String, at path: String, nearest: String?, isTaken: Bool
  ) -> Diagnostic {
    let help =
      if let nearest {
        // Renaming a copy would put it in the place of the file that is read.
        isTaken
          ? "đã có “\(nearest)”; chuyển tệp này ra ngoài thư mục"
          : "có phải “\(nearest)”? đổi tên tệp"
      } else { "chuyển tệp này ra ngoài thư mục" }
    return .warning(
      Code("IN023"), "không biết tệp “\(name)”, đã bỏ qua", at: .file(path), help: help)
  }

  /// IN024: a file of one period in the folder shared by all.
  fileprivate static func periodFileInSharedFolder(_ file: InputFile) -> Diagnostic {
    .warning(
      Code("IN024"), "tệp “\(file.name)” thuộc về từng đợt, không đọc từ thư mục dùng chung",
      at: .file(file.path), help: "chuyển tệp vào thư mục của đợt")
  }

  /// IN025: a file without which the period cannot be read.
  fileprivate static func missingFile(_ kind: FileKind, _ period: PeriodFiles) -> Diagnostic {
    let title = kind.file.title.prefix(1).lowercased() + kind.file.title.dropFirst()
    let advice =
      if kind.isShared, period.sharedFolder == .notNamed {
        "thêm “dung_chung” vào dot.json để chỉ thư mục dùng chung, hoặc tạo tệp này"
      } else {
        "tạo tệp này; có thể chép từ một đợt đã có rồi sửa"
      }
    return .error(
      Code("IN025"), "thiếu tệp \(kind.fileName) (\(title))",
      at: .file(period.path(of: kind)), help: advice)
  }

  /// IN026: the folder that `dung_chung` names is not there.
  fileprivate static func missingSharedFolder(_ path: String, at place: Place) -> Diagnostic {
    .error(
      Code("IN026"), "không có thư mục dùng chung “\(path)”", at: place,
      help: "sửa “dung_chung” trong dot.json; đường dẫn tính từ thư mục của đợt")
  }
}
