import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Printing

extension FakeOffice {
  /// This machine's setup, with little patience.
  var setup: PrintingSetup {
    var setup = PrintingSetup(
      programs: [programs], typefaces: [typefaces], temporary: temporary)
    setup.startSeconds = 20
    setup.documentSeconds = 0
    return setup
  }

  /// Has PDFs made of documents that hold nothing.
  func print(
    _ names: [String] = ["a", "b"], setup: PrintingSetup? = nil
  ) throws -> [PrintedPaper] {
    let press = try Press(setup ?? self.setup)
    let sheets = try names.enumerated().map { index, name in
      try press.lay([], number: index, format: "odt", path: "\(name).pdf")
    }
    return try press.print(sheets)
  }
}

@Suite("A guarded run of LibreOffice")
struct PressTests {
  @Test("without LibreOffice or a typeface nothing begins, and what to install is said")
  func missing() throws {
    let office = try FakeOffice()
    var setup = office.setup
    setup.programs = [office.temporary]
    let noProgram = #expect(throws: PrintingFailure.noProgram) { try Press(setup) }
    #expect(noProgram?.diagnostic.help?.contains("apt-get install") == true)
    let bare = try FakeOffice(version: nil)
    #expect(throws: PrintingFailure.noTypeface) { try Press(bare.setup) }
    // Liberation 1 lacks most Vietnamese letters.
    let old = try FakeOffice(version: 1)
    #expect(throws: PrintingFailure.noTypeface) { try Press(old.setup) }
    #expect(office.folder.names == ["bin", "fonts", "work"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.temporary) == [".keep"])
  }

  @Test("many documents with one start, in their order; nothing is left behind")
  func batch() throws {
    let office = try FakeOffice(
      "echo start >> \"$here/starts\"\n" + FakeOffice.honest, pages: FakeOffice.pdf(pages: 2))
    #expect(try Press(office.setup).version == "9.8.7")
    let papers = try office.print(["a", "b", "c"])
    #expect(papers.map(\.pageCount) == [2, 2, 2])
    #expect(office.folder.text("bin/starts") == "start\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.temporary) == [".keep"])
  }

  @Test("its exit status is not trusted: the PDFs are")
  func exitStatus() throws {
    let grumbling = try FakeOffice(FakeOffice.honest + "\nexit 1", pages: FakeOffice.pdf(pages: 1))
    #expect(try grumbling.print().count == 2)
    let lying = try FakeOffice("echo 'convert a.odt -> a.pdf using filter'; exit 0")
    let failure = #expect(throws: PrintingFailure.self) { try lying.print() }
    #expect(
      failure
        == .noPDF(path: "a.pdf", status: 0, words: "convert a.odt -> a.pdf using filter"))
  }

  @Test("one that dies in the middle names the document it was at")
  func dies() throws {
    let office = try FakeOffice(
      "set -- $files; cp \"$here/pages.pdf\" \"$out/0.pdf\"; kill -SEGV $$",
      pages: FakeOffice.pdf(pages: 1))
    let failure = #expect(throws: PrintingFailure.self) { try office.print() }
    guard case .noPDF("b.pdf", 139, _)? = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(failure.map { PrintingFailure.exitStatus(of: $0.diagnostic.code) } == 75)
  }

  @Test("half a PDF is none", arguments: [0, 100, 600])
  func half(bytes: Int) throws {
    let office = try FakeOffice(pages: Array(FakeOffice.pdf(pages: 1).prefix(bytes)))
    let failure = #expect(throws: PrintingFailure.self) { try office.print() }
    #expect(failure == .noPDF(path: "a.pdf", status: 0, words: ""))
  }

  @Test("when its time is over it is ended with everything that it started")
  func timeIsOver() throws {
    let office = try FakeOffice(
      """
      cp "$here/pages.pdf" "$out/0.pdf"
      sleep 300 &
      echo $! > "$here/child"
      trap '' TERM INT
      sleep 300
      """, pages: FakeOffice.pdf(pages: 1))
    var setup = office.setup
    setup.startSeconds = 2
    let failure = #expect(throws: PrintingFailure.self) { try office.print(setup: setup) }
    #expect(failure == .timedOut(path: "b.pdf", seconds: 2))
    let child = try #require(office.folder.text("bin/child")).filter(\.isNumber)
    let stat = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)
    // Gone, or dead and waiting for the system to take note.
    #expect(stat == nil || stat?.contains(") Z ") == true || stat?.contains(") X ") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.temporary) == [".keep"])
  }

  @Test("what it started and left running is ended, too")
  func leftRunning() throws {
    let office = try FakeOffice(
      FakeOffice.honest + "\nsleep 300 &\necho $! > \"$here/child\"",
      pages: FakeOffice.pdf(pages: 1))
    #expect(try office.print().count == 2)
    let child = try #require(office.folder.text("bin/child")).filter(\.isNumber)
    let stat = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)
    #expect(stat == nil || stat?.contains(") Z ") == true || stat?.contains(") X ") == true)
  }

  @Test("it sees an environment and a profile of its own, and limited memory")
  func environment() throws {
    let office = try FakeOffice(
      """
      env | sort > "$here/env"
      ulimit -v > "$here/memory"
      for word; do
        case "$word" in -env:UserInstallation=file://*) profile="${word#*file://}";; esac
      done
      cp "$profile/user/registrymodifications.xcu" "$here/profile"
      cp "$FONTCONFIG_FILE" "$here/fonts"
      """ + "\n" + FakeOffice.honest, pages: FakeOffice.pdf(pages: 1))
    _ = try office.print()
    let names = try #require(office.folder.text("bin/env")).split(separator: "\n")
      .compactMap { $0.split(separator: "=").first.map(String.init) }
    let known = [
      "FONTCONFIG_FILE", "HOME", "LC_ALL", "PATH", "SAL_USE_VCLPLUGIN", "TMPDIR", "TZ",
      // What the shell sets itself.
      "PWD", "OLDPWD", "SHLVL", "_",
    ]
    #expect(names.contains("TMPDIR"))
    #expect(names.filter { !known.contains($0) } == [])
    #expect(office.folder.text("bin/memory") == "4194304\n")
    let profile = try #require(office.folder.text("bin/profile"))
    #expect(profile.contains("\"MacroSecurityLevel\" oor:op=\"fuse\"><value>3</value>"))
    #expect(profile.contains("\"Link\" oor:op=\"fuse\"><value>0</value>"))
    let fonts = try #require(office.folder.text("bin/fonts"))
    #expect(fonts.contains("<dir>\(office.typefaces)</dir>"))
    let face = "\(office.typefaces)/truetype/liberation"
    #expect(fonts.contains("<acceptfont><glob>\(face)/*</glob></acceptfont>"))
  }

  @Test("every code of this room has its page, and its exit status")
  func pages() {
    let failures: [PrintingFailure] = [
      .noProgram, .noTypeface, .timedOut(path: "a", seconds: 1),
      .noPDF(path: "a", status: 1, words: ""), .unreadable(path: "a"),
      .notStarted(program: "a", code: 1),
    ]
    #expect(failures.map(\.diagnostic.code) == PrintingPages.all.map(\.code))
    #expect(
      failures.map { PrintingFailure.exitStatus(of: $0.diagnostic.code) }
        == [69, 69, 75, 75, 70, 75])
  }
}
