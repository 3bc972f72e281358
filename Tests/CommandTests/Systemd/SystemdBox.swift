import Foundation

/// A real systemd in separate namespaces (box.sh), with the built executable and the repository's unit.
struct SystemdBox {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    private static let script = folder.appending(path: "box.sh")

    /// The reason why the box cannot run on this machine, or `nil` if it can.
    static let obstacle: String? = {
        let probe = Process()
        let said = Pipe()
        probe.executableURL = URL(filePath: "/bin/bash")
        probe.arguments = [script.path, "probe"]
        probe.standardOutput = said
        do { try probe.run() } catch { return "no bash: \(error)" }
        let reason = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        probe.waitUntilExit()
        return probe.terminationStatus == 0 ? nil : reason.trimmingCharacters(in: .whitespacesAndNewlines)
    }()

    /// Boots the box, runs checks.sh and powers it off.
    /// - Returns: The output's lines and the exit code.
    static func check(executable: URL) async throws -> (lines: [String], exitCode: Int32) {
        let files = FileManager.default
        let shared = files.temporaryDirectory.appending(path: "cadre-box-\(UUID().uuidString)")
        try files.createDirectory(at: shared.appending(path: "lib"), withIntermediateDirectories: true)
        defer { try? files.removeItem(at: shared) }

        let root = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let unit = root.appending(path: "systemd/cadre.service")
        try files.copyItem(at: unit, to: shared.appending(path: "cadre.service"))
        let dropIn = root.appending(path: "Deploy/systemd/ipc-only.conf")
        try files.copyItem(at: dropIn, to: shared.appending(path: "ipc-only.conf"))
        try files.copyItem(at: folder.appending(path: "checks.sh"), to: shared.appending(path: "checks.sh"))
        try files.copyItem(at: executable, to: shared.appending(path: "cadre"))
        // A debug executable first finds Swift's libraries in its own folder; the unit hides their original folder.
        for library in try await swiftLibraries(of: executable) {
            let copy = shared.appending(path: "lib/\(library.lastPathComponent)")
            try files.copyItem(at: library.resolvingSymlinksInPath(), to: copy)
        }
        let (output, code) = try await run("/bin/bash", [script.path, "run", shared.path, "checks.sh"])
        return (output.split(separator: "\n").map(String.init), code)
    }

    /// Returns the libraries that the dynamic linker finds outside of the system's folders.
    private static func swiftLibraries(of executable: URL) async throws -> [URL] {
        let (output, _) = try await run("/usr/bin/ldd", [executable.path])
        return output.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count >= 3, words[1] == "=>", words[2].contains("/swift/") else { return nil }
            return URL(filePath: String(words[2]))
        }
    }

    /// Runs a program to its end without blocking a thread of the pool.
    /// - Returns: Its output, including standard error, and its exit code.
    private static func run(_ program: String, _ arguments: [String]) async throws -> (String, Int32) {
        let files = FileManager.default
        let output = files.temporaryDirectory.appending(path: "cadre-box-\(UUID().uuidString).log")
        try Data().write(to: output)
        defer { try? files.removeItem(at: output) }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        let written = try FileHandle(forWritingTo: output)
        process.standardOutput = written
        process.standardError = written
        let code = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        return (String(decoding: try Data(contentsOf: output), as: UTF8.self), code)
    }
}
