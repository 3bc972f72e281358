/// A country, by its ISO 3166-1 alpha-3 code, or `X` and two letters for those with none.
public enum Nation: Sendable {}
