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

    /// All files.
    public static var files: [File] {
        [definitions, envelope] + EventType.allCases.map(event)
            + EstimateName.families.map { estimate($0.name, $0.part) } + [publishedEstimate]
            + notices + ControlMethod.allCases.map { method($0.params) } + [
                ControlSchemas.request, ControlSchemas.response,
            ]
    }

    private static var definitions: File {
        file(
            SharedDefinitions.path, "Definitions that the schemas of Cadre share",
            [.init("$defs", .object(SharedDefinitions.members))])
    }

    private static var envelope: File {
        var schema = ShapeSchema()
        let table = EventEnvelope.table.description
        let members = schema.object(table, nullIsAbsent: true)
        return file("events/envelope.schema.json", table.summary, members)
    }

    private static func event(_ type: EventType) -> File {
        var schema = ShapeSchema()
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
        var schema = ShapeSchema()
        let table = part.description
        let members = schema.object(
            TableDescription(
                name: name, summary: table.summary, fields: EstimateHead.table.description.fields + table.fields))
        return file(
            "estimates/\(name).schema.json", "Estimate `\(name)`",
            [.init("description", .text(table.summary))] + members + objects(schema))
    }

    // MARK: What Cadre publishes

    private static var publishedEstimate: File {
        published(
            "estimates/event.schema.json", "An estimate as it is published",
            "A CloudEvent on `estimate.MISSION.NAME`; its id is `MISSION/NAME/REVISION`, followed by `/2`, `/3` … for later "
                + "documents of the same revision",
            EstimateName.families.map { ("cadre.estimate.\($0.name).v1", "estimates/\($0.name).schema.json") })
    }

    /// The notices by their types and names.
    static var noticeTables: [(type: String, name: String, table: TableDescription)] {
        [
            (RejectedNotice.type, "rejected", RejectedNotice.table.description),
            (SupersededNotice.type, "superseded", SupersededNotice.table.description),
            (AlertNotice<String>.type, "alert", alert), (StatusNotice.type, "status", StatusNotice.table.description),
        ]
    }

    private static var notices: [File] {
        let tables = noticeTables
        func path(_ name: String) -> String { "notices/\(name).schema.json" }
        return tables.map { notice in
            var schema = ShapeSchema()
            let members = schema.object(notice.table)
            return file(
                path(notice.name), "Data of `\(notice.type)`",
                [.init("description", .text(notice.table.summary))] + members + objects(schema))
        } + [
            published(
                path("event"), "A notice as it is published",
                "A CloudEvent on `rejected.…`, `alert.…` or `status.…`", tables.map { ($0.type, path($0.name)) })
        ]
    }

    /// The alerts of missions and of nodes: their details have different forms.
    private static var alert: TableDescription {
        let table = AlertNotice<String>.table.description
        func open(_ alert: TableDescription) -> [FieldDescription] {
            [FieldDescription("open", .list(.object(alert), countMax: nil), .required, "")]
        }
        let fields = table.fields.map { field in
            field.name == "open"
                ? FieldDescription(field.name, .list(.anyObject, countMax: nil), field.presence, field.summary) : field
        }
        let gap = NodeAlertCode.sequenceGap.rawValue
        return TableDescription(
            name: table.name, summary: table.summary, fields: fields,
            conditions: [
                .when("code", isOneOf: [gap], open(OpenAlert<SequenceGap>.table.description)),
                .unless("code", is: gap, open(OpenAlert<String>.table.description)),
            ])
    }

    /// A CloudEvent whose `data` depends on its type.
    private static func published(
        _ path: String, _ title: String, _ summary: String, _ types: [(type: String, path: String)]
    ) -> File {
        let envelope = OutgoingEnvelope.table.description
        let fields = envelope.fields.map { field in
            field.name == "type"
                ? FieldDescription(field.name, .words(types.map(\.type)), field.presence, field.summary) : field
        }
        var schema = ShapeSchema()
        let members = schema.object(
            TableDescription(
                name: envelope.name, summary: summary, fields: fields,
                conditions: types.map { type, path in
                    .when("type", isOneOf: [type], [FieldDescription("data", .document(files: [path]), .required, "")])
                }))
        return file(path, title, [.init("description", .text(summary))] + members)
    }

    // MARK: Control

    /// The params and the result of a method, below `$defs`.
    private static func method<Params: MethodParams>(_: Params.Type) -> File {
        var schema = ShapeSchema()
        let params = schema.object(Params.table.description)
        let result = schema.schema(of: Params.answer.shape)
        let definitions =
            [SchemaValue.Member("params", .object(params))]
            + schema.objects.filter { $0.name != "result" }.map { SchemaValue.Member($0.name, $0.value) }
            + [.init("result", schema.objects.first { $0.name == "result" }?.value ?? .object(result))]
        return file(
            "control/\(Params.method.rawValue).schema.json", "Control method `\(Params.method.rawValue)`",
            [.init("description", .text(Params.summary)), .init("$defs", .object(definitions))])
    }

    private static func objects(_ schema: ShapeSchema) -> [SchemaValue.Member] {
        guard !schema.objects.isEmpty else { return [] }
        return [.init("$defs", .object(schema.objects.map { SchemaValue.Member($0.name, $0.value) }))]
    }

    static func file(_ path: String, _ title: String, _ members: [SchemaValue.Member]) -> File {
        let head: [SchemaValue.Member] = [
            .init("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            .init("$id", .text(base + path)), .init("title", .text(title)),
        ]
        return File(path: path, text: SchemaValue.object(head + members).text() + "\n")
    }
}

extension EstimatePart {
    static var description: TableDescription { table.description }
}
