// swift-tools-version: 6.2
import PackageDescription

// Fuzz targets. A package of its own, so that no build of the program ever sees them; the rooms are
// the program's own sources, by links in `Sources`, because only their products cross packages.
// `scripts/fuzz` builds and runs it.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// A room of the program, under its own name.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A target of libFuzzer, which brings the `main`.
func fuzzer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies + ["FuzzTraps"],
    swiftSettings: [.swiftLanguageMode(.v6), .unsafeFlags(["-parse-as-library"])])
}

let package = Package(
  name: "thidua",
  targets: [
    .systemLibrary(name: "CZip", pkgConfig: "libzip"),
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode"),
    room("Diagnostics"),
    room("Vocabulary"),
    room("LocatedJSON", ["Diagnostics", "Vocabulary"]),
    room("Expressions", ["Diagnostics", "Vocabulary", "LocatedJSON"]),
    room("ZipContainer", ["CZip", "Diagnostics"]),
    room("XMLTree", ["CXML2", "Diagnostics"]),
    room("Annotations", ["ZipContainer", "XMLTree"]),
    room(
      "Templating",
      [
        "Annotations", "CQRencode", "Diagnostics", "Vocabulary", "Expressions", "LocatedJSON",
        "ZipContainer",
        "XMLTree",
      ]),
    .target(
      name: "Conformance",
      dependencies: [
        "Annotations", "Diagnostics", "Vocabulary", "LocatedJSON", "ZipContainer", "XMLTree",
      ],
      resources: [.embedInCode("Data")], swiftSettings: strict),
    .target(name: "FuzzTraps"),
    fuzzer("FuzzZip", ["ZipContainer"]),
    fuzzer("FuzzXML", ["XMLTree"]),
    fuzzer("FuzzTags", ["Templating", "ZipContainer", "LocatedJSON"]),
    fuzzer("FuzzExpressions", ["Expressions", "LocatedJSON"]),
    fuzzer("FuzzJSON", ["LocatedJSON"]),
    fuzzer("FuzzDocuments", ["Templating", "Conformance", "LocatedJSON", "ZipContainer"]),
  ]
)
