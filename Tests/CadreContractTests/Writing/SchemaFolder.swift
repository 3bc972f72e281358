import Foundation

/// The project's JSON Schemas, applied by an independent validator: Debian's python3-jsonschema.
enum SchemaFolder {
    struct NoValidator: Error, CustomStringConvertible {
        var description: String
    }

    /// Returns the problem of each document according to a schema: a text that names place and rule, or `nil` if it is
    /// valid.
    /// - Parameter schema: The path below `Documentation/contract/schemas`, with or without a JSON Pointer:
    ///   `estimates/force.schema.json`, `control/plan.get.schema.json#/$defs/result`.
    static func problems(of documents: [[UInt8]], by schema: String) throws -> [String?] {
        let parts = schema.split(separator: "#", maxSplits: 1).map(String.init)
        let path = root.appending(path: parts[0]).path
        let pointer = parts.count > 1 ? parts[1] : ""
        var input = Data()
        for document in documents { input.append(contentsOf: document + [UInt8(ascii: "\n")]) }
        let output = try run(arguments: ["-W", "ignore", "-c", script, path, pointer, root.path], input: input)
        let lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count == documents.count + 1 else {
            throw NoValidator(description: "\(documents.count) documents, \(lines.count - 1) answers: \(output)")
        }
        return lines.dropLast().map { $0.isEmpty ? nil : $0 }
    }

    private static var root: URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Documentation/contract/schemas")
            .standardizedFileURL
    }

    private static let script = """
        import json, pathlib, sys
        import jsonschema
        path = pathlib.Path(sys.argv[1])
        folder = pathlib.Path(sys.argv[3])
        # By its `$id` each schema is found by the others: nothing is fetched.
        all = [json.loads(file.read_text(encoding="utf-8")) for file in folder.rglob("*.schema.json")]
        store = {schema["$id"]: schema for schema in all}
        assert len(store) == len(all), "two schemas with one $id"
        whole = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(whole)
        resolver = jsonschema.RefResolver(whole["$id"], whole, store=store)
        schema = resolver.resolve_fragment(whole, sys.argv[2])
        validator = jsonschema.Draft202012Validator(schema, resolver=resolver)
        def strict(text):
            raise ValueError(text + " is no JSON")
        for line in sys.stdin.buffer:
            error = jsonschema.exceptions.best_match(validator.iter_errors(json.loads(line, parse_constant=strict)))
            print("" if error is None else f"{error.json_path}: {error.message}"[:500].replace(chr(10), " "))
        """

    private static func run(arguments: [String], input: Data) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "cadre-schemas-\(UUID().uuidString).ndjson")
        try input.write(to: file)  // a file, not a pipe: a full pipe would block both sides
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: file)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw NoValidator(description: "python3 with python3-jsonschema ended with \(process.terminationStatus)")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Returns the same JSON with one piece of its text replaced, to make it invalid.
    func replacing(_ old: String, with new: String) -> [UInt8] {
        let text = String(decoding: self, as: UTF8.self)
        precondition(text.contains(old), "\(old) is not in \(text)")
        return Array(text.replacingOccurrences(of: old, with: new).utf8)
    }
}
