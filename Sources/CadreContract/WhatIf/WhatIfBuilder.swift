import CadreJSON
import CadrePlanning

/// Turns shortcuts into documents: an entity that several of them change gets one new document.
public struct WhatIfBuilder: Sendable {
    /// A changed entity.
    public struct Change: Sendable {
        public let key: EntityKey
        /// The texts of the shortcuts that changed it, such as `--withdraw CAN`.
        public internal(set) var origin: String
    }

    /// A shortcut that cannot be applied, with the names that exist.
    public struct Fault: Error, Equatable, CustomStringConvertible {
        public let description: String
    }

    public internal(set) var plan: WhatIfState
    /// The changed entities, in the order of their first change.
    public private(set) var changes: [Change] = []
    /// Side effects of which a planner should know.
    public internal(set) var notes: [String] = []

    /// Applies shortcuts to a state.
    /// - Throws: The first shortcut that matches nothing or gives an invalid document.
    public init(_ shortcuts: [WhatIfShortcut], on plan: WhatIfState) throws(Fault) {
        self.plan = plan
        for shortcut in shortcuts {
            do throws(Fault) {
                try apply(shortcut)
            } catch {
                throw Fault(description: "\(shortcut.text): \(error)")
            }
        }
    }

    private mutating func apply(_ shortcut: WhatIfShortcut) throws(Fault) {
        switch shortcut {
        case .confirm(let choice): try confirm(choice, by: shortcut)
        case .lift(let choice): try lift(choice, by: shortcut)
        case .delay(let choice): try delay(choice, by: shortcut)
        case .withdraw(let choice): try withdraw(choice, by: shortcut)
        case .accept(let element): try accept(element, by: shortcut)
        case .giveBack(let element): try giveBack(element, by: shortcut)
        case .posts(let choice):
            let key = EntityKey(.line, choice.line)
            guard plan.entities[key] != nil else { throw unknown("line", choice.line, plan.names(of: .line)) }
            try set(key, [("posts", JSONBytes.of(choice.posts))], by: shortcut)
        case .factor(let choice): try set(choice, by: shortcut)
        }
    }

    // MARK: Changing one document

    /// Sets members of an entity's document.
    mutating func set(
        _ key: EntityKey, _ members: [(name: String, json: [UInt8]?)], by shortcut: WhatIfShortcut
    ) throws(Fault) {
        do throws(Rejection) {
            try plan.set(key, members)
        } catch {
            throw Fault(description: "\(key.id): \(error.detail)")
        }
        record(key, shortcut)
    }

    private mutating func set(_ choice: FactorChoice, by shortcut: WhatIfShortcut) throws(Fault) {
        let key = EntityKey(.factor, choice.name)
        // The source of the earlier number does not apply to the new one.
        let members: [(name: String, json: [UInt8]?)] = [
            ("value", choice.value), ("source", JSONBytes.of("supposed, by cadre whatif")),
        ]
        guard plan.entities[key] == nil else { return try set(key, members, by: shortcut) }
        guard let mission = plan.entities[EntityKey(.mission, plan.mission)] else {
            throw Fault(description: "mission \(plan.mission) is not defined; submit its mission.defined first")
        }
        var writer = JSONWriter()
        writer.object {
            $0.member("mission", plan.mission)
            $0.member("factor", choice.name)
            for case (let name, let json?) in members {
                $0.name(name)
                $0.raw(json)
            }
        }
        do throws(Rejection) {
            // A default has no event: the first one has the time after the mission's definition, which does not move the
            // clock.
            try plan.put(key, writer.bytes, stamp: mission.stamp)
        } catch {
            let isName = error.member == "factor"
            let names = ScalarFactor.allCases.map(\.rawValue) + plan.names(of: .factor)
            throw Fault(
                description: error.detail
                    + (isName ? "; numbers are \(WhatIfBuilder.listed(Set(names).sorted()))" : ""))
        }
        record(key, shortcut)
    }

    private mutating func record(_ key: EntityKey, _ shortcut: WhatIfShortcut) {
        if let index = changes.firstIndex(where: { $0.key == key }) {
            guard !changes[index].origin.contains(shortcut.text) else { return }
            changes[index].origin += " \(shortcut.text)"
        } else {
            changes.append(Change(key: key, origin: shortcut.text))
        }
    }

    // MARK: Names

    private static let namesMax = 20

    static func listed(_ names: [String]) -> String {
        guard !names.isEmpty else { return "none" }
        let first = names.prefix(namesMax).joined(separator: ", ")
        return names.count > namesMax ? "\(first) … (\(names.count) in all)" : first
    }

    func unknown(_ what: String, _ name: String, _ names: [String]) -> Fault {
        Fault(description: "there is no \(what) \(name); there is \(WhatIfBuilder.listed(names))")
    }
}
