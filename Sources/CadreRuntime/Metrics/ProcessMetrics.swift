import Metrics
import ServiceLifecycle

/// Metrics of the process itself, under the names that Prometheus' own libraries use.
struct ProcessMetrics: Service {
    private let openDescriptors: Gauge
    private let processDescriptors: Gauge

    /// Adds the series; most are read on request.
    init(_ metrics: PrometheusMetrics) {
        metrics.observe(
            "process_resident_memory_bytes", help: "Resident memory size in bytes."
        ) { ProcessReadings.memory?.residentBytes }
        metrics.observe(
            "process_virtual_memory_bytes", help: "Virtual memory size in bytes."
        ) { ProcessReadings.memory?.virtualBytes }
        metrics.observe(
            "process_cpu_seconds_total", as: .counter, help: "Total user and system CPU time spent in seconds."
        ) { ProcessReadings.processorSeconds }
        let startTime = ProcessReadings.startTime
        metrics.observe(
            "process_start_time_seconds", help: "Start time of the process since unix epoch in seconds."
        ) { startTime }
        metrics.observe("process_max_fds", help: "Maximum number of open file descriptors.") {
            ProcessReadings.descriptorsMax
        }
        metrics.describe("process_open_fds", "Number of open file descriptors.")
        metrics.describe("cadre_open_descriptors", "Files and sockets open")
        openDescriptors = Gauge(label: "cadre_open_descriptors", factory: metrics)
        processDescriptors = Gauge(label: "process_open_fds", factory: metrics)
    }

    /// Counts the open descriptors at intervals: listing thousands of them is too slow for every request.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            repeat {
                countDescriptors()
                // Thrown only when cancelled, which ends the loop.
                try? await Task.sleep(for: .seconds(RuntimeLimits.descriptorPauseSeconds))
            } while !Task.isCancelled
        }
    }

    func countDescriptors() {
        guard let count = ProcessReadings.openDescriptors else { return }
        openDescriptors.record(count)
        processDescriptors.record(count)
    }
}
