import CadreContract
import TestSupport
import Testing

@testable import CadreDaemon

/// The state machine in a model of its surroundings: timers and requests that end in any order.
private struct Watch {
    var state: LossState
    /// The trackers that receive the same numbers, without a state machine.
    var tracker: LossTracker
    var journaled: LossTracker
    var isAlerting = false
    /// The delays in progress by source, and the requests with what they ask for.
    var delays: [String: Double] = [:]
    var requests: [String: [LossTracker.Stream: [ClosedRange<UInt64>]]] = [:]
    var open: [String: [ClosedRange<UInt64>]] = [:]
    var numbers: [Int] = []
    var isRebuilding = false
    var isStopping = false
    var replayed: Set<String>
    var sequence = 0
    private(set) var breach: String?

    init(replayed: Set<String>) {
        self.replayed = replayed
        tracker = LossTracker(replayed: replayed)
        journaled = LossTracker(replayed: replayed)
        state = LossState(tracker: tracker, journaled: journaled, through: 0)
    }

    mutating func apply(_ event: LossState.Event) {
        switch event {
        case .alertDue: isAlerting = false
        case .requestDue(let source): delays[source] = nil
        case .replayed(let source, _): requests[source] = nil
        case .received, .configured, .rebuilding, .rebuilt, .rebuildFailed, .stop: break
        }
        for action in state.handle(event) { perform(action) }
        for gap in state.tracker.gaps where replayed.contains(gap.stream.source) && !isStopping {
            let source = gap.stream.source
            check(delays[source] != nil || requests[source] != nil, "nobody requests \(gap)")
        }
        let gaps = state.tracker.gaps
        let current = Dictionary(uniqueKeysWithValues: gaps.map { ($0.stream.key, $0.missing) })
        if !isAlerting, !isStopping { check(open == current, "published \(open), open \(current)") }
    }

    private mutating func perform(_ action: LossState.Action) {
        switch action {
        case .log, .setOpenGaps: break
        case .alertLater:
            check(!isAlerting, "two alerts at once")
            isAlerting = true
        case .publish(let notice, let number):
            numbers.append(number)
            open = Dictionary(uniqueKeysWithValues: notice.open.map { ($0.key, $0.detail.missing) })
        case .requestLater(let source, let seconds):
            check(delays[source] == nil && requests[source] == nil, "two requests of one source")
            check(replayed.contains(source), "a request without an endpoint")
            check(seconds >= 0 && seconds <= DaemonLimits.replayPauseSecondsMax, "a delay of \(seconds) s")
            delays[source] = seconds
        case .request(let source, let missing):
            check(delays[source] == nil && requests[source] == nil, "two requests of one source")
            check(!missing.isEmpty && missing.keys.allSatisfy { $0.source == source }, "an empty request")
            requests[source] = missing
        case .cancelRequests: (delays, requests) = ([:], [:])
        }
    }

    mutating func check(_ holds: Bool, _ text: String) {
        if !holds, breach == nil { breach = text }
    }
}

@Suite("Decisions about lost events (CONTRACT § 5)")
struct LossStateTests {
    private let sources = ["urn:a", "urn:b"]

    private func number(_ number: UInt64, _ source: String = "urn:a", sequence: Int? = nil) -> ReceivedSequence {
        ReceivedSequence(source, "e", number, sequence: sequence)
    }

