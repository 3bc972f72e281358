import Glibc
import Logging
import Testing

@testable import CadreRuntime

struct LogOutputTests {
    let pipe: LogPipe

    init() throws {
        pipe = try LogPipe()
        signal(SIGPIPE, SIG_IGN)
    }

    /// Returns the messages in order of output.
    private func messages() throws -> [String] {
        try pipe.readAll().split(separator: "\n").compactMap { line in
            try LogfmtText.pairs(line + "\n").first { $0.key == "msg" }?.value
        }
    }

    @Test("the level of existing loggers can be changed, except those that have their own level")
    func level() throws {
        let output = LogOutput(level: .info, descriptor: pipe.writeEnd)
        let logger = output.logger(label: "a")
        var own = output.logger(label: "b")
        own.logLevel = .warning
        logger.debug("1")
        logger.info("2")
        own.info("3")
        output.level = .debug
        #expect(output.level == .debug)
        logger.debug("4")
        logger.trace("5")
        own.info("6")
        own.warning("7")
        #expect(try messages() == ["2", "4", "7"])
    }

    @Test("metadata of logger, provider and call are merged, the call's takes precedence; an error is included")
    func metadata() throws {
        let output = LogOutput(descriptor: pipe.writeEnd)
        var logger = Logger(label: "a") { label in
            LogLineHandler(
                label: label, output: output, metadataProvider: .init { ["b": "provider", "c": "provider"] })
        }
        logger[metadataKey: "a"] = "logger"
        logger[metadataKey: "b"] = "logger"
        logger.info("m", metadata: ["c": "call"])
        let pairs = try LogfmtText.pairs(pipe.readAll())
        #expect(pairs.dropFirst(4).map(\.key) == ["a", "b", "c"])
        #expect(pairs.dropFirst(4).map(\.value) == ["logger", "provider", "call"])
    }

    @Test("lines of several threads are not interleaved")
    func threads() async throws {
        let output = LogOutput(descriptor: pipe.writeEnd)
        let logger = output.logger(label: "a")
        let text = String(repeating: "long ", count: 40)
        await withTaskGroup(of: Void.self) { group in
            for task in 0..<8 {
                group.addTask { for line in 0..<20 { logger.info("\(task)/\(line) \(text)") } }
            }
        }
        let messages = try messages()
        #expect(messages.count == 160)
        #expect(Set(messages).count == 160)
        #expect(output.droppedLines == 0)
    }

    @Test("a slow reader loses lines, which are counted, and blocks no thread; later lines are complete")
    func fullPipe() throws {
        let output = LogOutput(descriptor: pipe.writeEnd)
        let logger = output.logger(label: "a")
        pipe.fill()
        logger.info("lost")
        logger.info("lost too")
        #expect(output.droppedLines == 2)
        let room = pipe.take(1 << 20)
        #expect(room.allSatisfy { $0 == "." })
        logger.info("kept")
        #expect(try messages() == ["kept"])
    }

    @Test("a line truncated by a full pipe is not joined to the next one")
    func cutOff() throws {
        let output = LogOutput(descriptor: pipe.writeEnd)
        let logger = output.logger(label: "a")
        pipe.fill()
        pipe.take(4_096)  // space for the first part of the next line
        logger.info("\(String(repeating: "x", count: 8_000))")
        #expect(output.droppedLines == 1)
        pipe.take(1 << 20)
        logger.info("whole")
        let lines = pipe.readAll().split(separator: "\n")
        #expect(lines.last?.hasPrefix("time=") == true)
        #expect(lines.last?.hasSuffix("msg=whole") == true)
    }

    @Test("a closed reader is not an error")
    func brokenPipe() {
        let output = LogOutput(descriptor: pipe.writeEnd)
        pipe.closeReadEnd()
        output.logger(label: "a").info("to nobody")
        #expect(output.droppedLines == 1)
    }

    @Test("a few of the longest values do not exceed journald's maximum line")
    func limits() {
        #expect(4 * RuntimeLimits.textBytesMax < 48 * 1_024)
        #expect(RuntimeLimits.writeBytesMax <= 4_096)
    }
}
