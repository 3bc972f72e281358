import Testing

@testable import CadreDaemon

/// The state machine in a model of its surroundings: batches, tasks and timers that finish in any order.
private struct Pipeline: Hashable {
    var state = AcceptanceState()
    /// Work that will report an event.
    private var isReading = false
    private var isAppending = false
    private var isDelivering = false
    private var isRetrying = false
    private var isProbing = false
    /// Batches: read; appended, to be appended again or durable.
    private var hasNext = false
    private var hasCurrent = false
    private var isDurable = false
    private var isEnded = false
    private var isStopping = false
    private(set) var isFinished = false
    private(set) var isFaulty = false
    private(set) var breach: String?

    /// The events that can happen next.
    var events: [AcceptanceState.Event] {
        var events: [AcceptanceState.Event] = []
        if isReading { events += isStopping ? [.read, .ended] : [.read] }
        if isAppending {
            events += [
                .appended(isWritten: true), .appended(isWritten: false), .failed(remains: true),
                .failed(remains: false),
            ]
        }
        if isDelivering { events.append(.delivered) }
        if isRetrying { events.append(.retryDue) }
        if isProbing { events += [.probed(isWritable: true), .probed(isWritable: false)] }
        if !isStopping { events.append(.stop) }
        return events
    }

    mutating func apply(_ event: AcceptanceState.Event) {
        switch event {
        case .start: break
        case .read:
            isReading = false
            hasNext = true
        case .ended:
            isReading = false
            isEnded = true
        case .appended:
            isAppending = false
            isDurable = true
        case .failed:
            isAppending = false
            isFaulty = true
        case .delivered: isDelivering = false
        case .retryDue: isRetrying = false
        case .probed: isProbing = false
        case .stop: isStopping = true
        }
        var isRefused = false
        for action in state.handle(event) {
            if action == .refuse { isRefused = true }
            perform(action)
        }
        if case .failed = event { check(isRefused, "a failure without an answer") }
    }

    private mutating func perform(_ action: AcceptanceState.Action) {
        check(!isFinished, "\(action) after the end")
        switch action {
        case .read:
            check(!isReading && !hasNext && !isEnded, "two reads")
            isReading = true
        case .append:
            check(hasNext && !hasCurrent && !isAppending, "two appends, or nothing to append")
            (hasNext, hasCurrent, isAppending) = (false, true, true)
        case .appendAgain:
            check(hasCurrent && !isDurable && !isAppending && !isRetrying, "nothing to append again")
            isAppending = true
        case .deliver:
            check(hasCurrent && isDurable && !isDelivering, "a delivery out of order, or of nothing durable")
            (hasCurrent, isDurable, isDelivering) = (false, false, true)
        case .refuse: check(!isAppending, "a refusal without a failure")
        case .recover:
            check(isFaulty, "a recovery without a failure")
            isFaulty = false
        case .retryLater:
            check(hasCurrent && !isRetrying, "a retry without a batch")
            isRetrying = true
        case .cancelRetry:
            check(isRetrying, "no retry")
            isRetrying = false
        case .probeLater:
            check(!isProbing && isFaulty, "two probes, or a probe of a writable disk")
            isProbing = true
        case .cancelProbe:
            check(isProbing, "no probe")
            isProbing = false
        case .discard:
            check(hasCurrent && !isDurable, "nothing to discard")
            hasCurrent = false
        case .finish:
            check(isEnded && !hasNext && !hasCurrent && !isDelivering, "the end before everything is delivered")
            isFinished = true
        }
    }

    /// What must hold between events.
    mutating func checkProgress() {
        if !isFinished {
            check(isReading || isAppending || isDelivering || isRetrying, "nothing in progress, and no end")
        }
        if isFaulty, !isStopping { check(isAppending || isRetrying || isProbing, "a fault that nothing ends") }
        check(!(isRetrying && isProbing), "retry and probe at once")
    }

    private mutating func check(_ holds: Bool, _ text: String) {
        if !holds, breach == nil { breach = text }
    }
}

@Suite("The order of reading, appending and delivering")
struct AcceptanceStateTests {
    @Test("in every order of events no batch is lost, delivered twice or out of order, and the end is reached")
    func everyOrder() {
        var start = Pipeline()
        start.apply(.start)
        var seen: Set<Pipeline> = [start]
        var waiting = [start]
        var canFinish = false
        while let pipeline = waiting.popLast() {
            for event in pipeline.events {
                var next = pipeline
                next.apply(event)
                next.checkProgress()
                guard next.breach == nil else {
                    Issue.record("\(next.breach ?? ""): \(event) in \(pipeline)")
                    return
                }
                canFinish = canFinish || next.isFinished
                if seen.insert(next).inserted { waiting.append(next) }
            }
        }
        #expect(canFinish)
        #expect(seen.count > 40, "\(seen.count) states")
    }

    @Test("one batch is read and one delivered while another is appended, and no more")
    func overlap() {
        var state = AcceptanceState()
        #expect(state.handle(.start) == [.read])
        #expect(state.handle(.read) == [.append, .read])
        #expect(state.handle(.read) == [])
        #expect(state.handle(.appended(isWritten: true)) == [.deliver, .append, .read])
        #expect(state.handle(.read) == [])
        // Durable, but the batch before it is not delivered yet.
        #expect(state.handle(.appended(isWritten: true)) == [])
        #expect(state.handle(.delivered) == [.deliver, .append, .read])
        #expect(state.handle(.ended) == [])
        #expect(state.handle(.appended(isWritten: true)) == [])
        #expect(state.handle(.delivered) == [.deliver])
        #expect(state.handle(.delivered) == [.finish])
    }

    @Test("a batch with unanswered events is retried; an answered one is discarded, and the disk probed")
    func failure() {
        var state = AcceptanceState()
        _ = state.handle(.start)
        _ = state.handle(.read)
        #expect(state.handle(.failed(remains: true)) == [.refuse, .retryLater])
        #expect(state.handle(.retryDue) == [.appendAgain])
        #expect(state.handle(.appended(isWritten: true)) == [.recover, .deliver])
        _ = state.handle(.read)
        #expect(state.handle(.failed(remains: false)) == [.refuse, .discard, .probeLater])
        #expect(state.handle(.probed(isWritable: false)) == [.probeLater])
        // Heads alone do not show that the disk is writable.
        _ = state.handle(.read)
        #expect(state.handle(.appended(isWritten: false)) == [])
        #expect(state.handle(.probed(isWritable: true)) == [.recover])
    }

    @Test("at the end a failing disk gets one last attempt, and the rest is discarded")
    func stopping() {
        var state = AcceptanceState()
        _ = state.handle(.start)
        _ = state.handle(.read)
        _ = state.handle(.failed(remains: true))
        #expect(state.handle(.stop) == [.cancelRetry, .appendAgain])
        #expect(state.handle(.failed(remains: true)) == [.refuse, .discard])
        #expect(state.handle(.ended) == [.finish])
    }
}
