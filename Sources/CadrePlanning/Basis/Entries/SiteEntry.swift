/// A site with its hosting, in numbers. Source: MODEL § 6, hosted.
final class SiteEntry: Equatable, Sendable {
    /// The conditions under which another provider at a site provides a service.
    enum Hosting: Hashable, Sendable {
        case notHosted
        /// Hosted unless the element with this number is in; `nil`: always.
        case hosted(unless: Int?)
    }

    let number: Int
    let id: ID<Site>
    let site: Site
    private let rules: [ID<RuleName>: Hosting]
    private let commodities: [ID<CommodityName>: Hosting]

    var traits: SiteTraits { SiteTraits(inTheatre: site.inTheatre, threat: site.threat) }

    init(_ entity: Entity<Site>, _ numbers: EntityNumbers) {
        number = entity.number
        id = entity.id
        site = entity.value
        var rules: [ID<RuleName>: Hosting] = [:]
        var commodities: [ID<CommodityName>: Hosting] = [:]
        for hosting in entity.value.hosted {
            // An element that is unknown or inert is never in: no selection holds its number.
            let hosted = Hosting.hosted(unless: hosting.element.flatMap { numbers.elements.known($0) })
            switch hosting.service {
            case .rule(let name): rules[name] = hosted
            case .commodity(let name): commodities[name] = hosted
            }
        }
        self.rules = rules
        self.commodities = commodities
    }

    func hosting(of rule: ID<RuleName>) -> Hosting { rules[rule] ?? .notHosted }
    func hosting(of commodity: ID<CommodityName>) -> Hosting { commodities[commodity] ?? .notHosted }

    static func == (a: SiteEntry, b: SiteEntry) -> Bool {
        a === b
            || (a.number == b.number && a.id == b.id && a.site == b.site && a.rules == b.rules
                && a.commodities == b.commodities)
    }
}
