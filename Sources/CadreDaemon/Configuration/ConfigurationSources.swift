/// The sources of settings, the strongest first: flags, environment, files, defaults. Source: CONTRACT § 8.
public struct ConfigurationSources: Sendable {
    public static let fileDefault = "/etc/cadre/cadre.yaml"

    /// The flags of the command line; a flag that may be repeated has all its values here.
    public var flags: [ConfigurationKey: [String]]
    public var environment: [String: String]
    /// A file that must exist; `nil`: that of `CADRE_CONFIG`, else the default one if it exists.
    public var file: String?

    public init(flags: [ConfigurationKey: [String]] = [:], environment: [String: String], file: String? = nil) {
        self.flags = flags
        self.environment = environment
        self.file = file ?? environment["CADRE_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
    }
}
