/// Rules of style that a search can check. Each returns its breaches in one file.
enum CodeStyle {
    /// Lines of a file, beyond which its head says why it is still one subject.
    static let linesMax = 400

    /// Names without a subject.
    private static let subjectless: Set<String> = [
        "util", "utils", "utility", "utilities", "helper", "helpers", "manager", "managers", "common", "misc",
    ]

    static func length(_ file: SourceFile) -> [Breach] {
        guard file.lines.count > linesMax, file.lines.first?.hasPrefix("// ") != true else { return [] }
        let message = "\(file.lines.count) lines: divide it, or say in a comment at its head why it is one subject"
        return [Breach(path: file.path, line: 1, message: message)]
    }

    static func names(_ file: SourceFile) -> [Breach] {
        let folders = file.path.split(separator: "/").map(String.init)
        var breaches = folders.filter(isSubjectless).map {
            Breach(path: file.path, line: 1, message: "\($0) names no subject")
        }
        let declaring: Set<String> = ["struct", "class", "enum", "actor", "protocol", "typealias"]
        for (index, line) in file.code.enumerated() {
            let words = Words.identifiers(in: line)
            for (word, name) in zip(words, words.dropFirst()) where declaring.contains(word) && isSubjectless(name) {
                breaches.append(Breach(path: file.path, line: index + 1, message: "\(name) names no subject"))
            }
        }
        return breaches
    }

    /// The first word and the last make the name: `ServiceManagerEnvironment` is about an environment.
    private static func isSubjectless(_ name: String) -> Bool {
        let parts = Words.parts(of: name.hasSuffix(".swift") ? String(name.dropLast(6)) : name)
        return [parts.first, parts.last].contains { $0.map(subjectless.contains) == true }
    }

    /// `try!`, `as!`, `value!` and `Type!`: each ends the process on an unexpected value.
    static func traps(_ file: SourceFile) -> [Breach] {
        file.code.enumerated().compactMap { index, line in
            let characters = Array(line)
            let trap = characters.indices.dropFirst().first { at in
                guard characters[at] == "!" else { return false }
                let before = characters[at - 1]
                let after = at + 1 < characters.count ? characters[at + 1] : " "
                // A prefix `!` follows a space or an opening bracket; `!=` is a comparison.
                return (before.isLetter || before.isNumber || "_)]}>?`".contains(before)) && after != "="
            }
            guard trap != nil else { return nil }
            return Breach(path: file.path, line: index + 1, message: "a force: `try!`, `as!` or `!`")
        }
    }

    /// Promises that the compiler cannot check. Each needs a proof in words, on the line above it or on its own line.
    static func unproved(_ file: SourceFile) -> [Breach] {
        let promises = ["@unchecked Sendable", "nonisolated(unsafe)", "unsafeBitCast"]
        return file.code.enumerated().compactMap { index, line in
            guard let promise = promises.first(where: { line.contains($0) }) else { return nil }
            let above = index > 0 ? file.lines[index - 1].trimmingPrefix { $0 == " " } : ""
            guard !above.hasPrefix("//"), !file.lines[index].contains("//") else { return nil }
            return Breach(path: file.path, line: index + 1, message: "\(promise) without its proof on the line above")
        }
    }

    /// Look-ups of a member by a literal name, such as `data["required"]`: the contract's tables declare the members.
    static func stringKeys(_ file: SourceFile) -> [Breach] {
        file.lines.enumerated().compactMap { index, line in
            guard line.contains(/[A-Za-z0-9_)\]?]\["[A-Za-z]+"\]/) else { return nil }
            return Breach(path: file.path, line: index + 1, message: "a look-up by string key: read the typed value")
        }
    }

    static func unfinished(_ file: SourceFile) -> [Breach] {
        file.lines.enumerated().compactMap { index, line in
            guard line.contains("TODO") || line.contains("FIXME") else { return nil }
            return Breach(path: file.path, line: index + 1, message: "unfinished: make it, or an issue of it")
        }
    }
}
