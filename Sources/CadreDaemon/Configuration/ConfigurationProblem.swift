/// What is wrong with one setting, where it stands, and what would do.
public struct ConfigurationProblem: Equatable, Sendable, CustomStringConvertible {
    /// The key as it stands there; `nil` where the whole of the origin cannot be read.
    public var key: String?
    /// A file's path, a flag or a variable.
    public var origin: String
    public var found: String
    public var expected: String

    public var description: String {
        "\(key.map { "\($0) " } ?? "")(\(origin)): \(found); expected \(expected)"
    }
}
