/// A text file and its code: the same lines with comments and the text of strings blanked, so that a rule about code
/// does not find words of a sentence.
struct SourceFile: Sendable {
    /// The path below the repository, such as `Sources/ZeroMQ/Limits.swift`.
    let path: String
    let lines: [String]
    let code: [String]

    init(path: String, text: String) {
        self.path = path
        lines = SourceFile.lines(of: text)
        code = SourceFile.lines(of: CodeOnly.of(text))
    }

    /// The target's folder: the second part of `Sources/TARGET/…`.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    private static func lines(of text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}

/// A breach of a rule, as a compiler would say it.
struct Breach: Equatable, CustomStringConvertible {
    let path: String
    /// The number of the line, from 1.
    let line: Int
    let message: String

    var description: String { "\(path):\(line): \(message)" }
}
