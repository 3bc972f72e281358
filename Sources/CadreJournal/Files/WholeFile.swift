import Glibc
import Threading

/// Reading and atomic writing of a whole file: `path` has either the complete new content or the previous one.
enum WholeFile {
    /// Writes a file.
    /// - Parameter chunks: The parts of the file's content, in order.
    static func write(_ chunks: [[UInt8]], to path: String) throws(JournalError) {
        let draft = path + ".new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw JournalError(errno: errno, path: draft, doing: "cannot be created") }
        do throws(JournalError) {
            defer { close(descriptor) }
            do throws(IncompleteWrite) {
                for chunk in chunks { try OutputDescriptor(descriptor).writeAll(chunk) }
            } catch {
                throw JournalError(errno: error.errno, path: draft, doing: "cannot be written")
            }
            guard fsync(descriptor) == 0 else {
                throw JournalError(errno: errno, path: draft, doing: "cannot be written")
            }
        } catch {
            unlink(draft)
            throw error
        }
        try renameDurably(draft, to: path)
    }

    /// Returns the content of a file, or `nil` if it does not exist.
    static func read(_ path: String, bytesMax: Int) throws(JournalError) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw JournalError(errno: errno, path: path, doing: "cannot be opened")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw JournalError(errno: errno, path: path, doing: "cannot be read")
        }
        let size = Int(status.st_size)
        guard size <= bytesMax else {
            throw JournalError(.other(code: Int(EFBIG)), path: path, detail: "longer than \(bytesMax) bytes")
        }
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                guard got > 0 else { return }
                count += got
            }
        }
        guard failure == 0 else { throw JournalError(errno: failure, path: path, doing: "cannot be read") }
        return bytes
    }
}
