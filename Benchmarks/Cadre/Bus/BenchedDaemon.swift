import Foundation

/// A `cadre serve` of this build on ipc paths in a temporary folder.
final class BenchedDaemon {
    let folder: String
    private let process = Process()
    var intake: String { "ipc://\(folder)/intake" }
    var estimates: String { "ipc://\(folder)/estimates" }
    var control: String { "ipc://\(folder)/control" }

    /// Starts a daemon.
    /// - Parameter samples: The number of samples per range, or 0 for no ranges.
    /// - Returns: The daemon, or `nil` if the executable is not built.
    init?(samples: Int) throws {
        let built = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "cadre")
        guard FileManager.default.isExecutableFile(atPath: built.path) else { return nil }
        folder = NSTemporaryDirectory() + "cadre-bench-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        process.executableURL = built
        process.arguments = [
            "serve", "--data", folder + "/data", "--node", "bench", "--samples", "\(samples)", "--intake", intake,
            "--estimates", estimates, "--control", control, "--http", "127.0.0.1:0",
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    /// The daemon's resident memory in megabytes.
    var residentMegabytes: Int {
        let status = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
        return (Int(line.filter(\.isNumber)) ?? 0) / 1_024
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
        try? FileManager.default.removeItem(atPath: folder)
    }
}
