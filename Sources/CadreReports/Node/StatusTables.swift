import CadreContract

/// The status of a node as a person reads it.
public enum StatusTables {
    public static func tables(_ status: NodeStatus.Answer) -> [Table] {
        let notice = status.status
        var node = Table("node", [.init("what"), .init("value")])
        node.add(["version", notice.version])
        node.add(["up", duration(notice.uptimeSeconds)])
        node.add(["newest in the journal", Numbers.whole(notice.revision)])
        for (name, endpoints) in [
            ("intake", status.endpoints.intake), ("estimates", status.endpoints.estimates),
            ("control", status.endpoints.control),
        ] {
            node.add([name, endpoints.joined(separator: ", ")])
        }
        var missions = Table("missions", [.init("mission"), .init("revision", .right)])
        for (mission, revision) in notice.missions.sorted(by: { $0.key < $1.key }) {
            missions.add([mission, Numbers.whole(revision)])
        }
        return [
            node, missions,
            counts("counted since the start", "what", notice.counters.mapValues { Numbers.whole($0) }),
            counts("a second", "what", notice.rates.mapValues { Numbers.short($0) }),
            counts("waiting", "where", notice.queues.mapValues { Numbers.whole($0) }),
        ]
    }

    private static func counts(_ title: String, _ column: String, _ values: [String: String]) -> Table {
        var table = Table(title, [.init(column), .init("count", .right)])
        for (name, value) in values.sorted(by: { $0.key < $1.key }) { table.add([name, value]) }
        return table
    }

    /// Returns a duration in its two largest units.
    static func duration(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds >= 0, seconds < 1e12 else { return "–" }
        let whole = Int(seconds)
        let (days, hours, minutes) = (whole / 86_400, whole / 3_600 % 24, whole / 60 % 60)
        if days > 0 { return "\(days) d \(hours) h" }
        if hours > 0 { return "\(hours) h \(minutes) min" }
        if minutes > 0 { return "\(minutes) min \(whole % 60) s" }
        return "\(whole) s"
    }
}
