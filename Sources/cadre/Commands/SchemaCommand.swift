import ArgumentParser
import CadreContract

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schemas of events and estimates.",
        discussion: """
            Without a name: the names. The schemas are those of this version, made from the tables that the daemon \
            itself reads by.
            """)

    @Argument(help: ArgumentHelp("The event or estimate, such as line.required or summary.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("A folder to write all schemas to; files there are replaced.", valueName: "folder"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "A Markdown document whose tables of members to replace (see the comments in contract.md).",
            valueName: "file"))
    var tables: String?

    func run() throws {
        if let output { try write(to: output) }
        if let tables { try updateTables(of: tables) }
        guard output == nil, tables == nil else { return }
        guard let name else {
            try Console.print(ContractSchemas.files.map(\.name).joined(separator: "\n"))
            return
        }
        guard let file = ContractSchemas.files.first(where: { $0.name == name }) else {
            throw ValidationError("there is no schema \(name); see `cadre schema`")
        }
        try Console.write(Array(file.text.utf8))
    }

    private func write(to folder: String) throws {
        for file in ContractSchemas.files {
            let path = "\(folder)/\(file.path)"
            try NewFile.replace(Array(file.text.utf8), at: path)
        }
    }

    private func updateTables(of path: String) throws {
        var reader = try LineReader(path: path)
        var document = ""
        while let line = try reader.next() { document += String(decoding: line, as: UTF8.self) + "\n" }
        let (text, missing) = ContractTables.updated(document)
        guard missing.isEmpty else {
            throw CommandFailure(
                "\(path): no place for \(missing.joined(separator: ", ")); add the comments of its table",
                .badData)
        }
        try NewFile.replace(Array(text.utf8), at: path)
    }
}
