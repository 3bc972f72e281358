import CadreJSON
import CadrePlanning

/// The `params` of a request, read by name: each reader gives what the call takes, or throws which member is wrong.
///
/// A member that is `null` counts as not given: many clients write what they leave open so. One that the method does
/// not know is an error, not ignored: a misspelt `revision` would be answered with other figures than were asked for.
struct ControlParams {
    private let object: JSONValue?

    /// - Throws: Where `params` is there and no object: they go by name.
    init(_ params: JSONValue?) throws(ControlError) {
        guard params.map({ $0.kind == .object || $0.isNull }) ?? true else {
            throw ControlError(
                .invalidParams, reason: "params is no object", member: "params", expected: "params by name")
        }
        object = params.flatMap { $0.isNull ? nil : $0 }
    }

    func allow(_ names: String...) throws(ControlError) {
        for member in object?.members ?? [] where !names.contains(member.name) {
            let known = names.isEmpty ? "no params" : "one of \(names.joined(separator: ", "))"
            throw ControlError(
                .invalidParams, reason: "the method has no such member", member: "params", expected: known)
        }
    }

    func value(_ name: String) -> JSONValue? {
        object?[name].flatMap { $0.isNull ? nil : $0 }
    }

    func mission() throws(ControlError) -> ID<Mission> {
        guard let mission = try missionIfAny() else { throw missing("mission", Self.missionExpected) }
        return mission
    }

    func missionIfAny() throws(ControlError) -> ID<Mission>? {
        guard let value = value("mission") else { return nil }
        guard let text = value.text, Identifier.isMission(Array(text.utf8).span) else {
            throw wrong("mission", Self.missionExpected)
        }
        return ID(text)
    }

    func text(_ name: String, expected: String = "a text") throws(ControlError) -> String? {
        guard let value = value(name) else { return nil }
        guard let text = value.text else { throw wrong(name, expected) }
        return text
    }

    func integer(_ name: String, in range: ClosedRange<Int>, expected: String) throws(ControlError) -> Int? {
        guard let value = value(name) else { return nil }
        guard let integer = value.integer, range.contains(integer) else { throw wrong(name, expected) }
        return integer
    }

    func instant(_ name: String) throws(ControlError) -> Instant? {
        guard let value = value(name) else { return nil }
        guard let instant = value.instant else { throw wrong(name, TimeGrammar.instantExpected) }
        return instant
    }

    func missing(_ name: String, _ expected: String) -> ControlError {
        .invalidParam(name, reason: "\(name) is missing", expected: expected)
    }

    func wrong(_ name: String, _ expected: String) -> ControlError {
        .invalidParam(name, reason: "\(name) is not what the method takes", expected: expected)
    }

    private static let missionExpected = "a mission: \(Identifier.missionExpected)"
}

extension JSONValue {
    /// A point in time, of an RFC 3339 text; `nil` where it is none.
    var instant: Instant? {
        text.flatMap { TimeGrammar.instant(Array($0.utf8).span) }
    }
}
