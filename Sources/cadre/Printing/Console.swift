import CadreReports
import Glibc
import Threading

/// Standard output and standard error, written whole.
enum Console {
    /// Writes to standard output.
    /// - Returns: Whether somebody may still be reading: a reader that went away (EPIPE) is no error.
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
                "standard output: \(String(cString: strerror(code))); what was written is not whole; give it "
                    + "room, and run the command again", .ioError)
        }
    }

    @discardableResult
    static func print(_ line: String) throws(CommandFailure) -> Bool { try write(Array((line + "\n").utf8)) }

    /// To standard error.
    static func complain(_ line: String) { write(Array((line + "\n").utf8), to: STDERR_FILENO) }

    static func writeError(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

    /// Tables for people, as wide as the terminal; those without rows are left out.
    static func print(_ tables: [Table]) throws(CommandFailure) {
        for table in tables where !table.rows.isEmpty { try print(table.text(width: width) + "\n") }
    }

    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Colour only on a terminal, and never with NO_COLOR.
    static var hasColour: Bool {
        outputIsTerminal && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true) && variable("TERM") != "dumb"
    }

    /// Columns and lines of the terminal; `nil` where output is none.
    static var size: (columns: Int, lines: Int)? { outputIsTerminal ? size(of: STDOUT_FILENO) : nil }

    /// Characters of a line of the terminal; `nil` where output is none.
    static var width: Int? { size?.columns }

    /// Of the terminal that standard error is.
    static var errorWidth: Int { size(of: STDERR_FILENO).columns }

    /// `nil` where it is not set or empty.
    static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func size(of descriptor: Int32) -> (columns: Int, lines: Int) {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return (80, 24) }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    /// - Returns: 0, or the error number of the system if not all bytes could be written.
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
