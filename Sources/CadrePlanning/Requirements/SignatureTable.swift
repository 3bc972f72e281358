/// What a pledge's caveats can tell of a post: groups with the same signature are alike to every nation.
struct Signature: Hashable, Sendable {
    var capability: Int
    var site: Int
    var audience: ID<Audience>?
    var element: Int?
}

/// What a nation's people can do and where they may go: pledges of one class are alike to every post.
struct PledgeClass: Hashable, Sendable {
    /// Own capability and `also`, ascending, no index twice.
    var capabilities: [Int]
    var caveats: Caveats
}

/// Signatures and classes of a plan, by index. Source: MODEL § 7.
struct SignatureTable: Sendable {
    private(set) var signatures: [Signature] = []
    private(set) var classes: [PledgeClass] = []
    private var signatureIndices: [Signature: Int] = [:]
    private var classIndices: [PledgeClass: Int] = [:]

    mutating func index(of signature: Signature) -> Int {
        if let index = signatureIndices[signature] { return index }
        signatureIndices[signature] = signatures.count
        signatures.append(signature)
        return signatures.count - 1
    }

    /// The index of a signature that is in the table already.
    func known(_ signature: Signature) -> Int? { signatureIndices[signature] }

    mutating func index(of pledgeClass: PledgeClass) -> Int {
        if let index = classIndices[pledgeClass] { return index }
        classIndices[pledgeClass] = classes.count
        classes.append(pledgeClass)
        return classes.count - 1
    }

    /// The signatures that one of these capabilities meets.
    func signatures(met offered: [Int], _ capabilities: CapabilityTable) -> [Int] {
        signatures.indices.filter { signature in
            offered.contains { capabilities.covers(required: signatures[signature].capability, offered: $0) }
        }
    }
}

/// The caveats of one class against a plan's own indices.
struct CompiledCaveats: Sendable {
    private let sites: [Bool]?
    private let notSites: [Bool]?
    private let maxThreat: Site.Threat?
    private let notAudiences: Set<ID<Audience>>
    private let elements: Set<Int>?
    private let abroadOnly: Bool

    init(_ caveats: Caveats, sites allSites: [Basis.SiteEntry], elements elementIndices: [ID<Element>: Int]) {
        func mask(_ ids: [ID<Site>]) -> [Bool]? {
            guard !ids.isEmpty else { return nil }
            let wanted = Set(ids)
            return allSites.map { wanted.contains($0.id) }
        }
        sites = mask(caveats.sites)
        notSites = mask(caveats.notSites)
        maxThreat = caveats.maxThreat
        notAudiences = Set(caveats.notAudiences)
        elements = caveats.elements.isEmpty ? nil : Set(caveats.elements.compactMap { elementIndices[$0] })
        abroadOnly = caveats.abroadOnly
    }

    /// The first caveat, in the order of MODEL § 7, that bars a post; `nil` where none does.
    func bar(_ signature: Signature, at site: Site) -> Caveats.Name? {
        if let sites, !sites[signature.site] { return .sites }
        if let notSites, notSites[signature.site] { return .notSites }
        if let maxThreat, site.threat > maxThreat { return .maxThreat }
        if let audience = signature.audience, notAudiences.contains(audience) { return .notAudiences }
        if let elements, let element = signature.element, !elements.contains(element) { return .elements }
        if abroadOnly, site.inTheatre { return .abroadOnly }
        return nil
    }
}
