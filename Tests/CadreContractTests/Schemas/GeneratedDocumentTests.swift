import Foundation
import Testing

@testable import CadreContract

@Suite("the documents that are made from the contract's tables")
struct GeneratedDocumentTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Documentation").standardizedFileURL

    @Test("each schema in the documentation is the one that the tables give", arguments: ContractSchemas.files)
    func schemas(file: ContractSchemas.File) throws {
        let path = Self.folder.appending(path: "contract/schemas/\(file.path)")
        let text = try String(contentsOf: path, encoding: .utf8)
        #expect(text == file.text, "run `cadre schema --output Documentation/contract/schemas`")
    }

    @Test("the tables of contract.md are those that the tables give")
    func tables() throws {
        let document = try String(contentsOf: Self.folder.appending(path: "contract.md"), encoding: .utf8)
        let (text, missing) = ContractTables.updated(document)
        #expect(missing == [])
        #expect(text == document, "run `cadre schema --tables Documentation/contract.md`")
    }

    @Test("a table whose comments are missing is reported, and the rest is replaced")
    func missing() {
        let begin = "<!-- members of line.required: begin -->\n"
        let (text, missing) = ContractTables.updated("a\n\(begin)old\n<!-- members of line.required: end -->\nb\n")
        #expect(missing.count > 30 && !missing.contains("line.required") && missing.contains("plan.get"))
        #expect(text.hasPrefix("a\n\(begin)#### `line.required`\n") && text.hasSuffix("b\n"))
        #expect(!text.contains("old"))
    }
}
