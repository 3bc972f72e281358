/// The name of a series, in the characters that Prometheus allows.
/// Source: Prometheus, "Metric names and labels" and "Exposition formats", text format 0.0.4.
struct MetricName: Equatable {
    /// `[a-zA-Z_:][a-zA-Z0-9_:]*`.
    let name: String
    /// The labels as written between the braces, sorted by name: `outcome="accepted",type="x"`.
    let labels: String

    /// Creates a name.
    /// Creates a name.
    /// - Parameters:
    ///   - label: The label; each character that Prometheus does not allow becomes an underscore.
    ///   - dimensions: The dimensions in any order; of two with one name the first counts. `le` is reserved for histograms.
    init(_ label: String, _ dimensions: [(String, String)] = []) {
        name = Self.allowed(label, colons: true)
        var seen: Set<String> = ["le"]
        labels =
            dimensions
            .map { (Self.allowed($0.0, colons: false), Self.escaped($0.1.cut(toBytes: RuntimeLimits.labelBytesMax))) }
            .filter { seen.insert($0.0).inserted }
            .sorted { $0.0 < $1.0 }
            .map { "\($0.0)=\"\($0.1)\"" }
            .joined(separator: ",")
    }

    private static func allowed(_ text: String, colons: Bool) -> String {
        var result = ""
        for (index, scalar) in text.unicodeScalars.enumerated() {
            switch scalar {
            case "a"..."z", "A"..."Z", "_": result.unicodeScalars.append(scalar)
            case ":" where colons: result.unicodeScalars.append(scalar)
            case "0"..."9":
                if index == 0 { result += "_" }
                result.unicodeScalars.append(scalar)
            default: result += "_"
            }
        }
        return result.isEmpty ? "_" : result
    }

    /// Returns a label's value as written between quotes.
    static func escaped(_ value: String) -> String {
        var result = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
