import Hashing
import ArgumentParser
import CadreContract
import CadreJSON
import CadreJournal
import CadreReports
import CadreRuntime

struct JournalRejectionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rejections",
        abstract: "Show rejected messages with the reason and the received content, the newest first.",
        discussion: """
            The content of rejected messages is only for the operator: it is never published. --content shows the \
            stored part, up to 64 KiB each. With --json, one object per line has content as text, or contentHex if it \
            is not UTF-8.
            """)

    @OptionGroup var data: DataOptions

    @Option(help: "The maximum number of rejections to show, from 1.")
    var limit = 50

    @Option(help: "The reason to show, such as schema; otherwise all.")
    var reason: String?

    @Flag(help: "Show the received content as well.")
    var content = false

    @Flag(help: "Print one JSON object per line.")
    var json = false

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit takes a whole number from 1.") }
        if let reason, RejectionReason(rawValue: reason) == nil {
            let reasons = RejectionReason.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--reason takes one of \(reasons).")
        }
    }

    func run() async throws {
        try await CommandFailure.reported {
            let reader = try await JournalReader.open(folder: data.folder)
            let kept = try await reader.rejections(reason: reason, limit: limit)
            let counts = try await reader.counts()
            try await reader.close()
            if json {
                for rejection in kept { try Console.write(rejection.json) }
                return
            }
            if content {
                for rejection in kept { try Console.print(rejection.text) }
            } else {
                try Console.print([Self.table(kept)])
            }
            let sums = counts.rejectionsByReason.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
            try Console.print(
                "rejected since the journal began: \(sums.isEmpty ? "nothing" : sums.joined(separator: ", "))")
        }
    }

    private static func table(_ kept: [StoredRejection]) -> Table {
        var table = Table(
            "rejections, the newest first",
            [
                .init("number", .right), .init("received"), .init("reason"), .init("source"), .init("id"),
                .init("bytes", .right), .init("detail"),
            ])
        for row in kept {
            table.add([
                String(row.number), row.rejection.received.text, row.rejection.reason, row.rejection.source ?? "",
                row.rejection.id ?? "", String(row.bytesTotal), row.rejection.detail,
            ])
        }
        return table
    }
}

extension StoredRejection {
    private var contentText: String? { String(validating: rejection.bytes, as: UTF8.self) }

    private var contentHex: String { rejection.bytes.hexadecimal }

    /// The readable form: topic, reason and received content.
    fileprivate var text: String {
        let place = rejection.topic.map { "on \(Printable.text($0))" } ?? "by control"
        let came = contentText.map(Printable.text) ?? "(hex) " + contentHex
        return """
            \(number)  \(rejection.received.text)  \(place)
              \(rejection.reason): \(Printable.text(rejection.detail))
              \(came)\(bytesTotal > rejection.bytes.count ? " … (\(bytesTotal) bytes received)" : "")
            """
    }

    /// A JSON object and a line end.
    fileprivate var json: [UInt8] {
        var writer = JSONWriter()
        writer.object {
            $0.member("number", number)
            $0.member("received", rejection.received)
            $0.member("reason", rejection.reason)
            $0.member("detail", rejection.detail)
            $0.member("topic", rejection.topic)
            $0.member("mission", rejection.mission)
            $0.member("source", rejection.source)
            $0.member("id", rejection.id)
            $0.member("bytes", bytesTotal)
            if let contentText { $0.member("content", contentText) } else { $0.member("contentHex", contentHex) }
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }
}