    @Test("in any order of events every gap is published and requested, once at a time", arguments: UInt64(0)..<300)
    func anyOrder(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var watch = Watch(replayed: ["urn:a"])
        var since: [ReceivedSequence] = []
        for _ in 0..<60 {
            let source = random.one(of: sources)
            switch Int.random(in: 0..<16, using: &random) {
            case 0..<6:
                var numbers: [ReceivedSequence] = []
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    var received = number(UInt64.random(in: 1...9, using: &random), source)
                    if random.chance(0.5) {
                        watch.sequence += 1
                        received.sequence = watch.sequence
                        _ = watch.journaled.receive(received.number, of: received.stream)
                    } else if random.chance(0.3) {
                        received.isHead = true
                    }
                    numbers.append(received)
                }
                if watch.isRebuilding { since += numbers }
                for received in numbers {
                    _ =
                        received.isHead
                        ? watch.tracker.receiveHead(received.number, of: received.stream)
                        : watch.tracker.receive(received.number, of: received.stream)
                }
                watch.apply(.received(numbers))
            case 6..<8 where watch.isAlerting: watch.apply(.alertDue)
            case 8..<11:
                if watch.delays[source] != nil { watch.apply(.requestDue(source: source)) }
            case 11..<14:
                if watch.requests[source] != nil {
                    watch.apply(.replayed(source: source, hasReceived: random.chance(0.3)))
                }
            case 14 where random.chance(0.2):
                watch.replayed = random.chance(0.5) ? ["urn:a", "urn:b"] : ["urn:b"]
                watch.tracker.replayed = watch.replayed
                watch.apply(.configured(replayed: watch.replayed))
            case 15 where watch.isRebuilding && random.chance(0.5):
                watch.isRebuilding = false
                // The trackers read the journal's events again, without heads and rejections, and then what arrived since.
                var rebuilt = LossTracker(replayed: watch.replayed)
                let covered = watch.sequence
                for received in since {
                    _ =
                        received.isHead
                        ? rebuilt.receiveHead(received.number, of: received.stream)
                        : rebuilt.receive(received.number, of: received.stream)
                }
                watch.tracker = rebuilt
                watch.journaled = LossTracker(replayed: watch.replayed)
                watch.apply(
                    .rebuilt(
                        LossTracker(replayed: watch.replayed), journaled: LossTracker(replayed: watch.replayed),
                        through: covered))
            case 15 where !watch.isRebuilding && random.chance(0.5):
                watch.isRebuilding = true
                since = []
                watch.apply(.rebuilding)
            default: break
            }
        }
        #expect(watch.breach == nil, "\(watch.breach ?? "")")
        #expect(watch.state.tracker.memory == watch.tracker.memory)
        #expect(watch.state.journaled.memory == watch.journaled.memory)
        #expect(watch.numbers == Array(1..<(watch.numbers.count + 1)))

        watch.isStopping = true
        watch.apply(.stop)
        #expect(watch.delays.isEmpty && watch.requests.isEmpty)
        watch.apply(.received([number(100), number(102)]))
        if watch.isAlerting { watch.apply(.alertDue) }
        #expect(watch.delays.isEmpty && watch.requests.isEmpty && !watch.isAlerting && watch.breach == nil)
    }

    @Test("requests that bring nothing are repeated at growing intervals, up to a bound; events reset it")
    func backOff() {
        var state = LossState(
            tracker: LossTracker(replayed: ["urn:a"]), journaled: LossTracker(replayed: ["urn:a"]), through: 0)
        #expect(
            state.handle(.received([number(3)])).contains(
                .requestLater(source: "urn:a", seconds: DaemonLimits.replayDelaySeconds)))
        var delays: [Double] = []
        for _ in 0..<8 {
            #expect(
                state.handle(.requestDue(source: "urn:a")) == [
                    .request(source: "urn:a", missing: [number(3).stream: [1...2]])
                ])
            for case .requestLater(_, let seconds) in state.handle(.replayed(source: "urn:a", hasReceived: false)) {
                delays.append(seconds)
            }
        }
        #expect(delays == [1, 2, 4, 8, 16, 30, 30, 30])
        _ = state.handle(.requestDue(source: "urn:a"))
        #expect(
            state.handle(.replayed(source: "urn:a", hasReceived: true)) == [.requestLater(source: "urn:a", seconds: 0)])
        _ = state.handle(.received([number(1), number(2)]))
        // Nothing is missing any more, and the next gap starts again.
        #expect(state.handle(.requestDue(source: "urn:a")) == [])
        #expect(
            state.handle(.received([number(5)])).contains(
                .requestLater(source: "urn:a", seconds: DaemonLimits.replayDelaySeconds)))
    }

    @Test("after a start the restored gaps are published once, even if nothing changed")
    func restored() {
        var tracker = LossTracker()
        for received in [number(1), number(3)] { _ = tracker.receive(received.number, of: received.stream) }
        var state = LossState(tracker: tracker, journaled: tracker, through: 2)
        #expect(state.handle(.configured(replayed: [])) == [.alertLater])
        var published: [[String]] = []
        for _ in 0..<2 {
            for case .publish(let notice, _) in state.handle(.alertDue) { published.append(notice.open.map(\.key)) }
            _ = state.handle(.configured(replayed: []))
        }
        #expect(published == [["urn:a#e"]])
    }

    @Test("a snapshot contains the numbers of accepted events only, each sequence once")
    func journaled() {
        var state = LossState(tracker: LossTracker(), journaled: LossTracker(), through: 5)
        _ = state.handle(
            .received([number(1, sequence: 5), number(2, sequence: 6), number(4), number(7, sequence: 7)]))
        #expect(state.journaled.missing(of: number(1).stream) == [3...6])
        #expect(state.tracker.missing(of: number(1).stream) == [3...3, 5...6])
        #expect(state.sequence == 7)
    }
}
