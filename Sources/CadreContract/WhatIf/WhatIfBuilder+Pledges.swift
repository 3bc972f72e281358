import CadreJSON
import CadrePlanning

// Changed pledges. A nation without a pledge means those of its pledges that can still change so.
extension WhatIfBuilder {
    mutating func withdraw(_ choice: PledgeChoice, by shortcut: WhatIfShortcut) throws(Fault) {
        let chosen = try pledges(choice, "be withdrawn") { pledge, isNamed in
            pledge.status != .withdrawn && (isNamed || pledge.status != .completed)
        }
        for (key, _) in chosen { try set(key, to: .withdrawn, by: shortcut) }
    }

    mutating func confirm(_ choice: PledgeChoice, by shortcut: WhatIfShortcut) throws(Fault) {
        let chosen = try pledges(choice, "be confirmed") { pledge, isNamed in
            switch pledge.status {
            case .indicated, .offered: true
            case .withdrawn: isNamed
            case .confirmed, .deployed, .completed: false
            }
        }
        for (key, _) in chosen { try set(key, to: .confirmed, by: shortcut) }
    }

    mutating func delay(_ choice: DelayChoice, by shortcut: WhatIfShortcut) throws(Fault) {
        // People who are deployed cannot be late, unless the pledge is named.
        let chosen = try pledges(choice.pledges, "come at another time") { pledge, isNamed in
            !pledge.offer.dates.isEmpty && pledge.status != .withdrawn && (isNamed || !pledge.status.isThere)
        }
        for (key, pledge) in chosen {
            let members = pledge.offer.dates.map { name, day in
                (name, Optional(JSONBytes.of(Day(number: day.number + choice.days))))
            }
            try set(key, members, by: shortcut)
        }
    }

    mutating func lift(_ choice: LiftChoice, by shortcut: WhatIfShortcut) throws(Fault) {
        for (key, pledge) in try pledges(choice.pledge, "be given without caveats", where: { _, _ in true }) {
            guard case .personnel(let personnel) = pledge.offer, !personnel.caveats.set.isEmpty else {
                throw Fault(description: "\(key.id) has no caveats")
            }
            let names = personnel.caveats.set
            guard let caveat = choice.caveat else {
                try set(key, [("caveats", nil)], by: shortcut)
                continue
            }
            guard let lifted = names.first(where: { $0.rawValue == caveat }) else {
                throw Fault(
                    description: "\(key.id) has no caveat \(caveat); "
                        + "there is \(WhatIfBuilder.listed(names.map(\.rawValue)))")
            }
            let kept = plan.entities[key]?.data["caveats"]?.members?.filter { $0.name != lifted.rawValue } ?? []
            var writer = JSONWriter()
            writer.object { for (name, value) in kept { $0.member(name, value) } }
            try set(key, [("caveats", writer.bytes)], by: shortcut)
        }
    }

    private mutating func set(_ key: EntityKey, to status: Pledge.Status, by shortcut: WhatIfShortcut) throws(Fault) {
        try set(key, [("status", JSONBytes.of(status.rawValue))], by: shortcut)
    }

    /// Returns the chosen pledges.
    /// - Parameter fits: Whether a pledge can change so; `isNamed` if it was named, not only its nation.
    private func pledges(
        _ choice: PledgeChoice, _ what: String, where fits: (_ pledge: Pledge, _ isNamed: Bool) -> Bool
    ) throws(Fault) -> [(key: EntityKey, pledge: Pledge)] {
        let ofNation = plan.pledges(of: choice.nation)
        guard !ofNation.isEmpty else {
            throw unknown("pledge of", choice.nation, Set(plan.pledges().map(\.pledge.nation.text)).sorted())
        }
        let meant = choice.pledge == nil ? ofNation : ofNation.filter { $0.key.id == choice.description }
        guard !meant.isEmpty else { throw unknown("pledge", choice.description, ofNation.map(\.key.id)) }
        let chosen = meant.filter { fits($0.pledge, choice.pledge != nil) }
        guard !chosen.isEmpty else {
            let listed = WhatIfBuilder.listed(meant.map { "\($0.key.id) (\($0.pledge.summary))" })
            let possible = meant.first { fits($0.pledge, true) }.map {
                "; name one, such as \($0.key.id), to suppose it"
            }
            throw Fault(description: "none of these can \(what): \(listed)\(possible ?? "")")
        }
        return chosen
    }
}

extension Pledge {
    /// Status and kind, such as `deployed personnel`.
    fileprivate var summary: String {
        let kind =
            switch offer {
            case .personnel: "personnel"
            case .trainingPlaces: "training places"
            case .equipment: "equipment"
            case .funds: "funds"
            }
        return "\(status.rawValue) \(kind)"
    }
}

extension Pledge.Offer {
    /// The dates of begin and end, with the names of the contract.
    fileprivate var dates: [(name: String, day: Day)] {
        switch self {
        case .personnel(let personnel):
            [("from", personnel.from)] + (personnel.until.map { [("until", $0)] } ?? [])
        case .trainingPlaces(let places): [("start", places.start), ("end", places.end)]
        case .equipment(let equipment): equipment.delivery.map { [("delivery", $0)] } ?? []
        case .funds: []
        }
    }
}
