import CadreClient
import CadreContract
import CadreJSON
import CadreReports

/// The events that are tried, each with the place it is from, and how many were rejected.
struct TriedEvents: Sendable {
    enum Origin: Sendable {
        case line(EventLine)
        /// As it was written, such as `--withdraw CAN`.
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
    /// Of `events`.
    private var rejectedPlaces: Set<Int> = []
    private var bytesTotal = 0

    /// Reads files. What is no JSON is named at once: it cannot be sent.
    init(files paths: [String]) throws {
        var files = EventFiles(paths)
        while let line = try files.next() {
            do throws(JSONFault) {
                let value = try JSONValue(parsing: line.bytes)
                let elements = value.elements ?? [value]
                if elements.isEmpty {
                    reject(.line(line), RejectionReason.notCloudEvent.rawValue, "expected an event or a list of them")
                }
                for element in elements { append(Event(origin: .line(line), bytes: element.source)) }
            } catch {
                reject(.line(line), RejectionReason.notJSON.rawValue, "\(error)")
            }
            try checkSize()
        }
    }

    mutating func add(_ events: [(origin: String, bytes: [UInt8])]) throws {
        for (origin, bytes) in events { append(Event(origin: .shortcut(origin), bytes: bytes)) }
        try checkSize()
    }

    /// A part of ids that no other call makes.
    static func batch() -> String { "whatif-" + String(UInt64.random(in: .min ... .max), radix: 16) }

    /// What the daemon rejected, as the answer has it.
    mutating func note(rejected: [JSONValue]) {
        for value in rejected {
            guard let index = value["index"]?.integer, events.indices.contains(index) else { continue }
            rejectedPlaces.insert(index)
            if case .shortcut = events[index].origin { hasRejectedShortcut = true }
            reject(events[index].origin, value["reason"]?.text ?? "rejected", value["detail"]?.text ?? "")
        }
    }

    /// What is supposed, in words.
    func table(all: Bool) -> Table {
        let tried = events.indices.filter { !rejectedPlaces.contains($0) }
        let shown = all ? tried : Array(tried.prefix(TriedEvents.rowsMax))
        let bound = shown.count < tried.count ? " (\(shown.count) of \(tried.count); --all shows all)" : ""
        var table = Table("supposed\(bound)", [.init("by"), .init("what")])
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

    private mutating func reject(_ origin: Origin, _ reason: String, _ detail: String) {
        rejectedCount += 1
        Console.complain("\(origin.text): \(Printable.text("\(reason): \(detail)"))")
    }

    /// A trial is one request: events that are tried one after another would not be tried together.
    private func checkSize() throws {
        guard events.count <= ControlLimits.submittedEventsMax, bytesTotal <= ClientLimits.requestBytesMax else {
            throw CommandFailure(
                "a trial takes at most \(ControlLimits.submittedEventsMax) events and "
                    + "\(ClientLimits.requestBytesMax) bytes of them; submit the rest to a copy of the mission",
                .badData)
        }
    }
}
