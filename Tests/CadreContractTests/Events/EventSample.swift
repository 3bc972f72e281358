import CadreJSON
import Testing

@testable import CadreContract

/// A valid event with every member that its type accepts, and the values of each member.
struct EventSample: Sendable, CustomTestStringConvertible {
    /// The name of the type without `cadre.` and `.v1`, and of its schema.
    let type: String
    /// The name of one of the type's forms.
    var form = ""
    let data: String
    let rows: [MemberRow]

    var testDescription: String { form.isEmpty ? type : "\(type) (\(form))" }

    var schema: String { "events/\(type).schema.json" }

    /// Returns the event unchanged or with one member of `data` replaced, or omitted if `fragment` is `nil`.
    func event(_ path: String = "", _ fragment: String? = nil) throws -> [UInt8] {
        let whole = try JSONValue(parsing: Array(data.utf8))
        let exchanged = path.isEmpty ? data : whole.exchanging(path.components, with: fragment) ?? "{}"
        return EventSample.envelope(type: type, data: exchanged)
    }

    static func envelope(type: String, data: String) -> [UInt8] {
        Array(
            """
            {"specversion":"1.0","id":"e-1","source":"urn:nation:NOR","type":"cadre.\(type).v1",\
            "time":"2004-08-14T10:00:00Z","sequence":"1","data":\(data)}
            """.utf8)
    }
}

/// One member of `data`: its path, its presence, its valid and invalid values.
struct MemberRow: Sendable {
    /// The path in faults: `caveats.sites`, `instructors[0].count`.
    let path: String
    let isRequired: Bool
    let values: MemberValues
    /// The member that is named if this one is missing.
    let missing: String

    init(_ path: String, _ values: MemberValues, required: Bool = false, missing: String? = nil) {
        self.path = path
        self.values = values
        isRequired = required
        self.missing = missing ?? path
    }
}

extension String {
    /// The components of `instructors[0].count`: instructors, 0, count.
    var components: [String] {
        replacing("[", with: ".").replacing("]", with: "").split(separator: ".").map(String.init)
    }
}

extension JSONValue {
    /// Returns this value's text with the value at `path` replaced, added, or omitted.
    func exchanging(_ path: [String], with fragment: String?) -> String? {
        guard let first = path.first else { return fragment }
        let rest = Array(path.dropFirst())
        if let elements, let place = Int(first) {
            let texts = elements.enumerated().compactMap { index, element in
                index == place ? element.exchanging(rest, with: fragment) : element.json
            }
            return "[\(texts.joined(separator: ","))]"
        }
        var texts = (members ?? []).compactMap { name, value in
            let text = name == first ? value.exchanging(rest, with: fragment) : value.json
            return text.map { "\"\(name)\":\($0)" }
        }
        if self[first] == nil, let fragment { texts.append("\"\(first)\":\(fragment)") }
        return "{\(texts.joined(separator: ","))}"
    }

    private var json: String { String(decoding: source, as: UTF8.self) }
}
