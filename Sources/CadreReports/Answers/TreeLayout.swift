/// Lays out a tree in lines: a label and a number on each branch, and wrapped details under it.
struct TreeLayout {
    private(set) var lines: [String] = []
    /// Characters of a line.
    let width: Int
    /// The width of stem, branch and label together; numbers end at the same column after it.
    let labelWidth: Int

    private static let numberWidth = 10
    /// Words are at least as wide as this, however deep the tree.
    private static let wordsWidthMin = 20

    init(width: Int, labelWidth: Int) {
        self.width = width
        self.labelWidth = labelWidth
    }

    /// Adds a branch.
    /// - Parameters:
    ///   - stem: The text before the branch: the lines of the branches around it.
    ///   - note: The text after the number.
    mutating func branch(_ label: String, _ number: String, under stem: String, isLast: Bool, note: String = "") {
        var line = stem + (isLast ? "└─ " : "├─ ") + label
        // A label that is too long keeps its number on the next line rather than lose its end: ids differ there.
        if line.count > labelWidth, line.count + Self.numberWidth > width {
            lines.append(line)
            line = stem + (isLast ? "   " : "│  ")
        }
        line += String(repeating: " ", count: max(0, labelWidth - line.count))
        line += String(repeating: " ", count: max(1, Self.numberWidth - number.count)) + number
        if !note.isEmpty { line += "  " + note }
        lines.append(line)
    }

    /// Texts in one line if they fit, separated by `·`, otherwise each on separate lines.
    mutating func details(_ texts: [String], under stem: String) {
        let texts = texts.filter { !$0.isEmpty }
        let indent = stem + "  "
        let available = max(width - indent.count, Self.wordsWidthMin)
        let joined = texts.joined(separator: " · ")
        for text in joined.count <= available ? [joined] : texts {
            lines += Self.wrapped(text, to: available).map { indent + $0 }
        }
    }

    /// Broken between words; a word that is longer than a line has one to itself.
    static func wrapped(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return line.isEmpty ? lines : lines + [line]
    }
}
