/// A configuration as it holds, with the origin of each value.
public enum SettingsTable {
    public static func table(_ settings: [(key: String, values: [String], origin: String)]) -> Table {
        var table = Table("configuration", [.init("key"), .init("value"), .init("from")])
        for setting in settings {
            table.add([setting.key, setting.values.joined(separator: ", "), setting.origin])
        }
        return table
    }
}
