import CadrePlanning

/// The number of open alerts of one kind.
struct AlertCount: Equatable {
    let code: Alert.Code
    let count: Int

    var text: String { "\(count) \(code.rawValue)" }

    /// Returns the counts of all kinds that are open, by name.
    static func all(of summary: SummaryEstimate) -> [AlertCount] {
        var counts: [Alert.Code: Int] = [:]
        for alert in summary.alerts { counts[alert.code, default: 0] += 1 }
        return counts.sorted { $0.key.rawValue < $1.key.rawValue }.map { AlertCount(code: $0.key, count: $0.value) }
    }
}
