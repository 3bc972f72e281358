/// The subject of a fund factor.
public enum FundName: Sendable {}
