import CadreJSON
import CadrePlanning

/// The CloudEvents attributes of one event. Sources: CONTRACT §§ 2 and 9, CloudEvents 1.0 (structured mode).
struct EventEnvelope: Sendable {
    var id = ""
    var source = ""
    /// The type, or `nil` for a type that Cadre does not know.
    var type: EventType?
    var time = Instant(seconds: 0)
    /// The source's own sequence number.
    var sequence: UInt64?
    /// The epoch of the sequence number; "" if absent.
    var epoch = ""
    var data = JSONDocument.Node.root

    static let table = ObjectTable(
        "envelope", "A CloudEvent 1.0 in structured mode", from: EventEnvelope(), nullIsAbsent: true,
        fields: [
            .constant("specversion", "1.0", "The version of CloudEvents"),
            .required("id", \.id, .text(least: 1), "With `source` the identity of the event"),
            .required("source", \.source, .uriReference, "Who speaks, a URI reference"),
            .required("type", \.type, .eventType, "The type of the event"),
            .required("time", \.time, .time, "When it was said"),
            .required("data", \.data, .node, "What the event says, an object"),
            .optional("sequence", \.sequence, .sequence(least: 1), "The source's own count, without holes"),
            .fallback("epoch", \.epoch, .text, "", "Changes when the source counts anew"),
        ])
}

extension Form where Value == JSONDocument.Node {
    /// A value that is read later, according to the type of the event. Nothing is written: it belongs to the document
    /// read.
    fileprivate static let node = Form(.anyObject, parse: { $1 }, write: { _, _ in })
}

extension Form where Value == EventType? {
    private static let names = JSONNames(EventType.allCases.map(\.rawValue))

    /// A type by its name, or `nil` for one that Cadre does not know.
    fileprivate static let eventType = Form(.text(least: 1, most: ContractLimits.textScalarsMax)) { json, node in
        guard let scalars = json.scalarCount(node), 1...ContractLimits.textScalarsMax ~= scalars else { return nil }
        return .some(json.index(of: names, node).map { EventType.allCases[$0] })
    } write: {
        $1.value($0?.rawValue)
    }
}

extension Form where Value == String {
    fileprivate static let uriReference = Form(.name(.uriReference)) { json, node in
        guard let scalars = json.scalarCount(node), 1...ContractLimits.textScalarsMax ~= scalars,
            json.withText(node, URIReference.isOne) == true
        else { return nil }
        return json.text(node)
    } write: {
        $1.value($0)
    }
}

extension Form where Value == UInt64 {
    /// Returns the form of a source's own number, as a number or as decimal text.
    static func sequence(least: UInt64) -> Form {
        Form(.sequence(least: least)) { json, node in
            json.sequence(node).flatMap { $0 >= least ? $0 : nil }
        } write: {
            $1.value($0)
        }
    }
}

extension JSONDocument {
    /// Returns a whole number from 0 that fits the journal, from a number or decimal text. Leading zeros are allowed,
    /// since CloudEvents has sequences that are sorted as texts.
    func sequence(_ node: Node) -> UInt64? {
        if let number = number(node) { return number.integer.flatMap { UInt64(exactly: $0) } }
        let number = withText(node) { text -> UInt64? in
            guard !text.isEmpty else { return nil }
            var number: UInt64 = 0
            for index in text.indices {
                let digit = text[index] &- 0x30
                guard digit < 10, number <= ContractLimits.sequenceMax / 10 else { return nil }
                number = number * 10 + UInt64(digit)
            }
            return number <= ContractLimits.sequenceMax ? number : nil
        }
        return number ?? nil
    }
}
