import Testing

@Suite("words in comments")
struct CommentWordTests {
    /// The targets whose comments keep to the rules.
    static let targets = ["CadreJournal", "CadreRuntime", "Hashing", "Threading", "ZeroMQ"]

    @Test("comments are plain English, and summary lines name their subject", arguments: targets)
    func comments(target: String) throws {
        let files = try SourceTree.swiftFiles(below: "Sources/\(target)")
        #expect(!files.isEmpty)
        for breach in files.flatMap(CommentWords.breaches) { Issue.record("\(breach)") }
    }

    private func breaches(_ text: String) -> Int {
        CommentWords.breaches(in: SourceFile(path: "Sources/A/B.swift", text: text)).count
    }

    @Test(
        "a breach is found",
        arguments: [
            "/// What is left of it.\nlet a = 1", "/// Of the newest plan.\nlet a = 1",
            "// It is told the port.\nlet a = 1",
            "/// `nil` if absent.\nvar a: Int?", "/// The events\n/// that nobody asked for.\nlet a = 1",
            "/// A\n/// " + String(repeating: "word ", count: 36) + "end.\nlet a = 1",
        ])
    func found(text: String) {
        #expect(breaches(text) >= 1)
    }

    @Test(
        "a plain comment, code and a field are not found",
        arguments: [
            "/// The port, or `nil` before the server listens.\nlet a = 1", "let told = \"what is told\"",
            "/// Returns the rest.\n/// - Returns: Of each line, the end.\nfunc a()", "/// By default 5.\nlet a = 1",
            "/// ```swift\n/// what is told\n/// ```\nlet a = 1", "/// The value of `what is`.\nlet a = 1",
            "// \(String(repeating: "word ", count: 20))end. \(String(repeating: "Word ", count: 20))end.\nlet a = 1",
        ])
    func notFound(text: String) {
        #expect(breaches(text) == 0)
    }
}
