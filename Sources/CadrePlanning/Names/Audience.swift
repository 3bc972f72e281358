/// The audience of a course's runs: a plain code such as `army`.
public enum Audience: Sendable {}
