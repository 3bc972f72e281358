/// The sites and work from which a nation's people are barred. Source: MODEL § 7. An empty list is no caveat.
public struct Caveats: Hashable, Sendable {
    /// The names of the caveats, in the order in which they are named as a reason.
    public enum Name: String, Sendable, CaseIterable {
        case sites, notSites, maxThreat, notAudiences, elements, abroadOnly
    }

    public var sites: [ID<Site>]
    public var notSites: [ID<Site>]
    public var maxThreat: Site.Threat?
    public var notAudiences: [ID<Audience>]
    public var elements: [ID<Element>]
    public var abroadOnly: Bool

    public init(
        sites: [ID<Site>] = [], notSites: [ID<Site>] = [], maxThreat: Site.Threat? = nil,
        notAudiences: [ID<Audience>] = [], elements: [ID<Element>] = [], abroadOnly: Bool = false
    ) {
        self.sites = sites
        self.notSites = notSites
        self.maxThreat = maxThreat
        self.notAudiences = notAudiences
        self.elements = elements
        self.abroadOnly = abroadOnly
    }

    /// The caveats that are set to something, in the order of MODEL § 7.
    public var set: [Name] {
        Name.allCases.filter { name in
            switch name {
            case .sites: !sites.isEmpty
            case .notSites: !notSites.isEmpty
            case .maxThreat: maxThreat != nil
            case .notAudiences: !notAudiences.isEmpty
            case .elements: !elements.isEmpty
            case .abroadOnly: abroadOnly
            }
        }
    }
}
