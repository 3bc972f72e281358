/// The rules that the mission itself must follow at a site.
final class SiteRules: Equatable, Sendable {
    let threat: Site.Threat
    /// Whether the mission provides what the rule asks for, by rule.
    let isOwn: [Bool]

    init(threat: Site.Threat, isOwn: [Bool]) {
        self.threat = threat
        self.isOwn = isOwn
    }

    static func == (a: SiteRules, b: SiteRules) -> Bool {
        a === b || (a.threat == b.threat && a.isOwn == b.isOwn)
    }
}
