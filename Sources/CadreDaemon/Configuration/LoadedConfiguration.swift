/// A configuration, and the origin of each of its values.
public struct LoadedConfiguration: Equatable, Sendable {
    /// One setting in effect.
    public struct Setting: Equatable, Sendable {
        public var key: ConfigurationKey
        /// The values: exactly one if the key does not take a list.
        public var values: [String]
        /// A file's path, `--flag`, `VARIABLE`, or `default`.
        public var origin: String
    }

    public var configuration: DaemonConfiguration
    /// The settings, one per key, in the order of `ConfigurationKey.allCases`.
    public var settings: [Setting]
    /// Variables that look like settings but are unknown: a reason for a warning.
    public var unknownVariables: [String]
}
