import Glibc

/// Reads a file line by line; the length of a line is limited.
struct LineReader: ~Copyable {
    private let descriptor: Int32
    private let path: String
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    private static let chunkBytes = 1 << 16
    /// The limit for a line, far above that of a daemon: a file without line ends must not fill the memory.
    private static let lineBytesMax = 64 << 20

    /// Opens a file.
    /// - Parameter path: The path; `-` is standard input.
    /// - Throws: `CommandFailure` with the file and the remedy.
    init(path: String) throws {
        self.path = path
        if path == "-" {
            descriptor = STDIN_FILENO
            return
        }
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else {
            let reason = String(cString: strerror(errno))
            throw CommandFailure("\(path): \(reason); name a readable file, or - for standard input", .noInput)
        }
        descriptor = opened
    }

    deinit {
        if descriptor != STDIN_FILENO { close(descriptor) }
    }

    /// Returns the size of a file, or `nil` for standard input, pipes and missing files.
    static func size(of path: String) -> Int? {
        var status = stat()
        guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return status.st_size
    }

    /// Returns the next line without its end, or `nil` after the last.
    mutating func next() throws -> [UInt8]? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = buffer[start..<end]
                start = end + 1
                return Array(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
            }
            if isAtEnd {
                guard start < buffer.count else { return nil }
                let line = Array(buffer[start...])
                start = buffer.count
                return line
            }
            buffer.removeFirst(start)
            start = 0
            searched = buffer.count
            guard searched <= Self.lineBytesMax else {
                throw CommandFailure(
                    "\(path): a line of more than \(Self.lineBytesMax) bytes; give one event per line", .badData)
            }
            try fill()
        }
    }

    private mutating func fill() throws {
        var chunk = [UInt8](repeating: 0, count: Self.chunkBytes)
        let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        if count < 0 {
            if errno == EINTR { return }
            if errno == EBADF, descriptor == STDIN_FILENO {
                throw CommandFailure("standard input is closed; name a file of events, or give one by `<`", .noInput)
            }
            throw CommandFailure(
                "\(path): \(String(cString: strerror(errno))); name a file of events, or - for standard input", .noInput
            )
        }
        isAtEnd = count == 0
        buffer += chunk[..<count]
    }
}
