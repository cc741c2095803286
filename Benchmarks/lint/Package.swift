// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "lint-benchmark",
  dependencies: [.package(name: "thidua", path: "../..")],
  targets: [
    .systemLibrary(
      name: "CParser", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .executableTarget(
      name: "lint-benchmark",
      dependencies: ["CParser", .product(name: "Conformance", package: "thidua")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ]
)
