import Dispatch
import Metrics
import Testing

@testable import CadreRuntime

struct PrometheusMetricsTests {
    let metrics = PrometheusMetrics()

    private func read() throws -> PrometheusText { try PrometheusText(metrics.text) }

    @Test("a counter adds integers and fractions, and never decreases")
    func counters() throws {
        let whole = Counter(label: "cadre_events_total", dimensions: [("outcome", "accepted")], factory: metrics)
        whole.increment(by: 256)
        whole.increment()
        whole.increment(by: -3)
        let broken = FloatingPointCounter(label: "cadre_work_seconds_total", factory: metrics)
        broken.increment(by: 0.25)
        broken.increment(by: 0.5)
        broken.increment(by: -1.0)

        let text = try read()
        #expect(text.types["cadre_events_total"] == "counter")
        #expect(text.value("cadre_events_total", ["outcome": "accepted"]) == 257)
        #expect(text.value("cadre_work_seconds_total") == 0.75)
    }

    @Test("a gauge and a meter show the last value")
    func gauges() throws {
        let gauge = Gauge(label: "cadre_queue_depth", dimensions: [("queue", "intake")], factory: metrics)
        gauge.record(17)
        gauge.record(-2.5)
        let meter = Meter(label: "cadre_missions", factory: metrics)
        meter.set(5)
        meter.increment(by: 2.0)
        meter.decrement(by: 1.0)

        let text = try read()
        #expect(text.types["cadre_queue_depth"] == "gauge")
        #expect(text.value("cadre_queue_depth", ["queue": "intake"]) == -2.5)
        #expect(text.value("cadre_missions") == 6)
    }

    @Test("a histogram's buckets are cumulative, a bound belongs to its bucket, and +Inf contains all")
    func histograms() throws {
        let timer = Timer(label: "cadre_recompute_seconds", factory: metrics)
        timer.recordNanoseconds(100_000)  // 100 µs is the first bound
        timer.recordMilliseconds(3)
        timer.recordMilliseconds(3)
        timer.recordSeconds(61)

        let text = try read()
        #expect(text.types["cadre_recompute_seconds"] == "histogram")
        let buckets = text.samples.filter { $0.name == "cadre_recompute_seconds_bucket" }
        let bounds = buckets.compactMap { $0.labels["le"] }.map { $0 == "+Inf" ? Double.infinity : Double($0) }
        #expect(bounds == RuntimeLimits.bucketSeconds + [.infinity])
        #expect(buckets.map(\.value) == [1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4])
        #expect(text.value("cadre_recompute_seconds_count") == 4)
        let sum = try #require(text.value("cadre_recompute_seconds_sum"))
        #expect(abs(sum - 61.0061) < 1e-9)
    }

    @Test("an aggregating recorder is a histogram of seconds with its labels and le; NaN is omitted")
    func recorders() throws {
        let recorder = Recorder(
            label: "cadre_event_seconds", dimensions: [("road", "intake")], aggregate: true, factory: metrics)
        recorder.record(0.002)
        recorder.record(Double.nan)
        let text = try read()
        #expect(text.value("cadre_event_seconds_bucket", ["road": "intake", "le": "0.001"]) == 0)
        #expect(text.value("cadre_event_seconds_bucket", ["road": "intake", "le": "0.0025"]) == 1)
        #expect(text.value("cadre_event_seconds_count", ["road": "intake"]) == 1)
        #expect(text.value("cadre_event_seconds_sum", ["road": "intake"]) == 0.002)
    }

    @Test("any label value is read back unchanged", arguments: UInt64(0)..<64)
    func labelEscaping(seed: UInt64) throws {
        let value = String.troublesome(scalars: Int(seed % 20), seed: seed)
        Counter(label: "c_total", dimensions: [("v", value), ("w", "x")], factory: metrics).increment(by: 7)
        let text = try read()
        #expect(text.value("c_total", ["v": value, "w": "x"]) == 7)
    }

