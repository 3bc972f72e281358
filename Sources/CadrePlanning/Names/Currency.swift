/// An ISO 4217 code.
public enum Currency: Sendable {}
