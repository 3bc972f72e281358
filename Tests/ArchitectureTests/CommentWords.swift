/// The rules about words in comments: plain English, summary lines that name their subject (CONTRIBUTING, "Words").
enum CommentWords {
    /// A paragraph of a comment: the text of adjacent lines without their marks.
    struct Paragraph: Equatable {
        var text: String
        /// The number of its first line, from 1.
        var line: Int
        /// Whether it is the first of a documentation comment.
        var isSummary: Bool
    }

    /// Phrases to replace, each in lower case, with a suggestion.
    private static let list: [(phrase: String, suggestion: String)] = [
        ("what is", "a noun"), ("what was", "a noun"), ("what came", "a noun"), ("what comes", "a noun"),
        ("what stands", "a noun"), ("what it", "a noun"), ("what there", "a noun"), ("what one", "a noun"),
        ("whoever", "the role"), ("whom", "the role"), ("nobody", "no component"), ("somebody", "the role"),
        ("everybody", "the role"), ("becomes of", "the outcome of"), ("become of", "the outcome of"),
        ("where there is", "if"), ("where nothing", "if"), ("where it is", "if"), ("where none", "if"),
        ("is none", "does not exist"), ("nothing of", "none of"), ("nothing but", "only"), ("is told", "is sent"),
        ("told", "sent, reported"), ("tells of", "reports"), ("says nothing", "does not state"),
        ("hears", "receives"), ("heard", "received"), ("as it came", "as received"), ("as they came", "as received"),
        ("judged", "validated"), ("judges", "validates"), ("judge", "validate"), ("sign of life", "heartbeat"),
        ("last word on", "latest event for"), ("later word on", "latest event for"), ("sits", "is assigned"),
        ("stands", "is current"), ("stood", "was current"), ("be had", "available"), ("mends", "corrects"),
        ("mended", "corrected"), ("anew", "again"), ("afresh", "again"), ("from nothing", "from scratch"),
        ("at hand", "available"), ("under way", "in progress"), ("beside", "next to"), ("alike", "identical"),
        ("for ever", "forever"), ("all the same", "anyway"), ("given up", "released"), ("give back", "return"),
        ("gives back", "returns"), ("given back", "returned"), ("hands on", "forwards"), ("left out", "omitted"),
        ("kept apart", "distinguished"), ("of its own", "separate"), ("of their own", "separate"),
        ("in vain", "without success"), ("therein", "in it"), ("hitherto", "so far"), ("henceforth", "from now on"),
        ("as it was", "unchanged"), ("as they were", "unchanged"),
    ]

    /// Words with which no summary line begins: it would not name its subject.
    private static let openings: Set<String> = [
        "what", "who", "whom", "whose", "whoever", "whatever", "whichever", "which", "wherever", "where", "how", "why",
        "that", "those", "so", "its", "their", "of", "by", "as", "in", "at", "from", "to", "for", "per", "on", "with",
        "without", "within", "beyond", "between", "against", "among", "beside",
    ]

    /// Phrases that may begin a summary line all the same.
    private static let exemptions = [
        "by default", "in-memory", "in memory", "in place", "in order to", "at least", "at most", "as a ", "as an ",
    ]

    private static let sentenceWordsMax = 35

    static func breaches(in file: SourceFile) -> [Breach] {
        paragraphs(in: file).flatMap { paragraph -> [Breach] in
            let words = words(of: paragraph.text)
            var messages = phrases.filter { contains(words, $0.words) }.map {
                "\"\($0.phrase)\" is not plain: \($0.suggestion)"
            }
            if paragraph.isSummary, isHeadless(paragraph.text) {
                messages.append("a summary line names its subject, it does not begin with \"\(words.first ?? "")\"")
            }
            if let longest = sentences(of: paragraph.text).map({ $0.split(separator: " ").count }).max(),
                longest > sentenceWordsMax
            {
                messages.append("a sentence of \(longest) words")
            }
            return messages.map { Breach(path: file.path, line: paragraph.line, message: $0) }
        }
    }

    /// Returns the paragraphs of all comments. Code spans, fields (`- Parameter`) and lists are paragraphs of their own.
    static func paragraphs(in file: SourceFile) -> [Paragraph] {
        var paragraphs: [Paragraph] = []
        var current: Paragraph?
        var isAfterDocumentation = false
        var isInBlock = false
        func end() {
            if let paragraph = current { paragraphs.append(paragraph) }
            current = nil
        }
        for (index, (line, code)) in zip(file.lines, file.code).enumerated() {
            guard let mark = comment(line, code: code) else {
                end()
                isAfterDocumentation = false
                isInBlock = false
                continue
            }
            let text = String(mark.text.drop { $0 == " " })
            if text.hasPrefix("```") {
                end()
                isInBlock.toggle()
                continue
            }
            guard !isInBlock else { continue }
            if text.isEmpty || text.hasPrefix("- ") || text.hasPrefix("MARK:") { end() }
            guard !text.isEmpty, !text.hasPrefix("MARK:") else { continue }
            if current == nil {
                let isSummary = mark.isDocumentation && !isAfterDocumentation && !text.hasPrefix("- ")
                current = Paragraph(text: text, line: index + 1, isSummary: isSummary)
            } else {
                current?.text += " " + text
            }
            isAfterDocumentation = mark.isDocumentation
        }
        end()
        return paragraphs
    }

    /// Returns the text of a line that is only a comment.
    private static func comment(_ line: String, code: String) -> (text: Substring, isDocumentation: Bool)? {
        guard code.allSatisfy(\.isWhitespace), let mark = line.firstRange(of: "//") else { return nil }
        let text = line[mark.upperBound...]
        return text.first == "/" ? (text.dropFirst(), true) : (text, false)
    }

    private static func isHeadless(_ text: String) -> Bool {
        let start = text.lowercased()
        guard !exemptions.contains(where: { start.hasPrefix($0) }) else { return false }
        return openings.contains(words(of: text).first ?? "") || start.hasPrefix("`nil`")
    }

    /// Returns the words in lower case. A code span is the word "code", and the end of a clause is a word, so that no
    /// phrase is found across it.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        for (index, part) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
            guard index.isMultiple(of: 2) else {
                words.append("code")
                continue
            }
            var word = ""
            for character in part.lowercased() {
                if character.isLetter || character.isNumber || character == "'" || character == "-" {
                    word.append(character)
                } else {
                    if !word.isEmpty { words.append(word) }
                    word = ""
                    if ".,;:()".contains(character) { words.append(String(character)) }
                }
            }
            if !word.isEmpty { words.append(word) }
        }
        return words
    }

    private static func sentences(of text: String) -> [String] {
        var sentences: [String] = []
        var sentence = ""
        let words = text.split(separator: " ")
        for (index, word) in words.enumerated() {
            sentence += sentence.isEmpty ? String(word) : " \(word)"
            let next = index + 1 < words.count ? words[index + 1].first : nil
            if ".;:".contains(word.last ?? " "), next?.isUppercase ?? true || word.last != "." {
                sentences.append(sentence)
                sentence = ""
            }
        }
        return sentence.isEmpty ? sentences : sentences + [sentence]
    }

    private static func contains(_ words: [String], _ phrase: [String]) -> Bool {
        guard words.count >= phrase.count, let first = phrase.first else { return false }
        return words.indices.dropLast(phrase.count - 1).contains { start in
            words[start] == first && words[start..<(start + phrase.count)].elementsEqual(phrase)
        }
    }

    private static let phrases: [(phrase: String, words: [String], suggestion: String)] = list.map {
        ($0.phrase, $0.phrase.split(separator: " ").map(String.init), $0.suggestion)
    }
}
