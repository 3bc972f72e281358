import Glibc

/// Replaces the report's files atomically: a reader gets the previous or the new file.
enum ReportFile {
    /// Writes a file.
    /// - Parameter path: The path; `-` is standard output. An existing file is replaced.
    /// - Throws: `CommandFailure` with the remedy.
    static func write(_ bytes: [UInt8], to path: String) throws {
        guard path != "-" else {
            try Console.write(bytes)
            return
        }
        let part = path + ".part"
        unlink(part)
        try NewFile.write(bytes, to: part)
        guard rename(part, path) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(part)
            throw CommandFailure("\(path): \(reason); name a writable file", .cannotCreate)
        }
    }

    /// Creates a folder unless it exists.
    static func makeFolder(_ path: String) throws {
        guard mkdir(path, 0o755) != 0, errno != EEXIST else { return }
        throw CommandFailure(
            "\(path): \(String(cString: strerror(errno))); name a folder in an existing one", .cannotCreate)
    }
}
