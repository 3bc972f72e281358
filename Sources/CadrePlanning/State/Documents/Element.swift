/// A part of the plan that the nations accept, return or reject as one. Source: MODEL § 3.
public struct Element: Hashable, Sendable {
    public enum Decision: String, Sendable, CaseIterable { case undecided, accepted, returned, rejected }

    public var title: String
    public var decision: Decision
    /// The element's likelihood of being accepted, 0…1; `nil`: the factor's.
    public var likelihood: Double?
    public var requires: [ID<Element>]

    public init(
        title: String, decision: Decision = .undecided, likelihood: Double? = nil, requires: [ID<Element>] = []
    ) {
        self.title = title
        self.decision = decision
        self.likelihood = likelihood
        self.requires = requires
    }
}
