// swift-tools-version: 6.2
import PackageDescription

// Our own targets are strict; dependencies keep their own settings.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// The shims name their libraries here rather than through pkg-config: its flags for ncursesw are refused by SwiftPM.
func shim(_ name: String, _ libraries: String..., settings: [CSetting] = [], cxx: [CXXSetting] = []) -> Target {
  .target(name: name, cSettings: settings, cxxSettings: cxx, linkerSettings: libraries.map { .linkedLibrary($0) })
}

func room(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: Target.Dependency..., exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "tenken",
  products: [.executable(name: "tenken", targets: ["tenken"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    // swift-subprocess takes its paths.
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    shim("CCurses", "ncursesw", "tinfo"),
    .target(name: "CText", exclude: ["ambiguous.py"], linkerSettings: [.linkedLibrary("unistring")]),
    shim("CJSON", "simdjson"),
    shim("CDigest", "sodium"),
    shim("CFiles"),
    shim("CWorkbook"),
    shim("CArchive", "minizip"),
    shim("CXML", "expat"),
    shim("CYAML", "yaml"),
    .target(name: "CBundle", exclude: ["templates"]),

    room("Characters"),
    room("TextLayout", "Characters", "CText"),
    room("Terminal", "TextLayout", "Characters"),
    room("Curses", "Terminal", "TextLayout", "CCurses"),
    room("Inspection", "Characters"),
    room(
      "Formats", "Aggregation", "Inspection", "Characters", "CJSON", "CDigest", "CArchive", "CXML", "CYAML"),
    room("Storage", "Inspection", "Formats", "Characters", "CDigest", "CBundle", "CFiles"),
    room("Interview", "Inspection", "Characters"),
    room("Session", "Interview", "Inspection", "Terminal", "TextLayout", "Characters"),
    room("Aggregation", "Inspection"),
    room("Practice", "Inspection"),
    room("Documents", "TextLayout", "Characters", "CArchive", .product(name: "Mustache", package: "swift-mustache")),
    room("Reporting", "Documents", "Aggregation", "Inspection", "TextLayout", "Characters"),
    room("Workbook", "Documents", "TextLayout", "Characters", "CWorkbook"),
    room(
      "Jobs", "Inspection", "Characters", "Formats", "Storage", "Interview", "Aggregation", "Documents", "Reporting",
      "Practice", "TextLayout"),
    .executableTarget(
      name: "tenken",
      dependencies: [
        "Inspection", "Formats", "Storage", "Interview", "Session", "Terminal", "Curses", "TextLayout",
        "Aggregation", "Documents", "Reporting", "Workbook", "Practice", "Jobs", "Characters",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    tests("CharactersTests", "Characters"),
    tests("TextLayoutTests", "TextLayout", "TextSamples"),
    tests("TerminalTests", "Terminal", "TextLayout"),
    tests("InspectionTests", "Inspection"),
    .target(name: "TextSamples", path: "Tests/TextSamples", swiftSettings: strict),
    tests("FormatsTests", "Formats", "TextSamples", "ReportSamples", "Aggregation", "Inspection"),
    tests("StorageTests", "Storage", "Formats", "Practice", "Inspection"),
    .target(
      name: "InterviewSamples", dependencies: ["Interview", "Inspection"], path: "Tests/InterviewSamples",
      swiftSettings: strict),
    tests("InterviewTests", "Interview", "InterviewSamples", "Practice", "Inspection"),
    tests(
      "SessionTests", "Session", "Interview", "InterviewSamples", "Practice", "Inspection", "Terminal", "TextLayout",
      exclude: ["Snapshots"]),
    tests("AggregationTests", "Aggregation", "Practice", "Inspection"),
    tests("PracticeTests", "Practice", "Aggregation", "Inspection"),
    .target(
      name: "ReportSamples", dependencies: ["Aggregation", "Inspection"], path: "Tests/ReportSamples",
      swiftSettings: strict),
    tests("DocumentsTests", "Documents", "TextSamples", "CArchive", "CXML"),
    tests(
      "ReportingTests", "Reporting", "ReportSamples", "Documents", "Formats", "Aggregation", "Practice", "Inspection",
      "TextLayout"),
    tests(
      "WorkbookTests", "Workbook", "Documents", .product(name: "Subprocess", package: "swift-subprocess"),
      .product(name: "SystemPackage", package: "swift-system")),
    tests(
      "JobsTests", "Jobs", "ReportSamples", "Storage", "Formats", "Interview", "Reporting", "Documents", "Practice",
      "Aggregation", "Inspection"),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "Formats", "Storage", "Jobs", "Aggregation", "Documents", "Reporting", "Session", "Interview", "Terminal",
        "TextLayout", "Inspection", "Characters", "InterviewSamples", "ReportSamples", "TextSamples",
      ], path: "Tests/Fuzz/Targets", swiftSettings: strict),
    tests("FuzzTests", "FuzzTargets"),
    tests(
      "JourneyTests", "tenken", "TextSamples", .product(name: "Subprocess", package: "swift-subprocess"),
      .product(name: "SystemPackage", package: "swift-system"), exclude: ["Scripts"]),
  ],
  cLanguageStandard: .c2x,
  cxxLanguageStandard: .cxx17
)

// Linked with libFuzzer, by `make fuzz` alone.
if Context.environment["TENKEN_FUZZ"] != nil {
  package.targets += [
    .target(name: "CFuzz", path: "Tests/Fuzz/CFuzz"),
    .executableTarget(
      name: "Fuzz", dependencies: ["CFuzz", "FuzzTargets"], path: "Tests/Fuzz/Run", swiftSettings: strict),
  ]
}
