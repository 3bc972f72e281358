import CadrePlanning

/// The CloudEvents attributes of one event, checked. Sources: CONTRACT §§ 2 and 9, CloudEvents 1.0 (structured mode).
struct Envelope {
    var id: String
    var source: String
    var type: JSONDocument.Node
    var time: Instant
    var data: JSONDocument.Node
    /// The source's own count.
    var sequence: UInt64?
    var epoch: String

    /// - Throws: The first attribute that is missing or wrong: `not-cloudevent`.
    init(reading json: JSONDocument, _ node: JSONDocument.Node) throws(MemberFault) {
        let event = try Members(json, node, path: "event")
        let version = try event.required("specversion", "\"1.0\"")
        guard json.isText(version, "1.0") else { throw event.fault("specversion", version, "\"1.0\"") }
        id = try event.attribute("id", "a text of 1 to 4096 characters") { _ in true }
        source = try event.attribute("source", "a URI reference of 1 to 4096 characters", URIReference.isOne)
        type = try event.required("type", "a text of 1 to 4096 characters")
        _ = try event.attribute("type", "a text of 1 to 4096 characters") { _ in true }
        guard let time = try event.instantIfAny("time") else {
            throw MemberFault("time", expected: TimeGrammar.instantExpected, found: "nothing")
        }
        self.time = time
        data = try event.required("data", "an object")
        sequence = try event.find("sequence").map { node throws(MemberFault) in
            guard let number = json.sequence(node), number > 0 else {
                throw event.fault("sequence", node, "a whole number above 0, as a number or decimal text")
            }
            return number
        }
        epoch = try event.epoch() ?? ""
    }
}

extension Members {
    /// What a source counts within.
    func epoch() throws(MemberFault) -> String? { try textIfAny("epoch") }

    /// A text that is not empty.
    fileprivate func attribute(
        _ name: StaticString, _ expected: String, _ isRight: (Span<UInt8>) -> Bool
    ) throws(MemberFault) -> String {
        let node = try required(name, expected)
        guard let scalars = json.scalarCount(node), scalars >= 1, scalars <= ContractLimits.textScalarsMax,
            json.withText(node, isRight) == true, let text = json.text(node)
        else { throw fault(name, node, expected) }
        return text
    }
}

extension JSONDocument {
    /// A whole number from 0 that fits the journal, as a number or as decimal text; leading zeros are let pass, since
    /// CloudEvents has sequences that sort as texts.
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

/// RFC 3986's characters: what a `source` may be made of.
enum URIReference {
    /// Letters, digits and `-._~:/?#[]@!$&'()*+,;=`, as bits of the bytes 0…63, and of 64…127.
    private static let low: UInt64 = 0xAFFF_FFDA_0000_0000
    private static let high: UInt64 = 0x47FF_FFFE_AFFF_FFFF

    /// Whether all characters may stand in a URI reference, and each `%` begins an escape.
    static func isOne(_ text: Span<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "%") {
                guard index + 2 < text.count, hexadecimalDigit(text[index + 1]) != nil,
                    hexadecimalDigit(text[index + 2]) != nil
                else { return false }
                index += 3
                continue
            }
            let isAllowed =
                byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte < 128 && high >> UInt64(byte & 63) & 1 == 1
            guard isAllowed else { return false }
            index += 1
        }
        return true
    }
}
