/// The signatures and pledge classes of a plan, by number, and which may fill which. Source: MODEL § 7.
struct Network: Sendable {
    private(set) var signatures = Interner<Signature>()
    private(set) var classes = Interner<PledgeClass>()
    private(set) var caveats: [CompiledCaveats] = []
    private(set) var eligibility = Eligibility(signatures: 0)
    /// Changes when a site changed on which decisions made before depend.
    private(set) var epoch = 0
    /// The numbers of signatures by capability.
    private var byCapability: [Int: [Int]] = [:]
    private var traits: [SiteTraits?] = []

    mutating func number(of signature: Signature) -> Int {
        let count = signatures.count
        let number = signatures.number(of: signature)
        if number == count { byCapability[signature.capability, default: []].append(number) }
        return number
    }

    mutating func number(of pledgeClass: PledgeClass, _ numbers: EntityNumbers) -> Int {
        let count = classes.count
        let number = classes.number(of: pledgeClass)
        if number == count { caveats.append(CompiledCaveats(pledgeClass.caveats, numbers)) }
        return number
    }

    /// Returns the first caveat of a class that bars a signature, or `nil`.
    func bar(pledgeClass: Int, signature: Int) -> Caveats.Name? {
        let wanted = signatures.keys[signature]
        guard let site = traits[wanted.site] else { return nil }
        return caveats[pledgeClass].bar(wanted, at: site)
    }

    /// Decides which classes may fill which signatures, for the pairs that are new; for all pairs if a site changed.
    mutating func decide(_ traits: [SiteTraits?], _ capabilities: CapabilityTable) {
        let isSame = self.traits.indices.allSatisfy { self.traits[$0] == nil || self.traits[$0] == traits[$0] }
        self.traits = traits
        if !isSame { eligibility = Eligibility(signatures: 0) }
        let (oldClasses, oldSignatures) = (eligibility.classes, eligibility.signatures)
        for _ in oldClasses..<classes.count { eligibility.addClass() }
        for _ in oldSignatures..<signatures.count { eligibility.addSignature() }
        for index in 0..<classes.count {
            let first = index < oldClasses ? oldSignatures : 0
            guard first < signatures.count else { continue }
            for offered in classes.keys[index].capabilities {
                for required in capabilities.coveredBy[offered] {
                    for signature in byCapability[required] ?? [] where signature >= first {
                        if bar(pledgeClass: index, signature: signature) == nil {
                            eligibility.allow(pledgeClass: index, signature: signature)
                        }
                    }
                }
            }
        }
        if !isSame { epoch += 1 }
    }
}
