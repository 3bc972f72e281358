import CadreJSON
import CadrePlanning

extension Fund {
    private struct Members: Sendable {
        var charges: [CostKind: Double] = [:]
    }

    private static let table = ObjectTable(
        "fund", "The kinds of cost that a fund pays", from: Members(),
        fields: [
            .required("charges", \.charges, charges, "Kinds of cost, as a list or as a map to shares"),
            .checked("source", .text, "Where the rule comes from"),
        ])

    static let form = Form.object(table).converted {
        Fund(shares: $0.charges)
    } _: {
        Members(charges: $0.shares)
    }

    /// A list of kinds, each charged whole, or a map from kind to share.
    private static let charges = Form<[CostKind: Double]>(
        .either([list.shape, .map(names: .kindOfCost, .number(.share), countMax: nil)])
    ) { json, node throws(MemberFault) in
        guard json.kind(of: node) == .object else { return Fund(charges: try list.read(json, node)).shares }
        return try map.read(json, node)
    } write: {
        map.write($0, &$1)
    }

    private static let list = Form<[CostKind]>.list(of: .word)
    private static let map = Form<[(name: String, value: Double)]>.map(
        names: .kindOfCost, of: .share, where: { kind($0) != nil }
    ).converted {
        Dictionary(
            $0.compactMap { entry in CostKind(rawValue: entry.name).map { ($0, entry.value) } },
            uniquingKeysWith: { $1 })
    } _: { shares in
        CostKind.allCases.compactMap { kind in shares[kind].map { (name: kind.rawValue, value: $0) } }
    }

    private static func kind(_ name: Span<UInt8>) -> CostKind? {
        name.withUnsafeBufferPointer { CostKind(rawValue: String(decoding: $0, as: UTF8.self)) }
    }
}
