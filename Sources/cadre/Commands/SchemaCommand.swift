import ArgumentParser
import CadreContract

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schemas of events and estimates.",
        discussion: """
            Without a name, it prints the names. The schemas are those of this version, generated from the tables by \
            which the daemon validates.
            """)

    @Argument(help: ArgumentHelp("The event or estimate, such as line.required or summary.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("The folder to write all schemas to; existing files are replaced.", valueName: "folder"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "The Markdown document whose member tables to replace (see the comments in contract.md).",
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
