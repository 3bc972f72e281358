/// A series as a line of small bars, for a terminal.
public enum Sparkline {
    private static let bars: [Character] = Array("▁▂▃▄▅▆▇█")

    /// Returns the series in characters.
    /// - Parameters:
    ///   - series: The numbers, from 0.
    ///   - width: The characters; in a longer series each character shows the greatest of several numbers.
    ///   - top: The number of a full bar, or `nil` for the greatest of the series.
    public static func text(_ series: [Double], width: Int, top: Double? = nil) -> String {
        guard !series.isEmpty, width > 0 else { return "" }
        let count = min(width, series.count)
        let most = top ?? series.max() ?? 0
        return String(
            (0..<count).map { place -> Character in
                let from = place * series.count / count
                let until = max(from + 1, (place + 1) * series.count / count)
                let value = series[from..<until].max() ?? 0
                guard most > 0, value > 0 else { return bars[0] }
                let step = Int((value / most * Double(bars.count - 1)).rounded())
                return bars[min(max(step, 0), bars.count - 1)]
            })
    }
}
