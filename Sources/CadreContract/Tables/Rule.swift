import CadrePlanning

/// A rule between the members of one object.
struct Rule<Root>: Sendable {
    /// In words, for documents: "`until` is after `from`".
    let text: String
    /// What of the rule a schema can say.
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

    /// A date that must be after another.
    static func after(
        _ later: String, _ laterPath: StoredProperty<Root, Day?>.Path, _ earlier: String,
        _ earlierPath: StoredProperty<Root, Day>.Path
    ) -> Rule {
        let laterDay = StoredProperty(laterPath)
        let earlierDay = StoredProperty(earlierPath)
        return Rule("`\(later)` is after `\(earlier)`") { root throws(MemberFault) in
            guard let day = laterDay.value(of: root), day <= earlierDay.value(of: root) else { return }
            throw MemberFault(later, expected: "a date after \(earlier)", found: "an earlier one or the same")
        }
    }

    /// A date that may not be before another.
    static func notBefore(
        _ later: String, _ laterPath: StoredProperty<Root, Day?>.Path, _ earlier: String,
        _ earlierPath: StoredProperty<Root, Day>.Path
    ) -> Rule {
        let laterDay = StoredProperty(laterPath)
        let earlierDay = StoredProperty(earlierPath)
        return Rule("`\(later)` is not before `\(earlier)`") { root throws(MemberFault) in
            guard let day = laterDay.value(of: root), day < earlierDay.value(of: root) else { return }
            throw MemberFault(later, expected: "a date not before \(earlier)", found: "an earlier one")
        }
    }

    /// An amount that may not exceed another.
    static func atMost<Amount: Comparable & SendableMetatype>(
        _ part: String, _ partPath: KeyPath<Root, Amount> & Sendable, _ whole: String,
        _ wholePath: KeyPath<Root, Amount> & Sendable
    ) -> Rule {
        Rule("`\(part)` is at most `\(whole)`") { root throws(MemberFault) in
            guard root[keyPath: partPath] > root[keyPath: wholePath] else { return }
            throw MemberFault(part, expected: "at most \(whole)", found: "more")
        }
    }
}
