import Glibc
import Testing

@testable import CadreRuntime

struct ProcessMetricsTests {
    @Test("the process metrics exist and are plausible")
    func readings() throws {
        let metrics = PrometheusMetrics()
        ProcessMetrics(metrics).countDescriptors()
        let text = try PrometheusText(metrics.text)
        #expect(try #require(text.value("process_resident_memory_bytes")) > 1_000_000)
        #expect(try #require(text.value("process_virtual_memory_bytes")) > 1_000_000)
        #expect(try #require(text.value("process_cpu_seconds_total")) > 0)
        #expect(text.types["process_cpu_seconds_total"] == "counter")
        #expect(try #require(text.value("process_max_fds")) >= 3)
        #expect(try #require(text.value("cadre_open_descriptors")) >= 3)
        #expect(text.value("cadre_open_descriptors") == text.value("process_open_fds"))
    }

    @Test("the process started before now and not long ago")
    func startTime() throws {
        let start = try #require(ProcessReadings.startTime)
        let now = Double(time(nil))
        #expect(start <= now + 1)
        #expect(start > now - 86_400)
    }

    @Test("open descriptors are counted")
    func descriptors() throws {
        let opened = (0..<200).map { _ in open("/dev/null", O_RDONLY | O_CLOEXEC) }
        defer { for descriptor in opened { close(descriptor) } }
        try #require(opened.allSatisfy { $0 >= 0 })
        #expect(try #require(ProcessReadings.openDescriptors) >= 203)
    }
}
