import CadrePlanning

// The members that name something: identifiers, nations, capabilities, and lists and maps of them.
extension Members {
    func id<Entity>(_ name: StaticString) throws(MemberFault) -> ID<Entity> {
        ID(try identifier(name, required(name, Identifier.expected)))
    }

    func idIfAny<Entity>(_ name: StaticString) throws(MemberFault) -> ID<Entity>? {
        guard let node = find(name) else { return nil }
        return ID(try identifier(name, node))
    }

    func capability(_ name: StaticString) throws(MemberFault) -> Capability {
        Capability(try identifier(name, required(name, Identifier.expected)))
    }

    func capabilityIfAny(_ name: StaticString) throws(MemberFault) -> Capability? {
        guard let node = find(name) else { return nil }
        return Capability(try identifier(name, node))
    }

    /// A mission's identifier, which has no dot: it is a part of topics.
    func mission() throws(MemberFault) -> ID<Mission> {
        let node = try required("mission", Identifier.missionExpected)
        guard json.withText(node, Identifier.isMission) == true, let text = json.text(node) else {
            throw fault("mission", node, Identifier.missionExpected)
        }
        return ID(text)
    }

    func nation() throws(MemberFault) -> ID<Nation> {
        ID(try threeCapitals("nation", required("nation", Identifier.nationExpected)))
    }

    func threeCapitals(_ name: StaticString, _ node: JSONDocument.Node) throws(MemberFault) -> String {
        guard json.withText(node, Identifier.isThreeCapitals) == true, let text = json.text(node) else {
            throw fault(name, node, Identifier.nationExpected)
        }
        return text
    }

    private func identifier(_ name: StaticString, _ node: JSONDocument.Node) throws(MemberFault) -> String {
        guard json.withText(node, Identifier.isIdentifier) == true, let text = json.text(node) else {
            throw fault(name, node, Identifier.expected)
        }
        return text
    }

    // MARK: Lists

    func ids<Entity>(_ name: StaticString) throws(MemberFault) -> [ID<Entity>] {
        try list(name) { node throws(MemberFault) in ID(try entry(node, Identifier.isIdentifier, Identifier.expected)) }
    }

    func capabilities(_ name: StaticString) throws(MemberFault) -> [Capability] {
        try list(name) { node throws(MemberFault) in
            Capability(try entry(node, Identifier.isIdentifier, Identifier.expected))
        }
    }

    /// `NATION/PLEDGE` each.
    func pledges(_ name: StaticString) throws(MemberFault) -> [ID<Pledge>] {
        try list(name) { node throws(MemberFault) in ID(try entry(node, Identifier.isPledge, Identifier.pledgeExpected))
        }
    }

    private func entry(
        _ node: JSONDocument.Node, _ isRight: (Span<UInt8>) -> Bool, _ expected: String
    ) throws(MemberFault) -> String {
        guard json.withText(node, isRight) == true, let text = json.text(node) else {
            throw MemberFault("", expected: expected, found: json.kind(of: node).found)
        }
        return text
    }

    /// A list whose entries `read` judges, its faults being named by their place; empty where there is none.
    func list<Entry>(
        _ name: StaticString, _ read: (JSONDocument.Node) throws(MemberFault) -> Entry
    ) throws(MemberFault) -> [Entry] {
        guard let node = find(name) else { return [] }
        let expected = "a list of at most \(ContractLimits.listEntriesMax)"
        guard json.kind(of: node) == .list else { throw fault(name, node, expected) }
        var entries: [Entry] = []
        for element in json.elements(of: node) {
            guard entries.count < ContractLimits.listEntriesMax else {
                throw MemberFault("\(name)", expected: expected, found: "more")
            }
            do throws(MemberFault) {
                entries.append(try read(element))
            } catch {
                throw error.within("\(name)[\(entries.count)]")
            }
        }
        return entries
    }

    // MARK: Objects and maps

    /// An object whose members `read` judges, its faults being named by their path; `nil` where there is none.
    func nested<Result>(
        _ name: StaticString, _ read: (Members) throws(MemberFault) -> Result
    ) throws(MemberFault) -> Result? {
        guard let node = find(name) else { return nil }
        do throws(MemberFault) {
            return try read(try Members(json, node, path: ""))
        } catch {
            throw error.within("\(name)")
        }
    }

    /// A map with names of its own: each name that stands, in the order of bytes, with its value.
    func map(_ name: StaticString, keys: String) throws(MemberFault) -> [(
        name: ArraySlice<UInt8>, value: JSONDocument.Node
    )] {
        guard let node = find(name) else { return [] }
        let expected = "an object of at most \(ContractLimits.listEntriesMax) members, each named by \(keys)"
        guard json.kind(of: node) == .object else { throw fault(name, node, expected) }
        let current = json.standingMembers(of: node)
        guard current.count <= ContractLimits.listEntriesMax else {
            throw MemberFault("\(name)", expected: expected, found: "more")
        }
        return current
    }

    /// Quantities by commodity; empty where there are none.
    func quantities(_ name: StaticString) throws(MemberFault) -> [ID<CommodityName>: Double] {
        var quantities: [ID<CommodityName>: Double] = [:]
        for member in try map(name, keys: "a commodity") {
            guard Identifier.isIdentifier(member.name.span) else {
                throw MemberFault("\(name)", expected: "names of \(Identifier.expected)", found: "another name")
            }
            let commodity = String(decoding: member.name, as: UTF8.self)
            guard let quantity = json.number(member.value)?.double, Bounds.quantity.contains(quantity) else {
                throw MemberFault(
                    "\(name).\(commodity)", expected: Bounds.quantity.expected,
                    found: json.kind(of: member.value).found)
            }
            quantities[ID(commodity)] = quantity
        }
        return quantities
    }
}
