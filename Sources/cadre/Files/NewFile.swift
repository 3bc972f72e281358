import Glibc

/// Writes files that were not there before.
enum NewFile {
    /// - Throws: `CommandFailure` with what to mend; what is there already is never written over.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw CommandFailure(
                "\(path): \(String(cString: strerror(errno))); name a file that is not there yet, in a folder that is",
                .cannotCreate)
        }
        defer { close(descriptor) }
        var offset = 0
        while offset < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else {
                throw CommandFailure("\(path): \(String(cString: strerror(errno)))", .ioError)
            }
            offset += written
        }
    }
}
