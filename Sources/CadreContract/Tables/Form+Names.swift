import CadreJSON
import CadrePlanning

/// A value that is a name in the contract.
protocol ContractName: Sendable {
    init(_ text: String)
    var text: String { get }
}

extension ID: ContractName {}
extension Capability: ContractName {
    var text: String { code }
}

extension Form where Value: ContractName {
    static var identifier: Form { name(.identifier, Identifier.isIdentifier) }
    /// A mission's identifier has no dot: it is a part of topics.
    static var mission: Form { name(.mission, Identifier.isMission) }
    /// A nation's or a currency's three capitals.
    static var capitals: Form { name(.capitals, Identifier.isThreeCapitals) }
    /// `NATION/PLEDGE`.
    static var pledge: Form { name(.pledge, Identifier.isPledge) }
    /// A name of figures or of a question: any text.
    static var anyName: Form { name(.text) { _ in true } }

    private static func name(_ rule: NameRule, _ isRight: @escaping @Sendable (Span<UInt8>) -> Bool) -> Form {
        Form(.name(rule)) { json, node in
            guard json.withText(node, isRight) == true, let text = json.text(node) else { return nil }
            return Value(text)
        } write: {
            $1.value($0.text)
        }
    }
}
