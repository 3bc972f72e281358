import Glibc
import Threading

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
        do throws(IncompleteWrite) {
            try OutputDescriptor(descriptor).writeAll(bytes)
        } catch {
            throw CommandFailure("\(path): \(String(cString: strerror(error.errno)))", .ioError)
        }
    }
}
