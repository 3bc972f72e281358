/// Makes the JSON Schema of shapes. Objects that have a name are described once, below `$defs` of their file.
struct ShapeSchema {
    /// The path from the file to the folder of all schemas.
    let root: String
    /// The objects met so far, by name, in the order in which they were met.
    private(set) var objects: [(name: String, value: SchemaValue)] = []

    init(root: String = "../") {
        self.root = root
    }

    private var definitions: String { root + SharedDefinitions.path }

    mutating func schema(of shape: Shape) -> [SchemaValue.Member] {
        switch shape {
        case .text(let least, let most): text(least: least, most: most)
        case .name(let rule): rule.schema != nil ? [shared(rule.rawValue)] : [.type("string")]
        case .constant(let text): [.init("const", .text(text))]
        case .words(let words): [.init("enum", .list(words.map { .text($0) }))]
        case .whole(let range): whole(range)
        case .number(let bounds): number(bounds)
        case .sequence(let least): [shared(least == 0 ? "sequence" : "positiveSequence")]
        case .flag: [.type("boolean")]
        case .date: [shared("date")]
        case .time: [shared("time")]
        case .series(let value): list(value, 0, nil)
        case .list(let entry, let countMin, let countMax): list(entry, countMin, countMax)
        case .map(let names, let entry, let countMax): map(names, entry, countMax)
        case .object(let table): [reference(to: table)]
        case .nullable(let shape):
            [.init("anyOf", .list([.object([.type("null")]), .object(schema(of: shape))]))]
        case .either(let shapes): [.init("anyOf", .list(shapes.map { .object(schema(of: $0)) }))]
        case .document(let files):
            files.count == 1
                ? [reference(toFile: files[0])]
                : [.init("anyOf", .list(files.map { .object([reference(toFile: $0)]) }))]
        case .anyObject: [.type("object")]
        case .any: []
        }
    }

    /// The members of the schema of an object.
    /// - Parameter nullIsAbsent: Whether `null` is allowed for an optional member.
    mutating func object(_ table: TableDescription, nullIsAbsent: Bool = false) -> [SchemaValue.Member] {
        var members: [SchemaValue.Member] = [.type("object")] + properties(table.fields, nullIsAbsent: nullIsAbsent)
        let variants = table.fields.flatMap { field in
            field.variants.map { Condition.when(field.name, isOneOf: [$0.word], $0.fields) }
        }
        let all = (variants + table.conditions).map { condition($0) }
        if !all.isEmpty { members.append(.init("allOf", .list(all))) }
        if table.isClosed { members.append(.init("additionalProperties", .flag(false))) }
        let rules = table.rules + table.fields.flatMap { $0.variants.flatMap(\.rules) }
        if !rules.isEmpty { members.append(.init("$comment", .text(rules.joined(separator: "; ")))) }
        return members
    }

    private mutating func properties(_ fields: [FieldDescription], nullIsAbsent: Bool) -> [SchemaValue.Member] {
        var members: [SchemaValue.Member] = []
        let required = fields.filter { $0.presence == .required }.map { SchemaValue.text($0.name) }
        if !required.isEmpty { members.append(.init("required", .list(required))) }
        let properties = fields.map { field in
            let takesNull = nullIsAbsent && field.presence != .required
            var value = schema(of: takesNull ? .nullable(field.shape) : field.shape)
            if !field.summary.isEmpty { value.insert(.init("description", .text(field.summary)), at: 0) }
            if case .fallback(let json) = field.presence { value.append(.init("default", .json(json))) }
            return SchemaValue.Member(field.name, .object(value))
        }
        if !properties.isEmpty { members.append(.init("properties", .object(properties))) }
        return members
    }

    private mutating func condition(_ condition: Condition) -> SchemaValue {
        switch condition {
        case .when(let name, let words, let fields):
            let test = words.count == 1 ? [SchemaValue.Member("const", .text(words[0]))] : schema(of: .words(words))
            return ifThen(name, test, fields)
        case .matching(let name, let pattern, let fields):
            return ifThen(name, [.type("string"), .init("pattern", .text(pattern))], fields)
        case .having(let name, let shape, let fields):
            return ifThen(name, schema(of: shape), fields)
        case .unless(let name, let word, let fields):
            let test = properties(name, [.init("const", .text(word))])
            return .object([
                .init("if", .object(test + [.init("required", .list([.text(name)]))])),
                .init("else", .object(properties(fields, nullIsAbsent: false))),
            ])
        case .exactlyOne(let names):
            let each = names.map { SchemaValue.object([.init("required", .list([.text($0)]))]) }
            return .object([.init("oneOf", .list(each))])
        case .notBoth(let one, let other):
            return .object([.init("not", .object([.init("required", .list([.text(one), .text(other)]))]))])
        }
    }

