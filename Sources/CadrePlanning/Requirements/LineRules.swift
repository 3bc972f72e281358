/// The relations of the rules to lines of one capability. Source: MODEL § 6.
final class LineRules: Equatable, Sendable {
    /// The places of the rules' capabilities that cover the line's. Empty for a principal line.
    let coveredBy: [Int]
    /// The indices of the rules `per: instructors` that count posts of such a principal line.
    let countedBy: [Int]

    var isEnabling: Bool { !coveredBy.isEmpty }

    init(_ input: LineRuleStage.Input) {
        coveredBy = input.rules.codes.indices.filter { input.rules.codes[$0].covers(input.capability) }
        countedBy = input.rules.rules.indices.filter { index in
            if case .perInstructors(_, let of) = input.rules.rules[index].demand {
                of.contains { $0.covers(input.capability) }
            } else {
                false
            }
        }
    }

    static func == (a: LineRules, b: LineRules) -> Bool {
        a === b || (a.coveredBy == b.coveredBy && a.countedBy == b.countedBy)
    }
}
