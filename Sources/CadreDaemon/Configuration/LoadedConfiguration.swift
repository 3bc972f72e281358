/// A configuration, and where each of its values comes from.
public struct LoadedConfiguration: Equatable, Sendable {
    /// One setting as it holds.
    public struct Setting: Equatable, Sendable {
        public var key: ConfigurationKey
        /// One for a key that is no list.
        public var values: [String]
        /// A file's path, `--flag`, `VARIABLE`, or `default`.
        public var origin: String
    }

    public var configuration: DaemonConfiguration
    /// One for each key, in the order of `ConfigurationKey.allCases`.
    public var settings: [Setting]
    /// Variables that look like settings and are none: to be warned of.
    public var unknownVariables: [String]
}
