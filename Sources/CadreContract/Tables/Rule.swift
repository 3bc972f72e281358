import CadrePlanning

/// A rule between the members of one object.
struct Rule<Root>: Sendable {
    /// The rule in words, for documents: "`until` is after `from`".
    let text: String
    /// The parts of the rule that a schema can express.
    let conditions: [Condition]
    let check: @Sendable (Root) throws(MemberFault) -> Void

    init(
        _ text: String, conditions: [Condition] = [],
        check: @escaping @Sendable (Root) throws(MemberFault) -> Void
    ) {
        self.text = text
        self.conditions = conditions
        self.check = check
    }

    /// Returns the rule that an optional date is after another.
    static func after(
        _ later: String, _ laterPath: StoredProperty<Root, Day?>.Path, _ earlier: String,
        _ earlierPath: StoredProperty<Root, Day>.Path
    ) -> Rule {
        let day = StoredProperty(laterPath)
        return dates(later, { day.value(of: $0) }, earlier, earlierPath, .after)
    }

    /// Returns the rule that a required date is after another.
    static func after(
        _ later: String, _ laterPath: StoredProperty<Root, Day>.Path, _ earlier: String,
        _ earlierPath: StoredProperty<Root, Day>.Path
    ) -> Rule {
        let day = StoredProperty(laterPath)
        return dates(later, { day.value(of: $0) }, earlier, earlierPath, .after)
    }

    /// Returns the rule that an optional date is not before another.
    static func notBefore(
        _ later: String, _ laterPath: StoredProperty<Root, Day?>.Path, _ earlier: String,
        _ earlierPath: StoredProperty<Root, Day>.Path
    ) -> Rule {
        let day = StoredProperty(laterPath)
        return dates(later, { day.value(of: $0) }, earlier, earlierPath, .notBefore)
    }

    /// Returns the rule that a required date is not before another.
    static func notBefore(
        _ later: String, _ laterPath: StoredProperty<Root, Day>.Path, _ earlier: String,
        _ earlierPath: StoredProperty<Root, Day>.Path
    ) -> Rule {
        let day = StoredProperty(laterPath)
        return dates(later, { day.value(of: $0) }, earlier, earlierPath, .notBefore)
    }

    /// Returns the rule that an amount does not exceed another.
    static func atMost<Amount: Comparable & SendableMetatype>(
        _ part: String, _ partPath: StoredProperty<Root, Amount>.Path, _ whole: String,
        _ wholePath: StoredProperty<Root, Amount>.Path
    ) -> Rule {
        let partAmount = StoredProperty(partPath)
        let wholeAmount = StoredProperty(wholePath)
        return Rule("`\(part)` is at most `\(whole)`") { root throws(MemberFault) in
            guard partAmount.value(of: root) > wholeAmount.value(of: root) else { return }
            throw MemberFault(part, expected: "at most \(whole)", found: "more")
        }
    }
}

/// The order of two dates.
private enum DateOrder: String {
    case after
    case notBefore = "not before"

    func allows(_ later: Day, _ earlier: Day) -> Bool { self == .after ? later > earlier : later >= earlier }

    /// The opposite, in the words of a fault.
    var found: String { self == .after ? "an earlier one or the same" : "an earlier one" }
}

extension Rule {
    /// Returns the rule for the order of two dates.
    /// - Parameter day: Returns the later date, or `nil` if it is absent.
    private static func dates(
        _ later: String, _ day: @escaping @Sendable (Root) -> Day?, _ earlier: String,
        _ earlierPath: StoredProperty<Root, Day>.Path, _ order: DateOrder
    ) -> Rule {
        let earlierDay = StoredProperty(earlierPath)
        return Rule("`\(later)` is \(order.rawValue) `\(earlier)`") { root throws(MemberFault) in
            guard let day = day(root), !order.allows(day, earlierDay.value(of: root)) else { return }
            throw MemberFault(later, expected: "a date \(order.rawValue) \(earlier)", found: order.found)
        }
    }
}
