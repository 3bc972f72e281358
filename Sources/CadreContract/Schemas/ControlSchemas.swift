import CadreJSON

/// The JSON Schemas of requests and answers on `control`. Source: CONTRACT § 6, JSON-RPC 2.0.
enum ControlSchemas {
    static var request: ContractSchemas.File {
        let methods = ControlMethod.allCases
        let properties: [SchemaValue.Member] = [
            version, id, .init("method", .words(methods.map(\.rawValue))), .init("params", .object([.type("object")])),
        ]
        return ContractSchemas.file(
            "control/request.schema.json", "A request on `control`",
            [
                .init("description", .text("JSON-RPC 2.0, params by name; no batches")), .type("object"),
                required("jsonrpc", "id", "method"), .init("properties", .object(properties)),
                .init("allOf", .list(methods.map { condition($0.params) })),
            ])
    }

    /// The params of a method, which are required if one of their members is.
    private static func condition<Params: MethodParams>(_: Params.Type) -> SchemaValue {
        let name = Params.method.rawValue
        let description = Params.table.description
        let isRequired = description.fields.contains { $0.presence == .required } || !description.conditions.isEmpty
        let params = SchemaValue.Member(
            "properties",
            .object([
                .init("params", .object([.init("$ref", .text("\(name).schema.json#/$defs/params"))]))
            ]))
        return .object([
            .init(
                "if",
                .object([
                    .init("properties", .object([.init("method", .object([.init("const", .text(name))]))]))
                ])),
            .init("then", .object(isRequired ? [required("params"), params] : [params])),
        ])
    }

    static var response: ContractSchemas.File {
        var schema = ShapeSchema()
        let data = schema.object(ControlError.data.description)
        let codes = ControlError.Code.known
        let code: [SchemaValue.Member] = [
            .init(
                "description", .text(codes.map { "\($0.code.rawValue) \($0.meaning)" }.joined(separator: "; "))),
            .init("enum", .list(codes.map { .number("\($0.code.rawValue)") })),
        ]
        let error: [SchemaValue.Member] = [
            .type("object"), required("code", "message", "data"),
            .init(
                "properties",
                .object([
                    .init("code", .object(code)),
                    .init("message", .object([.type("string"), .init("minLength", .number("1"))])),
                    .init("data", .object(data)),
                ])),
        ]
        return ContractSchemas.file(
            "control/response.schema.json", "An answer on `control`",
            [
                .init("description", .text("JSON-RPC 2.0: the method's `result`, or `error`")), .type("object"),
                required("jsonrpc", "id"),
                .init(
                    "properties", .object([version, id, .init("result", .object([])), .init("error", .object(error))])),
                .init("oneOf", .list(["result", "error"].map { .object([required($0)]) })),
            ])
    }

    private static let version = SchemaValue.Member("jsonrpc", .object([.init("const", .text("2.0"))]))
    private static let id = SchemaValue.Member(
        "id",
        .object([
            .init("description", .text("The answer has the id of its request")),
            .init("type", .list(["string", "number", "null"].map { .text($0) })),
        ]))

    private static func required(_ names: String...) -> SchemaValue.Member {
        .init("required", .list(names.map { .text($0) }))
    }
}
