extension PrometheusMetrics {
    /// The type of ``text``, for HTTP.
    public static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// All series in the text format 0.0.4, families and series in the order of their names.
    /// Source: Prometheus, "Exposition formats".
    public var text: String {
        // Only copied under the lock: making a series does not wait for the writing.
        let (families, help) = state.withLock { ($0.families, $0.help) }
        var text = ""
        for (name, family) in families.sorted(by: { $0.key < $1.key }) where !family.series.isEmpty {
            if let help = help[name] { text += "# HELP \(name) \(Self.escapedHelp(help))\n" }
            text += "# TYPE \(name) \(family.kind.rawValue)\n"
            for (labels, series) in family.series.sorted(by: { $0.key < $1.key }) {
                switch series {
                case .counter(let series): Self.append(name, labels, series.value, to: &text)
                case .gauge(let series): Self.append(name, labels, series.value, to: &text)
                case .reading(let read):
                    if let value = read() { Self.append(name, labels, value, to: &text) }
                case .histogram(let series): Self.append(name, labels, series, to: &text)
                }
            }
        }
        return text
    }

    private static func append(_ name: String, _ labels: String, _ value: Double, to text: inout String) {
        text += labels.isEmpty ? name : "\(name){\(labels)}"
        text += " \(number(value))\n"
    }

    private static func append(_ name: String, _ labels: String, _ series: HistogramSeries, to text: inout String) {
        let reading = series.value
        let before = labels.isEmpty ? "" : labels + ","
        var count: UInt64 = 0
        for (bound, inBucket) in zip(series.bounds + [.infinity], reading.counts) {
            count += inBucket
            append("\(name)_bucket", "\(before)le=\"\(number(bound))\"", Double(count), to: &text)
        }
        append("\(name)_sum", labels, reading.sum, to: &text)
        append("\(name)_count", labels, Double(count), to: &text)
    }

    /// Returns a value as Go's `ParseFloat` reads it.
    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
        if let whole = Int64(exactly: value) { return String(whole) }
        return value.description
    }

    /// Returns a help text with escapes; quotes need none in this line.
    private static func escapedHelp(_ help: String) -> String {
        var result = ""
        for scalar in help.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
