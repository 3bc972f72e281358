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

    /// The messages that came out, in order.
    private func messages() throws -> [String] {
        try pipe.readAll().split(separator: "\n").compactMap { line in
            try LogfmtText.pairs(line + "\n").first { $0.key == "msg" }?.value
        }
    }

    @Test("the level can be changed at run time, for loggers that exist already; a logger's own level stays its own")
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

    @Test("metadata of the logger, of the provider and of the call come together, the nearest last; an error is told")
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

    @Test("lines of many threads do not mix")
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

    @Test("a reader that is behind costs lines, which are counted, and holds nobody up; after it, lines come whole")
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

    @Test("a line that was cut off by a full pipe does not run into the next one")
    func cutOff() throws {
        let output = LogOutput(descriptor: pipe.writeEnd)
        let logger = output.logger(label: "a")
        pipe.fill()
        pipe.take(4_096)  // room for the first part of what follows
        logger.info("\(String(repeating: "x", count: 8_000))")
        #expect(output.droppedLines == 1)
        pipe.take(1 << 20)
        logger.info("whole")
        let lines = pipe.readAll().split(separator: "\n")
        #expect(lines.last?.hasPrefix("time=") == true)
        #expect(lines.last?.hasSuffix("msg=whole") == true)
    }

    @Test("a reader that is gone is no error")
    func brokenPipe() {
        let output = LogOutput(descriptor: pipe.writeEnd)
        pipe.closeReadEnd()
        output.logger(label: "a").info("to nobody")
        #expect(output.droppedLines == 1)
    }

    @Test("a few of the longest values stay below journald's line")
    func limits() {
        #expect(4 * RuntimeLimits.textBytesMax < 48 * 1_024)
        #expect(RuntimeLimits.writeBytesMax <= 4_096)
    }
}
