import CadreReports
import Glibc
import Threading

/// Complete writes to standard output and standard error.
enum Console {
    /// Writes to standard output.
    /// - Returns: Whether a reader may still be connected: a reader that disconnects (EPIPE) is not an error.
    /// - Throws: `CommandFailure` if the bytes cannot be written whole, with exit code 74.
    @discardableResult
    static func write(_ bytes: [UInt8]) throws(CommandFailure) -> Bool {
        switch write(bytes, to: STDOUT_FILENO) {
        case 0: return true
        case EPIPE: return false
        case EBADF:
            throw CommandFailure("standard output is closed; redirect it to a file or a pipe", .ioError)
        case let code:
            throw CommandFailure(
                "standard output: \(String(cString: strerror(code))); the output is incomplete; make "
                    + "room, and run the command again", .ioError)
        }
    }

    @discardableResult
    static func print(_ line: String) throws(CommandFailure) -> Bool { try write(Array((line + "\n").utf8)) }

    /// Writes a line to standard error.
    static func complain(_ line: String) { write(Array((line + "\n").utf8), to: STDERR_FILENO) }

    static func writeError(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

    /// Prints readable tables, as wide as the terminal; omits those without rows.
    static func print(_ tables: [Table]) throws(CommandFailure) {
        for table in tables where !table.rows.isEmpty { try print(table.text(width: width) + "\n") }
    }

    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Whether output has colours: only on a terminal, and never with NO_COLOR.
    static var hasColour: Bool {
        outputIsTerminal && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true) && variable("TERM") != "dumb"
    }

    /// The columns and lines of the terminal, or `nil` if standard output is not a terminal.
    static var size: (columns: Int, lines: Int)? { outputIsTerminal ? size(of: STDOUT_FILENO) : nil }

    /// The columns of the terminal, or `nil` if standard output is not a terminal.
    static var width: Int? { size?.columns }

    /// The columns of the terminal of standard error; 80 if it is not a terminal.
    static var errorWidth: Int { size(of: STDERR_FILENO).columns }

    /// Returns the value of an environment variable, or `nil` if it is unset or empty.
    static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func size(of descriptor: Int32) -> (columns: Int, lines: Int) {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return (80, 24) }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    /// Writes all bytes and returns 0, or the error number of the system after an incomplete write.
    @discardableResult
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        do throws(IncompleteWrite) {
            try OutputDescriptor(descriptor).writeAll(bytes)
            return 0
        } catch {
            return error.errno
        }
    }
}
