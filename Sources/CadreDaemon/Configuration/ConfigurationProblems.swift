/// All problems of a configuration, not only the first.
public struct ConfigurationProblems: Error, Equatable, Sendable, CustomStringConvertible {
    /// Not empty.
    public let problems: [ConfigurationProblem]

    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
