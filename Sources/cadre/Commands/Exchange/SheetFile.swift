import CadreExchange
import Glibc

/// Reads whole files: sheets and mappings.
enum SheetFile {
    private static let chunkBytes = 1 << 20

    /// Returns the bytes of a file.
    /// - Parameter path: The path; `-` is standard input.
    /// - Throws: `CommandFailure` with the file and the remedy.
    static func bytes(_ path: String, bytesMax: Int = ExchangeLimits.sheetBytesMax) throws -> [UInt8] {
        func failure() -> CommandFailure {
            CommandFailure("\(path): \(String(cString: strerror(errno))); name a readable file", .noInput)
        }
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure() }
        defer { if path != "-" { close(descriptor) } }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: chunkBytes)
        while true {
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure() }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= bytesMax else {
                throw CommandFailure("\(path): more than \(bytesMax >> 20) MiB; split the file", .badData)
            }
        }
    }
}
