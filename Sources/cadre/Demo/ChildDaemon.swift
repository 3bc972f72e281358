import Glibc

/// A daemon in a separate process: this program as `cadre serve`, on a fresh data folder and free ports.
final class ChildDaemon: Sendable {
    let ports: LoopbackPorts
    let folder: String
    private let process: pid_t

    var log: String { folder + "/daemon.log" }

    /// Starts one and waits until it is ready.
    ///
    /// Another process may bind a free port before the daemon does; then other ports are tried.
    static func started() async throws -> ChildDaemon {
        let first = try ChildDaemon(ports: LoopbackPorts.free(defaultsFirst: true))
        if try await first.becomesReady() { return first }
        await first.stop()
        let second = try ChildDaemon(ports: LoopbackPorts.free(defaultsFirst: false))
        if try await second.becomesReady() { return second }
        let words = second.lastWords
        await second.stop()
        throw CommandFailure("the daemon ended at once: \(words)", .internalError)
    }

    private init(ports: LoopbackPorts) throws {
        self.ports = ports
        folder = try Self.freshFolder()
        process = try Self.spawn(
            [
                "serve", "--data", folder + "/data", "--node", "demo", "--intake", ports.intake, "--estimates",
                ports.estimates, "--control", ports.control, "--http", ports.http, "--samples", "0", "--log-level",
                "info", "--log-format", "logfmt",
            ], log: folder + "/daemon.log")
    }

    /// Waits until the daemon's log has the message `ready`, and returns `false` if the daemon ends before.
    ///
    /// The log decides, since another daemon might answer at the endpoint.
    private func becomesReady() async throws -> Bool {
        let deadline = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < deadline {
            if logLines.contains(where: { $0.contains(" msg=ready ") }) { return true }
            if hasEnded() { return false }
            do {
                try await Task.sleep(for: .milliseconds(20))
            } catch {
                await stop()
                throw error
            }
        }
        let words = lastWords
        await stop()
        throw CommandFailure("the daemon does not become ready: \(words)", .unavailable)
    }

    /// Stops the daemon gracefully, by force if that takes too long, and removes its folder.
    func stop() async {
        kill(process, SIGTERM)
        let deadline = ContinuousClock.now + .seconds(10)
        while !hasEnded() {
            if ContinuousClock.now > deadline { kill(process, SIGKILL) }
            // A task that is not cancelled with this one: the child process must not remain.
            await Task { try? await Task.sleep(for: .milliseconds(20)) }.value
        }
        FolderRemoval.remove(folder)
    }

    private func hasEnded() -> Bool {
        var status: Int32 = 0
        // ECHILD: an earlier call has waited for the process.
        return waitpid(process, &status, WNOHANG) != 0
    }

    private var logLines: [String] {
        guard var reader = try? LineReader(path: log) else { return [] }
        var lines: [String] = []
        while let line = try? reader.next() { lines.append(String(decoding: line, as: UTF8.self)) }
        return lines
    }

    private var lastWords: String { logLines.last { !$0.isEmpty } ?? "its log is empty" }

    private static func freshFolder() throws -> String {
        let base = Console.variable("TMPDIR") ?? "/tmp"
        var template = Array((base + "/cadre-demo-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            let reason = String(cString: strerror(errno))
            throw CommandFailure("cannot create a folder in \(base): \(reason); set TMPDIR", .cannotCreate)
        }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Starts a process in a separate process group.
    ///
    /// Ctrl-C then reaches only the demonstration, which stops the process gracefully.
    private static func spawn(_ arguments: [String], log: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
        let program = "/proc/self/exe"
        var words = ([program] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        words.append(nil)
        var process = pid_t()
        let result = posix_spawn(&process, program, &actions, &attributes, words, environ)
        guard result == 0 else {
            throw CommandFailure("cannot start the daemon: \(String(cString: strerror(result)))", .internalError)
        }
        return process
    }
}