    private mutating func ifThen(
        _ name: String, _ test: [SchemaValue.Member], _ fields: [FieldDescription]
    ) -> SchemaValue {
        .object([
            .init("if", .object(properties(name, test))),
            .init("then", .object(properties(fields, nullIsAbsent: false))),
        ])
    }

    private func properties(_ name: String, _ value: [SchemaValue.Member]) -> [SchemaValue.Member] {
        [.init("properties", .object([.init(name, .object(value))]))]
    }

    // MARK: Shapes

    private func text(least: Int, most: Int) -> [SchemaValue.Member] {
        guard least > 0 || most != ContractLimits.textScalarsMax else { return [shared("text")] }
        let bound = least > 0 ? [SchemaValue.Member("minLength", .number("\(least)"))] : []
        return [.type("string")] + bound + [.init("maxLength", .number("\(most)"))]
    }

    private func whole(_ range: ClosedRange<Int>) -> [SchemaValue.Member] {
        if range == 0...ContractLimits.countMax { return [shared("count")] }
        if range == 1...5 { return [shared("priority")] }
        var members: [SchemaValue.Member] = [.type("integer")]
        if range.lowerBound > .min { members.append(.init("minimum", .number("\(range.lowerBound)"))) }
        if range.upperBound < .max { members.append(.init("maximum", .number("\(range.upperBound)"))) }
        return members
    }

    private func number(_ bounds: Bounds) -> [SchemaValue.Member] {
        switch bounds {
        case .finite: return [.type("number")]
        case .share: return [shared("share")]
        case .quantity: return [shared("quantity")]
        case .money: return [shared("money")]
        default: return [.type("number")] + Self.limits(bounds)
        }
    }

    static func limits(_ bounds: Bounds) -> [SchemaValue.Member] {
        var members: [SchemaValue.Member] = []
        if bounds.least > -.greatestFiniteMagnitude {
            members.append(.init(bounds.isOpenBelow ? "exclusiveMinimum" : "minimum", .number(plain(bounds.least))))
        }
        // Every finite number is allowed: without a maximum, readers that make infinity of 1e999 would accept it.
        if bounds.greatest == .greatestFiniteMagnitude, bounds.isOpenBelow {
            members.append(.init("maximum", .number("\(Double.greatestFiniteMagnitude)")))
        } else if bounds.greatest < .greatestFiniteMagnitude {
            members.append(.init(bounds.isOpenAbove ? "exclusiveMaximum" : "maximum", .number(plain(bounds.greatest))))
        }
        return members
    }

    private static func plain(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? String(number) }

    private mutating func list(_ entry: Shape, _ countMin: Int, _ countMax: Int?) -> [SchemaValue.Member] {
        let least = countMin > 0 ? [SchemaValue.Member("minItems", .number("\(countMin)"))] : []
        let most = countMax.map { [SchemaValue.Member("maxItems", .number("\($0)"))] } ?? []
        return [.type("array"), .init("items", .object(schema(of: entry)))] + least + most
    }

    private mutating func map(_ names: NameRule, _ entry: Shape, _ countMax: Int?) -> [SchemaValue.Member] {
        var members: [SchemaValue.Member] = [
            .type("object"), .init("additionalProperties", .object(schema(of: entry))),
        ]
        if names.schema != nil { members.append(.init("propertyNames", .object([shared(names.rawValue)]))) }
        if let countMax { members.append(.init("maxProperties", .number("\(countMax)"))) }
        return members
    }

    private mutating func reference(to table: TableDescription) -> SchemaValue.Member {
        if !objects.contains(where: { $0.name == table.name }) {
            let index = objects.count
            objects.append((table.name, .flag(true)))
            let value = object(table)
            objects[index].value = .object([.init("description", .text(table.summary))] + value)
        }
        return .init("$ref", .text("#/$defs/\(table.name)"))
    }

    private func reference(toFile path: String) -> SchemaValue.Member { .init("$ref", .text("\(root)\(path)")) }

    private func shared(_ name: String) -> SchemaValue.Member { .init("$ref", .text("\(definitions)#/$defs/\(name)")) }
}
