/// The subject of a rule factor.
public enum RuleName: Sendable {}
