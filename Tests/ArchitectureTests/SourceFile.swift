/// A Swift file and its code: the same lines with comments and the text of strings blanked, so that a rule about code
/// never matches a sentence.
struct SourceFile: Sendable {
    /// The path in the repository, such as `Sources/ZeroMQ/ZeroMQLimits.swift`.
    let path: String
    let lines: [String]
    let code: [String]

    init(path: String, text: String) {
        self.path = path
        lines = SourceFile.lines(of: text)
        code = SourceFile.lines(of: CodeOnly.of(text))
    }

    /// The target's folder: the second part of `Sources/TARGET/…`.
    var room: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    private static func lines(of text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}

/// A breach of a rule, in the format of a compiler's message.
struct Breach: Equatable, CustomStringConvertible {
    let path: String
    /// The line number, counted from 1.
    let line: Int
    let message: String

    var description: String { "\(path):\(line): \(message)" }
}