    @Test("names are restricted to Prometheus' characters, and `le` is reserved for histograms")
    func names() throws {
        let dimensions = [("a-b", "1"), ("le", "2"), ("a.b", "3")]
        Counter(label: "2nd.name-é", dimensions: dimensions, factory: metrics).increment()
        #expect(try read().value("_2nd_name__", ["a_b": "1"]) == 1)
    }

    @Test("the order of dimensions and repeated handles create no new series")
    func identity() throws {
        Counter(label: "c_total", dimensions: [("a", "1"), ("b", "2")], factory: metrics).increment()
        Counter(label: "c_total", dimensions: [("b", "2"), ("a", "1")], factory: metrics).increment()
        let text = try read()
        #expect(text.value("c_total", ["a": "1", "b": "2"]) == 2)
        #expect(text.samples.filter { $0.name == "c_total" }.count == 1)
    }

    @Test("a name has one kind: another kind is refused and counted")
    func oneKind() throws {
        Counter(label: "twice", factory: metrics).increment()
        Gauge(label: "twice", factory: metrics).record(9)
        let text = try read()
        #expect(text.value("twice") == 1)
        #expect(text.value("cadre_metrics_refused_total") == 1)
    }

    @Test("series are bounded: further ones work, are not exported and are counted; a destroyed one makes space")
    func bounded() throws {
        let metrics = PrometheusMetrics(seriesMax: 2)
        let first = Counter(label: "c_total", dimensions: [("n", "1")], factory: metrics)
        first.increment()
        Counter(label: "c_total", dimensions: [("n", "2")], factory: metrics).increment()
        Counter(label: "c_total", dimensions: [("n", "3")], factory: metrics).increment()
        var text = try PrometheusText(metrics.text)
        #expect(text.samples.filter { $0.name == "c_total" }.compactMap { $0.labels["n"] } == ["1", "2"])
        #expect(text.value("cadre_metrics_refused_total") == 1)

        first.destroy()
        Counter(label: "c_total", dimensions: [("n", "4")], factory: metrics).increment()
        text = try PrometheusText(metrics.text)
        #expect(text.samples.filter { $0.name == "c_total" }.compactMap { $0.labels["n"] } == ["2", "4"])
    }

    @Test("concurrent additions are not lost")
    func concurrentAdding() throws {
        let counter = Counter(label: "c_total", factory: metrics)
        let broken = FloatingPointCounter(label: "f_total", factory: metrics)
        let recorder = Recorder(label: "r_seconds", factory: metrics)
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            for _ in 0..<5_000 {
                counter.increment()
                broken.increment(by: 0.5)
                recorder.record(1)
            }
        }
        let text = try read()
        #expect(text.value("c_total") == 20_000)
        #expect(text.value("f_total") == 10_000)
        #expect(text.value("r_seconds_count") == 20_000)
        #expect(text.value("r_seconds_sum") == 20_000)
    }

    @Test("an observed value is read on request and omitted if unknown; help has no line breaks")
    func observed() throws {
        let health = NodeHealth()
        metrics.observe("cadre_healthy", help: "1, or 0:\nsee \\readyz") { health.state.faults.isEmpty ? 1 : 0 }
        metrics.observe("cadre_unknown", help: "never known") { nil }
        #expect(try read().value("cadre_healthy") == 1)
        health.setFault("disk full", of: .journal)
        let text = try read()
        #expect(text.value("cadre_healthy") == 0)
        #expect(text.help["cadre_healthy"] == "1, or 0:\\nsee \\\\readyz")
        #expect(text.value("cadre_unknown") == nil)
    }

    @Test(
        "numbers have Prometheus' format",
        arguments: [
            (0.0, "0"), (60, "60"), (0.0001, "0.0001"), (1e300, "1e+300"), (-2.5, "-2.5"), (.infinity, "+Inf"),
            (.nan, "NaN"),
            (-.infinity, "-Inf"),
        ])
    func numbers(value: Double, text: String) {
        #expect(PrometheusMetrics.number(value) == text)
    }

    @Test("bounds increase, so that a value has one bucket")
    func boundsRise() {
        #expect(zip(RuntimeLimits.bucketSeconds, RuntimeLimits.bucketSeconds.dropFirst()).allSatisfy { $0 < $1 })
    }
}
