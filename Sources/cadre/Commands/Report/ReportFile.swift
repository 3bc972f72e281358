import Glibc

/// Writes the report's files whole: a reader sees the one before or the new one, never half of it.
enum ReportFile {
    /// - Parameter path: `-` is standard output. A file of that name is replaced.
    /// - Throws: `CommandFailure` with what to mend.
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
            throw CommandFailure("\(path): \(reason); name a file that can be replaced", .cannotCreate)
        }
    }

    /// Makes a folder where there is none.
    static func makeFolder(_ path: String) throws {
        guard mkdir(path, 0o755) != 0, errno != EEXIST else { return }
        throw CommandFailure(
            "\(path): \(String(cString: strerror(errno))); name a folder in one that is there", .cannotCreate)
    }
}
