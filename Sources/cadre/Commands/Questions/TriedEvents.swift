import CadreClient
import CadreContract
import CadreJSON
import CadreReports

/// The events that are tried, each with its origin, and the number of rejected ones.
struct TriedEvents: Sendable {
    enum Origin: Sendable {
        case line(EventLine)
        /// The option, such as `--withdraw CAN`.
        case shortcut(String)

        var text: String {
            switch self {
            case .line(let line): "\(line.file):\(line.number)"
            case .shortcut(let text): text
            }
        }
    }

    struct Event: Sendable {
        let origin: Origin
        let bytes: [UInt8]
    }

    private(set) var events: [Event] = []
    private(set) var rejectedCount = 0
    private(set) var hasRejectedShortcut = false
    /// Indexes in `events`.
    private var rejectedIndexes: Set<Int> = []
    private var bytesTotal = 0

    /// Reads files. A line that is not JSON is reported at once, since it cannot be sent.
    init(files paths: [String]) throws {
        var files = EventFiles(paths)
        while let line = try files.next() {
            do throws(JSONFault) {
                let value = try JSONValue(parsing: line.bytes)
                let elements = value.elements ?? [value]
                if elements.isEmpty {
                    reject(.line(line), .notCloudEvent, "expected an event or a list of them")
                }
                for element in elements { append(Event(origin: .line(line), bytes: element.source)) }
            } catch {
                reject(.line(line), .notJSON, "\(error)")
            }
            try checkSize()
        }
    }

    mutating func add(_ events: [(origin: String, bytes: [UInt8])]) throws {
        for (origin, bytes) in events { append(Event(origin: .shortcut(origin), bytes: bytes)) }
        try checkSize()
    }

    /// Returns a part of ids that no other call returns.
    static func batch() -> String { "whatif-" + String(UInt64.random(in: .min ... .max), radix: 16) }

    /// Records the events that the daemon rejected.
    mutating func record(_ rejected: [PlanWhatIf.Rejected]) {
        for rejection in rejected where events.indices.contains(rejection.index) {
            let origin = events[rejection.index].origin
            rejectedIndexes.insert(rejection.index)
            if case .shortcut = origin { hasRejectedShortcut = true }
            reject(origin, rejection.reason, rejection.detail)
        }
    }

    /// Returns the events that are tried, in sentences.
    func table(all: Bool) -> Table {
        let tried = events.indices.filter { !rejectedIndexes.contains($0) }
        let shown = all ? tried : Array(tried.prefix(TriedEvents.rowsMax))
        let bound = shown.count < tried.count ? " (\(shown.count) of \(tried.count); --all shows all)" : ""
        var table = Table("events tried\(bound)", [.init("origin"), .init("event")])
        for index in shown {
            for reading in EventReader().read(payload: events[index].bytes) {
                table.add([events[index].origin.text, EventSentence.text(reading)])
            }
        }
        return table
    }

    private static let rowsMax = 20

    private mutating func append(_ event: Event) {
        events.append(event)
        bytesTotal += event.bytes.count + 1
    }

    private mutating func reject(_ origin: Origin, _ reason: RejectionReason, _ detail: String) {
        rejectedCount += 1
        Console.complain("\(origin.text): \(Printable.text("\(reason.rawValue): \(detail)"))")
    }

    /// Checks that the events fit one request: events of two requests would not be tried together.
    private func checkSize() throws {
        guard events.count <= ControlLimits.submittedEventsMax, bytesTotal <= ClientLimits.requestBytesMax else {
            throw CommandFailure(
                "a trial takes at most \(ControlLimits.submittedEventsMax) events and "
                    + "\(ClientLimits.requestBytesMax) bytes of them; submit the rest to a copy of the mission",
                .badData)
        }
    }
}
