import CadreContract
import CadrePlanning
import Testing

@Suite("Loss is detected from the numbers of a source (CONTRACT § 5)")
struct LossTrackerTests {
    private let nor = LossTracker.Stream(source: "urn:nor", epoch: "")

    @Test("numbers in order cause no action")
    func inOrder() {
        var tracker = LossTracker()
        for number: UInt64 in 1...100 { #expect(tracker.received(number, of: nor) == nil) }
        #expect(tracker.gaps.isEmpty)
    }

    @Test("a hole is raised once, reported again when it changes, and cleared once")
    func hole() {
        var tracker = LossTracker()
        #expect(tracker.received(1, of: nor) == nil)
        #expect(tracker.received(5, of: nor) == .raise(nor, missing: [2...4]))
        #expect(tracker.received(6, of: nor) == nil)
        #expect(tracker.received(3, of: nor) == .change(nor, missing: [2...2, 4...4]))
        #expect(tracker.received(3, of: nor) == nil, "a duplicate")
        #expect(tracker.received(8, of: nor) == .change(nor, missing: [2...2, 4...4, 7...7]))
        #expect(tracker.received(4, of: nor) == .change(nor, missing: [2...2, 7...7]))
        #expect(tracker.received(7, of: nor) == .change(nor, missing: [2...2]))
        #expect(tracker.received(2, of: nor) == .clear(nor))
        #expect(tracker.received(2, of: nor) == nil)
        #expect(tracker.received(9, of: nor) == nil)
    }

    @Test("the first number opens an epoch: earlier numbers do not count as missing")
    func firstNumber() {
        var tracker = LossTracker()
        #expect(tracker.received(40, of: nor) == nil)
        #expect(tracker.received(38, of: nor) == nil)
        #expect(tracker.received(41, of: nor) == nil)
        #expect(tracker.gaps.isEmpty)
    }

    @Test("if the source has a replay endpoint, numbers before the first one are missing too")
    func firstNumberReplayed() {
        var tracker = LossTracker(replayed: ["urn:nor"])
        #expect(tracker.received(4, of: nor) == .raise(nor, missing: [1...3]))
        let other = LossTracker.Stream(source: "urn:dnk", epoch: "")
        #expect(tracker.received(4, of: other) == nil)
        for number: UInt64 in 1...2 { _ = tracker.received(number, of: nor) }
        #expect(tracker.received(3, of: nor) == .clear(nor))
    }

    @Test("the opening numbers of all streams, or of the most recently received ones if there are too many")
    func opened() throws {
        var tracker = LossTracker(replayed: ["urn:replays"])
        let announced = LossTracker.Stream(source: "urn:dnk", epoch: "e")
        let replays = LossTracker.Stream(source: "urn:replays", epoch: "")
        let last = LossTracker.Stream(source: "urn:last", epoch: "")
        _ = tracker.received(6, of: nor)
        _ = tracker.received(4, of: nor)
        _ = tracker.head(3, of: announced)
        _ = tracker.received(9, of: replays)
        _ = tracker.head(.max, of: last)
        #expect(tracker.opened(streamsMax: 4) == [nor: 6, announced: 4, replays: 1, last: .max])
        #expect(tracker.opened(streamsMax: 2) == [replays: 1, last: .max])
        let again = try #require(LossTracker(tracker.memory, replayed: ["urn:replays"]))
        #expect(again.opened(streamsMax: 4) == tracker.opened(streamsMax: 4))
    }

    @Test("a head turns lost events at the end into a hole")
    func head() {
        var tracker = LossTracker()
        #expect(tracker.head(0, of: nor) == nil)
        #expect(tracker.received(1, of: nor) == nil)
        #expect(tracker.head(1, of: nor) == nil)
        #expect(tracker.head(3, of: nor) == .raise(nor, missing: [2...3]))
        #expect(tracker.head(3, of: nor) == nil)
        #expect(tracker.head(5, of: nor) == .change(nor, missing: [2...5]))
        #expect(tracker.received(8, of: nor) == .change(nor, missing: [2...7]))
        #expect(tracker.head(2, of: nor) == nil, "an old head takes nothing back")
        #expect(tracker.received(5, of: nor) == .change(nor, missing: [2...4, 6...7]))
    }

    @Test("a head of 0 opens an epoch at its beginning, a later head at its number")
    func headOpens() {
        var tracker = LossTracker(replayed: ["urn:usa"])
        #expect(tracker.head(0, of: nor) == nil)
        #expect(tracker.received(2, of: nor) == .raise(nor, missing: [1...1]))
        let dnk = LossTracker.Stream(source: "urn:dnk", epoch: "")
        #expect(tracker.head(7, of: dnk) == nil)
        #expect(tracker.received(9, of: dnk) == .raise(dnk, missing: [8...8]))
        let usa = LossTracker.Stream(source: "urn:usa", epoch: "")
        #expect(tracker.head(7, of: usa) == .raise(usa, missing: [1...7]))
    }

    @Test("epochs of one source are tracked separately, and an old one's holes remain until they are filled")
    func epochs() {
        var tracker = LossTracker()
        let first = LossTracker.Stream(source: "urn:nor", epoch: "a")
        let second = LossTracker.Stream(source: "urn:nor", epoch: "b")
        #expect(tracker.received(1, of: first) == nil)
        #expect(tracker.received(3, of: first) == .raise(first, missing: [2...2]))
        #expect(tracker.received(1, of: second) == nil)
        #expect(tracker.received(2, of: second) == nil)
        #expect(tracker.gaps.map(\.stream) == [first])
        #expect(tracker.missing(of: first) == [2...2])
        #expect(tracker.received(2, of: first) == .clear(first))
        #expect(first.key == "urn:nor#a")
    }

    @Test("a shard tracks only sources that number per mission, and only those of its missions")
    func shard() {
        var tracker = LossTracker(judged: .missions([ID("ntm-i")]))
        let own = LossTracker.Stream(source: "urn:nor", epoch: "ntm-i/7")
        for stream in [nor, .init(source: "urn:nor", epoch: "nmi/7"), .init(source: "urn:nor", epoch: "ntm-i")] {
            _ = tracker.received(1, of: stream)
            #expect(tracker.received(9, of: stream) == nil)
        }
        _ = tracker.received(1, of: own)
        #expect(tracker.received(3, of: own) == .raise(own, missing: [2...2]))
    }

    @Test("the greatest possible numbers are accepted")
    func extremes() {
        var tracker = LossTracker(replayed: ["urn:nor"])
        #expect(tracker.received(0, of: nor) == nil)
        #expect(tracker.received(.max, of: nor) == .raise(nor, missing: [1...(.max - 1)]))
        #expect(tracker.head(.max, of: nor) == nil)
        #expect(tracker.received(.max, of: nor) == nil)
        #expect(tracker.received(.max - 1, of: nor) == .change(nor, missing: [1...(.max - 2)]))
        let dnk = LossTracker.Stream(source: "urn:dnk", epoch: "")
        #expect(tracker.head(.max, of: dnk) == nil)
        #expect(tracker.received(1, of: dnk) == nil)
    }

    @Test("too many holes are joined from below: more numbers are requested than are missing, never fewer")
    func holesAreBounded() {
        var tracker = LossTracker(limits: LossLimits(streamsMax: 4, holesMax: 3))
        for number: UInt64 in [1, 3, 5, 7] { _ = tracker.received(number, of: nor) }
        #expect(tracker.missing(of: nor) == [2...2, 4...4, 6...6])
        #expect(tracker.received(9, of: nor) == .change(nor, missing: [2...4, 6...6, 8...8]))
        #expect(tracker.received(20, of: nor) == .change(nor, missing: [2...6, 8...8, 10...19]))
        // Splitting a hole adds one as well.
        #expect(tracker.received(15, of: nor) == .change(nor, missing: [2...8, 10...14, 16...19]))
        for number: UInt64 in 2...18 { _ = tracker.received(number, of: nor) }
        #expect(tracker.received(19, of: nor) == .clear(nor))
    }

    @Test("if there are too many streams, the one silent longest is forgotten, but never one with a hole")
    func streamsAreBounded() {
        var tracker = LossTracker(limits: LossLimits(streamsMax: 3, holesMax: 3))
        let streams = (0..<6).map { LossTracker.Stream(source: "urn:\($0)", epoch: "") }
        _ = tracker.received(1, of: streams[0])
        _ = tracker.received(3, of: streams[0])
        _ = tracker.received(1, of: streams[1])
        _ = tracker.received(1, of: streams[2])
        _ = tracker.received(2, of: streams[1])
        #expect(tracker.received(1, of: streams[3]) == nil)
        // Stream 2 was forgotten: its next number opens it again, in place of 1, now the one silent longest.
        #expect(tracker.received(5, of: streams[2]) == nil)
        #expect(tracker.received(9, of: streams[1]) == nil)
        #expect(tracker.missing(of: streams[0]) == [2...2])
        // If all streams have holes, there is no room: the numbers of a new one are counted as untracked.
        #expect(tracker.received(8, of: streams[2]) == .raise(streams[2], missing: [6...7]))
        #expect(tracker.received(11, of: streams[1]) == .raise(streams[1], missing: [10...10]))
        #expect(tracker.received(1, of: streams[4]) == nil)
        #expect(tracker.received(3, of: streams[4]) == nil)
        #expect(tracker.untracked == 2)
        #expect(tracker.gaps.map(\.stream) == [streams[0], streams[1], streams[2]])
    }

    @Test("any order and repetition leave exactly the numbers that were not received", arguments: UInt64(0)..<60)
    func bruteForce(seed: UInt64) {
        var state = seed
        func draw(_ bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % bound
        }
        var tracker = LossTracker(replayed: ["urn:nor"])
        var seen: Set<UInt64> = []
        var reached: UInt64 = 0
        var isRaised = false
        for _ in 0..<120 {
            let number = draw(40) + 1
            let action: LossTracker.Action?
            if draw(5) == 0 {
                action = tracker.head(number, of: nor)
            } else {
                action = tracker.received(number, of: nor)
                seen.insert(number)
            }
            reached = max(reached, number)
            let missing = (1...reached).filter { !seen.contains($0) }
            #expect(tracker.missing(of: nor).flatMap { Array($0) } == missing, "seed \(seed)")
            switch action {
            case .raise: #expect(!isRaised && !missing.isEmpty, "seed \(seed)")
            case .change: #expect(isRaised && !missing.isEmpty, "seed \(seed)")
            case .clear: #expect(isRaised && missing.isEmpty, "seed \(seed)")
            case nil: #expect(isRaised == !missing.isEmpty, "seed \(seed)")
            }
            isRaised = !missing.isEmpty
        }
    }
}
