import CadreJSON

extension Form where Value == [UInt8] {
    /// An object, kept as its bytes.
    static let objectBytes = bytes(.anyObject) { $0.kind(of: $1) == .object }

    /// A value of a shape, kept as its bytes.
    static func bytes(
        _ shape: Shape, where isRight: @escaping @Sendable (JSONDocument, JSONDocument.Node) -> Bool
    ) -> Form {
        Form(shape) { json, node in
            isRight(json, node) ? json.source(of: node) : nil
        } write: {
            $1.raw($0)
        }
    }
}

extension Form where Value == JSONValue? {
    /// Any value; `nil` is `null`.
    static let anyValue = Form(.any) { json, node in
        json.kind(of: node) == .null ? .some(nil) : JSONValue(document: json, node: node)
    } write: {
        $1.value($0)
    }

    /// An object or `null`.
    static let anyObject = Form(.nullable(.anyObject)) { json, node in
        switch json.kind(of: node) {
        case .null: .some(nil)
        case .object: JSONValue(document: json, node: node)
        case .boolean, .number, .text, .list: nil
        }
    } write: {
        $1.value($0)
    }
}
