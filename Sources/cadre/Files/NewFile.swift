import Glibc
import Threading

/// Writes whole files.
enum NewFile {
    /// Writes a new file.
    /// - Throws: `CommandFailure` with the remedy, also if the file exists: it is never overwritten.
    static func write(_ bytes: [UInt8], to path: String) throws {
        try write(
            bytes, to: path, flags: O_CREAT | O_EXCL, remedy: "name a file that does not exist, in an existing folder")
    }

    /// Creates or replaces a file, and creates its folder if necessary.
    static func replace(_ bytes: [UInt8], at path: String) throws {
        if let slash = path.lastIndex(of: "/") { mkdir(String(path[..<slash]), 0o755) }
        try write(bytes, to: path, flags: O_CREAT | O_TRUNC, remedy: "name a file in a writable folder")
    }

    private static func write(_ bytes: [UInt8], to path: String, flags: Int32, remedy: String) throws {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC | flags, 0o644)
        guard descriptor >= 0 else {
            throw CommandFailure("\(path): \(String(cString: strerror(errno))); \(remedy)", .cannotCreate)
        }
        defer { close(descriptor) }
        do throws(IncompleteWrite) {
            try OutputDescriptor(descriptor).writeAll(bytes)
        } catch {
            throw CommandFailure("\(path): \(String(cString: strerror(error.errno)))", .ioError)
        }
    }
}
