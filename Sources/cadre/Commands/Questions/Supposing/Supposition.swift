import CadreContract
import CadreJSON
import CadrePlanning

/// Shortcuts made into documents: each entity that they touch gets one new word, however many touch it.
struct Supposition: Sendable {
    /// An entity that is supposed otherwise.
    struct Change: Sendable {
        let key: EntityKey
        /// What brought it about, such as `--withdraw CAN`.
        var origin: String
    }

    /// What could not be supposed, and what there is.
    struct Fault: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    var plan: SupposedPlan
    /// In the order in which they were first touched.
    private(set) var changes: [Change] = []
    /// What a planner should know of it.
    var notes: [String] = []

    /// - Throws: The first shortcut that matches nothing or makes a wrong document, with what there is.
    init(_ shortcuts: [Shortcut], on plan: SupposedPlan) throws(Fault) {
        self.plan = plan
        for shortcut in shortcuts {
            do throws(Fault) {
                try apply(shortcut)
            } catch {
                throw Fault(description: "\(shortcut.text): \(error)")
            }
        }
    }

    private mutating func apply(_ shortcut: Shortcut) throws(Fault) {
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
        _ key: EntityKey, _ members: [(name: String, json: [UInt8]?)], by shortcut: Shortcut
    ) throws(Fault) {
        do throws(Rejection) {
            try plan.set(key, members)
        } catch {
            throw Fault(description: "\(key.id): \(error.detail)")
        }
        note(key, shortcut)
    }

    private mutating func set(_ choice: FactorChoice, by shortcut: Shortcut) throws(Fault) {
        let key = EntityKey(.factor, choice.name)
        // Where the number came from is no longer true of it.
        let supposed: [(name: String, json: [UInt8]?)] = [
            ("value", choice.value), ("source", JSONBytes.of("supposed, by cadre whatif")),
        ]
        guard plan.entities[key] == nil else { return try set(key, supposed, by: shortcut) }
        guard let mission = plan.entities[EntityKey(.mission, plan.mission)] else {
            throw Fault(description: "mission \(plan.mission) is not defined; submit its mission.defined first")
        }
        var writer = JSONWriter()
        writer.object {
            $0.member("mission", plan.mission)
            $0.member("factor", choice.name)
            for case (let name, let json?) in supposed {
                $0.name(name)
                $0.raw(json)
            }
        }
        do throws(Rejection) {
            // A default has no event: its first word comes after the mission's, and so does not move the clock.
            try plan.put(key, writer.bytes, stamp: mission.stamp)
        } catch {
            let isName = error.member == "factor"
            let names = ScalarFactor.allCases.map(\.rawValue) + plan.names(of: .factor)
            throw Fault(
                description: error.detail
                    + (isName ? "; numbers are \(Supposition.listed(Set(names).sorted()))" : ""))
        }
        note(key, shortcut)
    }

    private mutating func note(_ key: EntityKey, _ shortcut: Shortcut) {
        if let place = changes.firstIndex(where: { $0.key == key }) {
            guard !changes[place].origin.contains(shortcut.text) else { return }
            changes[place].origin += " \(shortcut.text)"
        } else {
            changes.append(Change(key: key, origin: shortcut.text))
        }
    }

    // MARK: What there is

    private static let namesToldMax = 20

    static func listed(_ names: [String]) -> String {
        guard !names.isEmpty else { return "none" }
        let told = names.prefix(namesToldMax).joined(separator: ", ")
        return names.count > namesToldMax ? "\(told) … (\(names.count) in all)" : told
    }

    func unknown(_ what: String, _ name: String, _ names: [String]) -> Fault {
        Fault(description: "there is no \(what) \(name); there is \(Supposition.listed(names))")
    }
}
