import Metrics
import Synchronization

/// swift-metrics' backend: keeps every series in memory and writes them out as Prometheus reads them.
///
/// ```swift
/// let metrics = PrometheusMetrics()
/// MetricsSystem.bootstrap(metrics)                                   // once a process
/// let accepted = Counter(label: "cadre_events_total", dimensions: [("outcome", "accepted")])
/// accepted.increment(by: 256)                                        // look the handle up once, then add
/// metrics.text                                                       // what /metrics answers
/// ```
/// Counters are counters, gauges and meters gauges; timers, and recorders that aggregate, are histograms of **seconds**.
/// One label with the same dimensions is one series, however often it is made. At most
/// ``RuntimeLimits/seriesMax`` are kept: a further one works, but is not written, and is counted in
/// `cadre_metrics_refused_total`; the same holds for a name that is used for a second kind.
public final class PrometheusMetrics: MetricsFactory {
    enum Series {
        case counter(CounterSeries)
        case gauge(GaugeSeries)
        case histogram(HistogramSeries)
        /// A value read on request; no line if it is `nil`.
        case reading(@Sendable () -> Double?)

        /// The series of a handle of swift-metrics, or `nil` for a reading.
        var handler: AnyObject? {
            switch self {
            case .counter(let series): series
            case .gauge(let series): series
            case .histogram(let series): series
            case .reading: nil
            }
        }
    }

    /// A metric type of Prometheus.
    public enum Kind: String, Sendable { case counter, gauge, histogram }

    struct Family {
        var kind: Kind
        var series: [String: Series] = [:]
    }

    struct State {
        var families: [String: Family] = [:]
        var seriesCount = 0
        var help: [String: String] = [:]
    }

    let state = Mutex(State())
    private let seriesMax: Int
    private let refused = CounterSeries()

    public convenience init() {
        self.init(seriesMax: RuntimeLimits.seriesMax)
    }

    init(seriesMax: Int) {
        self.seriesMax = seriesMax
        describe("cadre_metrics_refused_total", "Series not kept: too many, or a name used for two kinds")
        let refused = refused
        state.withLock {
            $0.families["cadre_metrics_refused_total"] = Family(kind: .counter, series: ["": .counter(refused)])
        }
    }

    /// Sets the description of a metric for its `HELP` line.
    public func describe(_ label: String, _ help: String) {
        state.withLock { $0.help[MetricName(label).name] = help }
    }

    /// Adds a value that is read whenever the metrics are requested.
    /// - Parameters:
    ///   - kind: ``Kind/counter`` or ``Kind/gauge``.
    ///   - read: Called on any thread, concurrently if there are concurrent requests; `nil` if the value is unknown.
    public func observe(
        _ label: String, dimensions: [(String, String)] = [], as kind: Kind = .gauge, help: String,
        read: @escaping @Sendable () -> Double?
    ) {
        describe(label, help)
        _ = series(MetricName(label, dimensions), kind) { .reading(read) }
    }

    // MARK: MetricsFactory

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        counter(label, dimensions)
    }

    public func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        counter(label, dimensions)
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        gauge(label, dimensions)
    }

    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        aggregate ? histogram(label, dimensions) : gauge(label, dimensions)
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histogram(label, dimensions)
    }

    public func destroyCounter(_ handler: any CounterHandler) { remove(handler) }
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) { remove(handler) }
    public func destroyMeter(_ handler: any MeterHandler) { remove(handler) }
    public func destroyRecorder(_ handler: any RecorderHandler) { remove(handler) }
    public func destroyTimer(_ handler: any TimerHandler) { remove(handler) }

    // MARK: Series

    private func counter(_ label: String, _ dimensions: [(String, String)]) -> CounterSeries {
        if case .counter(let series)? = series(
            MetricName(label, dimensions), .counter, make: { .counter(CounterSeries()) })
        {
            return series
        }
        return CounterSeries()
    }

    private func gauge(_ label: String, _ dimensions: [(String, String)]) -> GaugeSeries {
        if case .gauge(let series)? = series(MetricName(label, dimensions), .gauge, make: { .gauge(GaugeSeries()) }) {
            return series
        }
        return GaugeSeries()
    }

    private func histogram(_ label: String, _ dimensions: [(String, String)]) -> HistogramSeries {
        if case .histogram(let series)? = series(
            MetricName(label, dimensions), .histogram, make: { .histogram(HistogramSeries()) })
        {
            return series
        }
        return HistogramSeries()
    }

    /// Returns the series of a name, or makes it; `nil` if it may not be made.
    private func series(_ name: MetricName, _ kind: Kind, make: () -> Series) -> Series? {
        let series: Series? = state.withLock { state in
            let family = state.families[name.name]
            guard (family?.kind ?? kind) == kind else { return nil }
            if let known = family?.series[name.labels] { return known }
            guard state.seriesCount < seriesMax else { return nil }
            let new = make()
            state.families[name.name, default: Family(kind: kind)].series[name.labels] = new
            state.seriesCount += 1
            return new
        }
        if series == nil { refused.increment(by: Int64(1)) }
        return series
    }

    /// Removes a series by a search: destroying one is rare, and a handle need not know its name for that.
    private func remove(_ handler: any AnyObject) {
        state.withLock { state in
            for (name, family) in state.families {
                guard let labels = family.series.first(where: { $0.value.handler === handler })?.key else { continue }
                state.families[name]?.series[labels] = nil
                state.seriesCount -= 1
                return
            }
        }
    }
}
