import CadreReports
import Glibc
import Threading

/// Standard output and standard error, written whole.
enum Console {
    /// To standard output. A reader that went away is no error: there is nobody to tell.
    /// - Returns: Whether somebody may still be reading.
    @discardableResult
    static func write(_ bytes: [UInt8]) -> Bool { write(bytes, to: STDOUT_FILENO) }

    @discardableResult
    static func print(_ line: String) -> Bool { write(Array((line + "\n").utf8)) }

    /// To standard error.
    static func complain(_ line: String) { write(Array((line + "\n").utf8), to: STDERR_FILENO) }

    static func writeError(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

    /// Tables for people, as wide as the terminal; those without rows are left out.
    static func print(_ tables: [Table]) {
        for table in tables where !table.rows.isEmpty { print(table.text(width: width) + "\n") }
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

    @discardableResult
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        do throws(IncompleteWrite) {
            try OutputDescriptor(descriptor).writeAll(bytes)
            return true
        } catch {
            return false
        }
    }
}
