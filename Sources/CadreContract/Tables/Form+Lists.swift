import CadreJSON
import CadrePlanning

extension Form {
    /// A list of such values, at most `ContractLimits.listEntriesMax` of them. A fault names the entry: `[2]`.
    static func list<Entry>(of entry: Form<Entry>) -> Form where Value == [Entry] {
        list(of: entry, countMax: ContractLimits.listEntriesMax)
    }

    /// A list of figures, of any length.
    static func entries<Entry>(of entry: Form<Entry>) -> Form where Value == [Entry] { list(of: entry, countMax: nil) }

    /// A list of at least and at most so many values.
    static func list<Entry>(
        of entry: Form<Entry>, countMin: Int = 0, countMax: Int?
    ) -> Form where Value == [Entry] {
        let shape = Shape.list(entry.shape, countMin: countMin, countMax: countMax)
        return Form(shape) { json, node throws(MemberFault) in
            guard json.kind(of: node) == .list else { throw json.fault(node, expected: shape.expected) }
            var entries: [Entry] = []
            for element in json.elements(of: node) {
                guard entries.count < countMax ?? .max else {
                    throw MemberFault("", expected: shape.expected, found: "more")
                }
                do throws(MemberFault) {
                    entries.append(try entry.read(json, element))
                } catch {
                    throw error.within("[\(entries.count)]")
                }
            }
            guard entries.count >= countMin else { throw MemberFault("", expected: shape.expected, found: "fewer") }
            return entries
        } write: { values, writer in
            writer.array { for value in values { entry.write(value, &$0) } }
        }
    }

    /// The value, or `null`.
    static func nullable<Wrapped>(_ form: Form<Wrapped>) -> Form where Value == Wrapped? {
        Form(.nullable(form.shape)) { json, node throws(MemberFault) in
            json.kind(of: node) == .null ? nil : try form.read(json, node)
        } write: { value, writer in
            if let value { form.write(value, &writer) } else { writer.null() }
        }
    }

    /// An object that a table describes.
    static func object(_ table: ObjectTable<Value>) -> Form {
        Form(.object(table.description)) { json, node throws(MemberFault) in
            try table.read(json, node)
        } write: { value, writer in
            writer.object { table.write(value, to: &$0) }
        }
    }
}

extension Form where Value == [Int] {
    /// One whole number from 0 per period.
    static let counts = Form(.series(.whole(0...Int.max))) { json, node throws(MemberFault) in
        try entries(of: .natural).read(json, node)
    } write: {
        $1.series($0)
    }
}

extension Form where Value == [Double] {
    /// One number from 0 per period.
    static let amounts = Form(.series(Form<Double>.amount.shape)) { json, node throws(MemberFault) in
        try entries(of: .amount).read(json, node)
    } write: {
        $1.series($0)
    }

    /// One number per period.
    static let series = Form(.series(.number(.finite))) { json, node throws(MemberFault) in
        try entries(of: .real).read(json, node)
    } write: {
        $1.series($0)
    }
}

extension Form where Value == [Double?] {
    /// One number per period, or `null` if a period has none.
    static let series = Form(.series(.nullable(.number(.finite)))) { json, node throws(MemberFault) in
        try entries(of: .nullable(.real)).read(json, node)
    } write: {
        $1.series($0)
    }
}
