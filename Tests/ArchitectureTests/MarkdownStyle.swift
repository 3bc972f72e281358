/// Rules for Markdown files. Each gives its breaches in one file.
enum MarkdownStyle {
    static let columnsMax = 120

    /// Lines that are too long. Rows of tables, code blocks, links and images that cannot be broken are exempt.
    static func columns(_ file: SourceFile) -> [Breach] {
        prose(file).compactMap { number, line in
            let words = line.split(separator: " ")
            guard line.count > columnsMax, words.first?.hasPrefix("|") != true,
                !words.contains(where: { $0.count > columnsMax - 20 })
            else { return nil }
            return Breach(path: file.path, line: number, message: "\(line.count) columns, more than \(columnsMax)")
        }
    }

    /// The paths that a file names: code spans with a slash or with a name of a file, and relative links.
    static func paths(in file: SourceFile) -> [(path: String, line: Int)] {
        prose(file).flatMap { number, line in
            let spans = line.matches(of: /`([\w.+\-]+\/[\w.+\-\/]*|[\w\-]+\.(?:swift|md|yaml)|Makefile)`/)
                .map { String($0.output.1) }
                .filter { !$0.hasPrefix(".build/") }
            return (spans + Self.links(in: line)).map { ($0, number) }
        }
    }

    /// The relative links of a file that lead to no file or folder.
    /// - Parameter exists: Returns whether a path below the repository exists.
    static func deadLinks(_ file: SourceFile, exists: (String) -> Bool) -> [Breach] {
        let folder = file.path.split(separator: "/").dropLast().map(String.init)
        return prose(file).flatMap { number, line in
            links(in: line).compactMap { link in
                var parts = folder
                for part in link.split(separator: "/") where part != "." {
                    if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
                }
                guard !exists(parts.joined(separator: "/")) else { return nil }
                return Breach(path: file.path, line: number, message: "a link to \(link), which does not exist")
            }
        }
    }

    private static func links(in line: String) -> [String] {
        line.matches(of: /\]\(([^)#:]+)[)#]/).map { String($0.output.1) }
    }

    /// The lines outside code blocks, numbered from 1.
    private static func prose(_ file: SourceFile) -> [(number: Int, line: String)] {
        var isCode = false
        return file.lines.enumerated().compactMap { index, line in
            let isFence = line.drop { $0 == " " }.hasPrefix("```")
            if isFence { isCode.toggle() }
            return isCode || isFence ? nil : (index + 1, line)
        }
    }
}
