import CadreContract
import CadreJSON

extension JSONValue {
    /// One number a period; nothing where it is no list. What is no number counts as 0.
    var series: [Double] { (elements ?? []).map { $0.number?.double ?? 0 } }

    /// One number a period, with those that are none.
    var partialSeries: [Double?] { (elements ?? []).map { $0.number?.double } }

    func series(_ name: String) -> [Double] { self[name]?.series ?? [] }

    func real(_ name: String) -> Double? { self[name]?.number?.double }

    /// An object's members as rows; none where it is no object.
    func rows(_ name: String) -> [(name: String, value: JSONValue)] { self[name]?.members ?? [] }

    func list(_ name: String) -> [JSONValue] { self[name]?.elements ?? [] }
}
