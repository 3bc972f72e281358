// swift-tools-version:6.2
import PackageDescription

// Which target may depend on which is the table in Documentation/architecture.md; Tests/ArchitectureTests holds the
// sources to it. Why each package is here, and what it costs, is in Documentation/dependencies.md.

/// `make test` and `make lint` set the variable: one build of the tests then serves both. A plain `swift build`
/// only reports warnings, so that a newer compiler with a new warning still builds Cadre.
let warningsAreErrors = Context.environment["CADRE_WARNINGS_AS_ERRORS"] == "1"
let settings: [SwiftSetting] = warningsAreErrors ? [.treatAllWarnings(as: .error)] : []

let package = Package(
    name: "cadre",
    products: [
        .library(name: "ZeroMQ", targets: ["ZeroMQ"]),
        .executable(name: "cadre", targets: ["cadre"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration.git", exact: "1.4.0", traits: ["YAML"]),
        .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics.git", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-system.git", exact: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", exact: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", exact: "2.13.0"),
    ],
    targets: [
        // Without pkgConfig: libzmq's names include folders of Kerberos, which SwiftPM warns about and nothing here reads.
        .systemLibrary(name: "CZeroMQ", providers: [.apt(["libzmq3-dev"])]),
        .systemLibrary(name: "CThreading"),
        .systemLibrary(name: "CHashing", providers: [.apt(["libssl-dev"])]),
        .target(name: "Threading", dependencies: ["CThreading"], swiftSettings: settings),
        .target(name: "Hashing", dependencies: ["CHashing"], swiftSettings: settings),
        .target(
            name: "ZeroMQ",
            dependencies: ["CZeroMQ", "Threading", .product(name: "Logging", package: "swift-log")],
            swiftSettings: settings
        ),
        .target(name: "CadrePlanning", swiftSettings: settings),
        .target(name: "CadreJSON", swiftSettings: settings),
        .target(
            name: "CadreContract",
            dependencies: ["CadreJSON", "CadrePlanning"],
            resources: [.embedInCode("Factors/factors.json")],
            swiftSettings: settings
        ),
        .target(
            name: "CadreJournal",
            dependencies: [
                "CadreContract", "CadrePlanning", "Hashing", "Threading",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "CadreRuntime",
            dependencies: [
                "Hashing", "Threading",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "CadreDaemon",
            dependencies: [
                "CadreContract", "CadreJSON", "CadreJournal", "CadrePlanning", "CadreRuntime", "Hashing", "Threading",
                "ZeroMQ",
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: settings
        ),
        .target(name: "CadreClient", dependencies: ["CadreContract", "CadreJSON", "ZeroMQ"], swiftSettings: settings),
        .target(
            name: "CadreReports",
            dependencies: ["CadreContract", "CadreJSON", "CadrePlanning"],
            swiftSettings: settings
        ),
        .target(
            name: "CadreExchange",
            dependencies: ["CadreContract", "CadreJSON", "CadrePlanning", "Hashing"],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "cadre",
            dependencies: [
                "CadreClient", "CadreContract", "CadreDaemon", "CadreExchange", "CadreJSON", "CadreJournal",
                "CadrePlanning", "CadreReports", "CadreRuntime", "Hashing", "Threading",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),

        // What several test targets need: reproducible random numbers, temporary folders.
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        .testTarget(name: "ArchitectureTests", swiftSettings: settings),
        .testTarget(
            name: "CadreContractTests",
            dependencies: ["CadreContract", "CadreJSON", "CadrePlanning", "TestSupport"],
            exclude: ["Events/Fixtures"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CadreDaemonTests",
            dependencies: [
                "CadreContract", "CadreDaemon", "CadreJSON", "CadreJournal", "CadrePlanning", "CadreRuntime",
                "TestSupport", "Threading", "ZeroMQ", .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CadreExchangeTests",
            dependencies: ["CadreContract", "CadreExchange", "CadreJSON", "CadrePlanning", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(name: "CadreJSONTests", dependencies: ["CadreJSON", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "CadreJournalTests",
            dependencies: [
                "CadreContract", "CadreJournal", "CadrePlanning",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CadrePlanningTests", dependencies: ["CadrePlanning", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "CadreReportsTests",
            dependencies: ["CadreContract", "CadreJSON", "CadrePlanning", "CadreReports"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CadreRuntimeTests",
            dependencies: [
                "CadreRuntime", "Threading",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        // Real processes: they start the executable that stands beside them in the build folder.
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "cadre", "CadreClient", "CadreContract", "CadreJSON", "CadrePlanning", "CadreRuntime", "ZeroMQ",
            ],
            exclude: ["Journals/0.1.0", "Journals/record.sh", "Systemd/box.sh", "Systemd/checks.sh"],
            swiftSettings: settings
        ),
        .testTarget(name: "HashingTests", dependencies: ["Hashing", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "ThreadingTests", dependencies: ["Threading"], swiftSettings: settings),
        .testTarget(name: "ZeroMQTests", dependencies: ["CZeroMQ", "Threading", "ZeroMQ"], swiftSettings: settings),

        // Each a program that measures one thing beside its yardstick; `make bench` runs them in a release build.
        .target(
            name: "Yardstick",
            path: "Benchmarks/ZeroMQ/Yardstick",
            linkerSettings: [.linkedLibrary("zmq")]
        ),
        .executableTarget(
            name: "ZeroMQBench",
            dependencies: ["Yardstick", "ZeroMQ"],
            path: "Benchmarks/ZeroMQ/Bench",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "CadreBench",
            dependencies: [
                "CadreClient", "CadreContract", "CadreDaemon", "CadreJSON", "CadreJournal", "CadrePlanning",
                "TestSupport",
                "ZeroMQ",
            ],
            path: "Benchmarks/Cadre",
            swiftSettings: settings
        ),
    ]
)
