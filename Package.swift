// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]
/// For the rooms that touch C pointers: every unsafe call is spelled `unsafe`.
let wrapping: [SwiftSetting] = strict + [.strictMemorySafety()]

/// A room of the house; ARCHITECTURE.md says in one sentence what each one is.
func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = strict
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of a room, with the fixtures that lie beside them.
func tests(_ room: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: room + "Tests", dependencies: [.byName(name: room)] + dependencies,
    exclude: ["Fixtures"], swiftSettings: strict)
}

let package = Package(
  name: "thidua",
  products: [
    .executable(name: "thidua", targets: ["thidua"]),
    // With the modules of its data and its findings.
    .library(name: "Templating", targets: ["Templating", "Diagnostics", "LocatedJSON"]),
    .library(name: "Conformance", targets: ["Conformance"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev", "zlib1g-dev"])]),
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .target(name: "CSystem"),

    room("Diagnostics"),
    room("Vocabulary"),
    room("LocatedJSON", ["Diagnostics", "Vocabulary"]),
    room("Expressions", ["Diagnostics", "Vocabulary", "LocatedJSON"]),
    room("ZipContainer", ["CZip", "Diagnostics"], settings: wrapping),
    room("XMLTree", ["CXML2", "Diagnostics"], settings: wrapping),
    room("Annotations", ["ZipContainer", "XMLTree"]),
    room(
      "Templating",
      [
        "Annotations", "CQRencode", "Diagnostics", "Vocabulary", "Expressions", "LocatedJSON",
        "ZipContainer", "XMLTree",
      ], settings: wrapping),
    // The checks of form: what each asks for is data in the binary.
    .target(
      name: "Conformance",
      dependencies: [
        "Annotations", "Diagnostics", "Vocabulary", "LocatedJSON", "ZipContainer", "XMLTree",
      ],
      resources: [.embedInCode("Data")], swiftSettings: strict),
    room("Dossier", ["Diagnostics", "Vocabulary"]),
    room("Intake", ["Diagnostics", "Vocabulary", "LocatedJSON", "Dossier"]),
    // The law: data in the binary, one pack of rules for each instrument.
    .target(
      name: "Regulations",
      dependencies: ["Diagnostics", "Vocabulary", "LocatedJSON", "Expressions", "Dossier"],
      resources: [.embedInCode("Packs")], swiftSettings: strict),
    room(
      "Composition", ["Diagnostics", "Vocabulary", "LocatedJSON", "Dossier", "Regulations"]),
    room(
      "Publishing",
      [
        "Diagnostics", "Vocabulary", "LocatedJSON", "CSystem",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    room("Printing", ["Diagnostics", "CSystem", "Publishing"]),
    room(
      "Pipeline",
      [
        "Diagnostics", "Vocabulary", "LocatedJSON", "Templating", "Conformance", "Dossier",
        "Intake", "Regulations", "Composition", "Publishing", "Printing",
      ]),
    .executableTarget(
      name: "thidua",
      dependencies: [
        "Pipeline", "Diagnostics", "Dossier", "Templating",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // What every test target shares: fixtures, golden files.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("Diagnostics", ["TestSupport"]),
    tests("Vocabulary", ["TestSupport"]),
    tests("LocatedJSON", ["TestSupport"]),
    tests("Expressions", ["LocatedJSON", "TestSupport"]),
    tests("ZipContainer", ["TestSupport"]),
    tests("XMLTree", ["TestSupport"]),
    .testTarget(
      name: "AnnotationsTests", dependencies: ["Annotations", "XMLTree", "ZipContainer"],
      swiftSettings: strict),
    tests("Templating", ["LocatedJSON", "ZipContainer", "XMLTree", "TestSupport"]),
    tests(
      "Conformance",
      ["Diagnostics", "LocatedJSON", "Vocabulary", "ZipContainer", "TestSupport"]),
    tests("Intake", ["Diagnostics", "LocatedJSON", "Dossier", "TestSupport"]),
    tests(
      "Regulations",
      ["Diagnostics", "Vocabulary", "LocatedJSON", "Expressions", "Dossier", "TestSupport"]),
    tests("Composition", ["LocatedJSON", "Dossier", "Intake", "Regulations", "TestSupport"]),
    tests("Publishing", ["Diagnostics", "LocatedJSON", "TestSupport"]),
    tests("Printing", ["Diagnostics", "Publishing", "TestSupport"]),
    tests(
      "Pipeline",
      [
        "Composition", "Diagnostics", "Dossier", "LocatedJSON", "Printing", "Templating", "XMLTree",
        "ZipContainer", "TestSupport",
      ]),
    tests(
      "thidua",
      [
        "Diagnostics", "Pipeline", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
  ]
)
