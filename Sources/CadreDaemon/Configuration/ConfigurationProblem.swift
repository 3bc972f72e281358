/// The problem of one setting: its key, its origin, the found value and the expected one.
public struct ConfigurationProblem: Equatable, Sendable, CustomStringConvertible {
    /// The key as written in the origin, or `nil` if the whole origin cannot be read.
    public var key: String?
    /// A file's path, a flag or a variable.
    public var origin: String
    public var found: String
    public var expected: String

    public var description: String {
        "\(key.map { "\($0) " } ?? "")(\(origin)): \(found); expected \(expected)"
    }
}
