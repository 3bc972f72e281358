import CadrePlanning

/// The JSON Schemas of the contract, made from its tables. Source: CONTRACT §§ 2 to 6.
public enum ContractSchemas {
    /// One file of the folder of schemas.
    public struct File: Equatable, Sendable {
        /// Below the folder: `events/line.required.schema.json`.
        public let path: String
        /// The path without folder and ending: `line.required`.
        public var name: String {
            String((path.split(separator: "/").last ?? "").dropLast(".schema.json".count))
        }
        public let text: String
    }

    /// What `$id` of each schema begins with. It names the schemas; nothing is served there.
    public static let base = "https://cadre.example/contract/v1/"

    /// All files, by their paths.
    public static var files: [File] {
        [definitions, envelope] + EventType.allCases.map(event)
            + EstimateName.families.map { estimate($0.name, $0.part) }
    }

    private static var definitions: File {
        file(
            "definitions.schema.json", "Definitions that the schemas of Cadre share",
            [.init("$defs", .object(SharedDefinitions.members))])
    }

    private static var envelope: File {
        var schema = ShapeSchema(definitions: "../definitions.schema.json")
        let table = EventEnvelope.table.description
        let members = schema.object(table, nullIsAbsent: true)
        return file("events/envelope.schema.json", table.summary, members)
    }

    private static func event(_ type: EventType) -> File {
        var schema = ShapeSchema(definitions: "../definitions.schema.json")
        let table = type.description
        let data = schema.object(table)
        let properties: [SchemaValue.Member] = [
            .init("type", .object([.init("const", .text(type.rawValue))])), .init("data", .object(data)),
        ]
        return file(
            "events/\(type.name).schema.json", type.rawValue,
            [
                .init("description", .text(table.summary)),
                .init("$ref", .text("envelope.schema.json")), .init("properties", .object(properties)),
            ] + objects(schema))
    }

    private static func estimate(_ name: String, _ part: any EstimatePart.Type) -> File {
        var schema = ShapeSchema(definitions: "../definitions.schema.json")
        let table = part.description
        let members = schema.object(
            TableDescription(
                name: name, summary: table.summary, fields: EstimateHead.table.description.fields + table.fields))
        return file(
            "estimates/\(name).schema.json", "Estimate `\(name)`",
            [.init("description", .text(table.summary))] + members + objects(schema))
    }

    private static func objects(_ schema: ShapeSchema) -> [SchemaValue.Member] {
        guard !schema.objects.isEmpty else { return [] }
        return [.init("$defs", .object(schema.objects.map { SchemaValue.Member($0.name, $0.value) }))]
    }

    private static func file(_ path: String, _ title: String, _ members: [SchemaValue.Member]) -> File {
        let head: [SchemaValue.Member] = [
            .init("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            .init("$id", .text(base + path)), .init("title", .text(title)),
        ]
        return File(path: path, text: SchemaValue.object(head + members).text() + "\n")
    }
}

extension EstimatePart {
    fileprivate static var description: TableDescription { table.description }
}

extension EstimateName {
    /// The names without scenario, each with its figures, in the order of publication.
    fileprivate static let families: [(name: String, part: any EstimatePart.Type)] = [
        ("summary", SummaryEstimate.self), ("force", ForceEstimate.self), ("manning", ManningEstimate.self),
        ("training", TrainingEstimate.self), ("logistics", LogisticsEstimate.self), ("range", RangeEstimate.self),
        ("gaps", GapsEstimate.self),
    ]
}
