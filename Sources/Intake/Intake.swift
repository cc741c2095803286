package import Diagnostics
package import Dossier
package import LocatedJSON

/// The way from a folder's JSON to a checked dossier; no file is opened here.
package enum Intake {
  /// The codes that mean an input is missing, not wrong.
  package static let missingInputCodes = [Code("IN025"), Code("IN026")]

  /// The code that means the program itself is at fault.
  package static let ownFaultCode = Code("IN028")

  /// The path of the shared folder that a `dot.json` names, relative to the period's folder.
  ///
  /// Nil when there is none or the file cannot be read; ``read(_:)`` reports why.
  package static func sharedFolder(
    in dot: InputFile, limits: JSONLimits = .standard
  ) -> String? {
    JSONReader.read(dot.bytes, file: dot.path, limits: limits).value?.root["dung_chung"]?.string
  }

  /// Reads and checks all files of a period in one pass.
  ///
  /// The dossier is there whenever no finding is an error. Findings come in the order of files,
  /// and within a file in the order of their places.
  package static func read(
    _ period: PeriodFiles, limits: JSONLimits = .standard
  ) -> Diagnosed<Dossier> {
    var folder = FolderChecker(period)
    var reading = Reading(limits: limits)
    for (kind, file) in folder.files { reading.read(file, as: kind) }
    let dot = reading.files.first { $0.kind == .dot }
    folder.checkPresence(dot: dot)
    reading.check(isSharedFolderUnknown: folder.isSharedFolderUnknown(dot: dot))

    var all = folder.findings
    all.append(reading.findings)
    let findings = all.sorted
    guard !findings.hasErrors else { return Diagnosed(nil, findings) }
    do throws(Row.Unread) {
      return Diagnosed(try Dossier(reading.files, of: period), findings)
    } catch {
      return Diagnosed(nil, findings + [.ownFault(at: error.place)])
    }
  }
}

/// The state of reading the files of one period.
private struct Reading {
  let limits: JSONLimits
  var files: [CheckedFile] = []
  var findings = FindingList()
  /// The files that are there but could not be read as JSON.
  var unreadable: [FileKind] = []

  mutating func read(_ input: InputFile, as kind: FileKind) {
    let result = JSONReader.read(input.bytes, file: input.path, limits: limits)
    for finding in result.findings { findings.add(finding, in: kind) }
    guard let document = result.value else {
      unreadable.append(kind)
      return
    }
    var texts = TextChecker(CheckedFile(kind: kind, source: document.source, root: document.root))
    files.append(texts.normalisedFile())
    findings.append(texts.findings)
  }

  mutating func check(isSharedFolderUnknown: Bool) {
    var references = ReferenceChecker()
    let dot = files.first { $0.kind == .dot }
    let moment = dot?.root["thoi_diem"]?.string.flatMap(Moment.init(rawValue:))
    var unknown = unreadable
    var mentions: [(file: CheckedFile, references: [Reference])] = []
    for file in files {
      var shapes = ShapeChecker(file)
      shapes.checkFile()
      findings.append(shapes.findings)
      references.define(shapes.entities, in: file)
      // What is defined already is done with; a large period has hundreds of thousands.
      mentions.append((file, shapes.references.filter { !references.knows($0) }))
      if shapes.hidesEntities { unknown.append(file.kind) }
      checkMeaning(of: file, at: moment)
    }
    let present = files.map(\.kind)
    unknown += FileKind.allCases.filter { kind in
      // What is missing and needed, or may lie in a folder not found, was reported as missing.
      !present.contains(kind)
        && (FileKind.alwaysRequired.contains(kind) || (kind.isShared && isSharedFolderUnknown))
    }
    for (file, mentioned) in mentions {
      references.resolve(mentioned, in: file, present: present, unknown: unknown)
    }
    findings.append(references.findings)
  }

  private mutating func checkMeaning(of file: CheckedFile, at moment: Moment?) {
    switch file.kind {
    case .nhanSu:
      var people = PeopleChecker()
      people.check(file)
      findings.append(people.findings)
    case .vanBan:
      var papers = PaperChecker()
      papers.checkDocuments(file, at: moment)
      findings.append(papers.findings)
      var decisions = DecisionChecker(files)
      decisions.check(file)
      findings.append(decisions.findings)
    case .keHoachDonVi:
      var papers = PaperChecker()
      papers.checkUnitPlans(file)
      findings.append(papers.findings)
    case .xepLoai:
      var ratings = RatingChecker()
      ratings.check(file)
      findings.append(ratings.findings)
    case .binhXet:
      var votes = VoteChecker()
      votes.checkUnitMeetings(file)
      findings.append(votes.findings)
    case .boPhieu:
      var votes = VoteChecker()
      votes.checkBallots(file, council: files.first { $0.kind == .hoiDong })
      findings.append(votes.findings)
    case .ketQua:
      findings.append(
        DecisionChecker.checkPresentations(file, papers: files.first { $0.kind == .vanBan }))
    default:
      break
    }
  }
}

extension Diagnostic {
  /// IN028: the checks let something pass that the model cannot hold.
  fileprivate static func ownFault(at place: Place) -> Diagnostic {
    .error(
      Code("IN028"),
      "chương trình không dựng được dữ liệu đã kiểm tra; đây là lỗi của chương trình",
      at: place, help: "gửi tệp này kèm mã IN028 cho người phụ trách chương trình")
  }
}
