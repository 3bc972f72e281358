import Foundation
import Logging
import Testing

@testable import CadreRuntime

struct LogFormatTests {
    private func record(
        _ message: String = "m", _ metadata: Logger.Metadata = [:], level: Logger.Level = .info
    ) -> LogRecord {
        LogRecord(
            time: WallTime(seconds: 1_795_242_001, nanoseconds: 7_000_000), level: level, label: "cadre.gate",
            message: message,
            metadata: metadata)
    }

    // MARK: logfmt

    @Test("a logfmt line contains time, level, logger, msg and metadata by key, quoted only if necessary")
    func logfmtLine() {
        let line = record(
            "batch rejected",
            ["source": "urn:nation:NOR", "count": "\(3)", "detail": "quantity is \"x\"; give a count", "empty": ""],
            level: .warning
        ).line(.logfmt)
        #expect(
            line == "time=2026-11-21T06:20:01.007Z level=warning logger=cadre.gate msg=\"batch rejected\" count=3 "
                + "detail=\"quantity is \\\"x\\\"; give a count\" empty=\"\" source=urn:nation:NOR\n")
    }

    @Test("any message and values give one logfmt line that is read back", arguments: UInt64(0)..<100)
    func logfmtReadsBack(seed: UInt64) throws {
        let message = String.troublesome(scalars: Int(seed % 24), seed: seed)
        let value = String.troublesome(scalars: Int(seed % 17), seed: seed &+ 1_000)
        let pairs = try LogfmtText.pairs(record(message, ["k": .string(value)]).line(.logfmt))
        #expect(pairs.map(\.key) == ["time", "level", "logger", "msg", "k"])
        #expect(pairs[3].value == message)
        #expect(pairs[4].value == value)
    }

    @Test("maps become dotted keys, lists one value; invalid characters of keys are removed; reserved keys are renamed")
    func logfmtNested() throws {
        let metadata: Logger.Metadata = [
            "at": ["site": "S 1", "line": ["id": "L"]], "ids": ["a", "b"], "need a=b": "c", "level": "9",
        ]
        let pairs = try LogfmtText.pairs(record("m", metadata).line(.logfmt))
        #expect(pairs.dropFirst(4).map(\.key) == ["at.line.id", "at.site", "ids", "level_", "need_a_b"])
        #expect(pairs.dropFirst(4).map(\.value) == ["L", "S 1", "[a, b]", "9", "c"])
    }

    @Test("text beyond the bound is truncated at a character, in every format", arguments: LogFormat.allCases)
    func cut(format: LogFormat) throws {
        let long = "x" + String(repeating: "é", count: RuntimeLimits.textBytesMax)
        let line = record(long, ["k": .string(long)]).line(format)
        #expect(line.utf8.count < 2 * RuntimeLimits.textBytesMax + 200)
        #expect(!line.contains("\u{FFFD}"))
        #expect(line.contains("éé…"))
    }

    // MARK: JSON

    @Test("a JSON line is one object with the members of the record", arguments: UInt64(0)..<100)
    func jsonReadsBack(seed: UInt64) throws {
        let message = String.troublesome(scalars: Int(seed % 24), seed: seed)
        let line = record(
            message,
            [
                "count": .stringConvertible(3), "live": .stringConvertible(true), "rate": .stringConvertible(0.5),
                message + "key": ["a": ["x", .string(message)]],
            ]
        ).line(.json)
        #expect(line.last == "\n")
        #expect(!line.dropLast().unicodeScalars.contains { $0.value < 0x20 })
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(object["time"] as? String == "2026-11-21T06:20:01.007Z")
        #expect(object["level"] as? String == "info")
        #expect(object["logger"] as? String == "cadre.gate")
        #expect(object["msg"] as? String == message)
        #expect(object["count"] as? Int == 3)
        #expect(object["live"] as? Bool == true)
        #expect(object["rate"] as? String == "0.5")
        #expect((object[message + "key"] as? [String: [String]]) == ["a": ["x", message]])
    }

    // MARK: The system journal

    @Test(
        "a journal line begins with the priority and has no time; the message is unchanged",
        arguments: [
            (Logger.Level.trace, 7), (.debug, 7), (.info, 6), (.notice, 5), (.warning, 4), (.error, 3), (.critical, 2),
        ])
    func journalLine(level: Logger.Level, priority: Int) {
        let line = record("the disk is \"full\"", ["path": "/var/lib/cadre"], level: level).line(.journal)
        #expect(line == "<\(priority)>the disk is \"full\" logger=cadre.gate path=/var/lib/cadre\n")
    }

    @Test("a message of several lines stays one line, and cannot forge a priority")
    func journalNewline() {
        let line = record("first\n<2>second\u{1B}[31m").line(.journal)
        #expect(line == "<6>first\\n<2>second\\u001b[31m logger=cadre.gate\n")
    }

    @Test("the journal is detected by device and inode of the descriptor, not only by the variable")
    func detection() throws {
        let pipe = try LogPipe()
        var status = stat()
        try #require(fstat(pipe.writeEnd, &status) == 0)
        let stream = "\(status.st_dev):\(status.st_ino)"
        #expect(LogFormat.detected(journalStream: stream, descriptor: pipe.writeEnd) == .journal)
        #expect(LogFormat.detected(journalStream: nil, descriptor: pipe.writeEnd) == .logfmt)
        #expect(LogFormat.detected(journalStream: stream + "1", descriptor: pipe.writeEnd) == .logfmt)
        let other = try LogPipe()
        #expect(LogFormat.detected(journalStream: stream, descriptor: other.writeEnd) == .logfmt)
    }

    // MARK: Time

    @Test(
        "time is RFC 3339 in UTC, over leap days and the ends of years",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (951_782_400, "2000-02-29T00:00:00.000Z"),
            (978_307_199, "2000-12-31T23:59:59.000Z"), (4_107_542_400, "2100-03-01T00:00:00.000Z"),
            (-1, "1969-12-31T23:59:59.000Z"),
        ])
    func time(seconds: Int, text: String) {
        #expect(WallTime(seconds: seconds, nanoseconds: 0).text == text)
    }
}
