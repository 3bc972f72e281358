import CadreJSON
import CadrePlanning

extension Form where Value == [Site.Hosting] {
    /// Hosted services by `rule.NAME` or `commodity.NAME`: the element on which each depends, or `null` for none.
    static let hosting = Form<[(name: String, value: ID<Element>?)]>.map(
        names: .service, of: .nullable(.identifier), where: { Site.Service(name: $0) != nil }
    ).converted {
        $0.compactMap { entry in
            Site.Service(name: entry.name.utf8Span.span).map { Site.Hosting(service: $0, element: entry.value) }
        }
    } _: {
        $0.map { (name: $0.service.name, value: $0.element) }
    }
}

extension Site.Service {
    /// Reads a service's name, or `nil` if it is neither `rule.` nor `commodity.` with an identifier.
    fileprivate init?(name: Span<UInt8>) {
        func identifier(after prefix: StaticString) -> String? {
            let length = prefix.utf8CodeUnitCount
            guard name.count > length, (0..<length).allSatisfy({ name[$0] == prefix.utf8Start[$0] }) else { return nil }
            let rest = name.extracting(length..<name.count)
            return Identifier.isIdentifier(rest)
                ? rest.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } : nil
        }
        if let rule = identifier(after: "rule.") {
            self = .rule(ID(rule))
        } else if let commodity = identifier(after: "commodity.") {
            self = .commodity(ID(commodity))
        } else {
            return nil
        }
    }

    fileprivate var name: String {
        switch self {
        case .rule(let name): "rule.\(name)"
        case .commodity(let name): "commodity.\(name)"
        }
    }
}
