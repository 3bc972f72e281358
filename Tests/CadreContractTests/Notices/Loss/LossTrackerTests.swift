import CadreContract
import CadrePlanning
import Testing

@Suite("Loss is noticed by the numbers of a source (CONTRACT § 5)")
struct LossTrackerTests {
    private let nor = LossTracker.Stream(source: "urn:nor", epoch: "")

    @Test("numbers in order say nothing")
    func inOrder() {
        var tracker = LossTracker()
        for number: UInt64 in 1...100 { #expect(tracker.receive(number, of: nor) == nil) }
        #expect(tracker.gaps.isEmpty)
    }

    @Test("a hole is raised once, told again as it changes, and cleared once")
    func hole() {
        var tracker = LossTracker()
        #expect(tracker.receive(1, of: nor) == nil)
        #expect(tracker.receive(5, of: nor) == .raise(nor, missing: [2...4]))
        #expect(tracker.receive(6, of: nor) == nil)
        #expect(tracker.receive(3, of: nor) == .change(nor, missing: [2...2, 4...4]))
        #expect(tracker.receive(3, of: nor) == nil, "a duplicate")
        #expect(tracker.receive(8, of: nor) == .change(nor, missing: [2...2, 4...4, 7...7]))
        #expect(tracker.receive(4, of: nor) == .change(nor, missing: [2...2, 7...7]))
        #expect(tracker.receive(7, of: nor) == .change(nor, missing: [2...2]))
        #expect(tracker.receive(2, of: nor) == .clear(nor))
        #expect(tracker.receive(2, of: nor) == nil)
        #expect(tracker.receive(9, of: nor) == nil)
    }

    @Test("the first number opens an epoch: what was before it is nobody's loss")
    func firstNumber() {
        var tracker = LossTracker()
        #expect(tracker.receive(40, of: nor) == nil)
        #expect(tracker.receive(38, of: nor) == nil)
        #expect(tracker.receive(41, of: nor) == nil)
        #expect(tracker.gaps.isEmpty)
    }

    @Test("where the source replays, what was before the first number is missing too")
    func firstNumberReplayed() {
        var tracker = LossTracker(replayed: ["urn:nor"])
        #expect(tracker.receive(4, of: nor) == .raise(nor, missing: [1...3]))
        let other = LossTracker.Stream(source: "urn:dnk", epoch: "")
        #expect(tracker.receive(4, of: other) == nil)
        for number: UInt64 in 1...2 { _ = tracker.receive(number, of: nor) }
        #expect(tracker.receive(3, of: nor) == .clear(nor))
    }

    @Test("where each stream opened is told, of those heard of last where there are too many")
    func opened() throws {
        var tracker = LossTracker(replayed: ["urn:replays"])
        let announced = LossTracker.Stream(source: "urn:dnk", epoch: "e")
        let replays = LossTracker.Stream(source: "urn:replays", epoch: "")
        let last = LossTracker.Stream(source: "urn:last", epoch: "")
        _ = tracker.receive(6, of: nor)
        _ = tracker.receive(4, of: nor)
        _ = tracker.receiveHead(3, of: announced)
        _ = tracker.receive(9, of: replays)
        _ = tracker.receiveHead(.max, of: last)
        #expect(tracker.opened(streamsMax: 4) == [nor: 6, announced: 4, replays: 1, last: .max])
        #expect(tracker.opened(streamsMax: 2) == [replays: 1, last: .max])
        let again = try #require(LossTracker(tracker.memory, replayed: ["urn:replays"]))
        #expect(again.opened(streamsMax: 4) == tracker.opened(streamsMax: 4))
    }

    @Test("a head makes a lost tail a hole")
    func head() {
        var tracker = LossTracker()
        #expect(tracker.receiveHead(0, of: nor) == nil)
        #expect(tracker.receive(1, of: nor) == nil)
        #expect(tracker.receiveHead(1, of: nor) == nil)
        #expect(tracker.receiveHead(3, of: nor) == .raise(nor, missing: [2...3]))
        #expect(tracker.receiveHead(3, of: nor) == nil)
        #expect(tracker.receiveHead(5, of: nor) == .change(nor, missing: [2...5]))
        #expect(tracker.receive(8, of: nor) == .change(nor, missing: [2...7]))
        #expect(tracker.receiveHead(2, of: nor) == nil, "an old head takes nothing back")
        #expect(tracker.receive(5, of: nor) == .change(nor, missing: [2...4, 6...7]))
    }

    @Test("a head of 0 opens an epoch at its beginning, a later one where it stands")
    func headOpens() {
        var tracker = LossTracker(replayed: ["urn:usa"])
        #expect(tracker.receiveHead(0, of: nor) == nil)
        #expect(tracker.receive(2, of: nor) == .raise(nor, missing: [1...1]))
        let dnk = LossTracker.Stream(source: "urn:dnk", epoch: "")
        #expect(tracker.receiveHead(7, of: dnk) == nil)
        #expect(tracker.receive(9, of: dnk) == .raise(dnk, missing: [8...8]))
        let usa = LossTracker.Stream(source: "urn:usa", epoch: "")
        #expect(tracker.receiveHead(7, of: usa) == .raise(usa, missing: [1...7]))
    }

    @Test("epochs of one source are counted apart, and an old one's holes stay until they are filled")
    func epochs() {
        var tracker = LossTracker()
        let first = LossTracker.Stream(source: "urn:nor", epoch: "a")
        let second = LossTracker.Stream(source: "urn:nor", epoch: "b")
        #expect(tracker.receive(1, of: first) == nil)
        #expect(tracker.receive(3, of: first) == .raise(first, missing: [2...2]))
        #expect(tracker.receive(1, of: second) == nil)
        #expect(tracker.receive(2, of: second) == nil)
        #expect(tracker.gaps.map(\.stream) == [first])
        #expect(tracker.missing(of: first) == [2...2])
        #expect(tracker.receive(2, of: first) == .clear(first))
        #expect(first.key == "urn:nor#a")
    }

    @Test("a shard judges only sources that count per mission, and only of its own missions")
    func shard() {
        var tracker = LossTracker(scope: .missions([ID("ntm-i")]))
        let own = LossTracker.Stream(source: "urn:nor", epoch: "ntm-i/7")
        for stream in [nor, .init(source: "urn:nor", epoch: "nmi/7"), .init(source: "urn:nor", epoch: "ntm-i")] {
            _ = tracker.receive(1, of: stream)
            #expect(tracker.receive(9, of: stream) == nil)
        }
        _ = tracker.receive(1, of: own)
        #expect(tracker.receive(3, of: own) == .raise(own, missing: [2...2]))
    }

    @Test("the greatest numbers there are do no harm")
    func extremes() {
        var tracker = LossTracker(replayed: ["urn:nor"])
        #expect(tracker.receive(0, of: nor) == nil)
        #expect(tracker.receive(.max, of: nor) == .raise(nor, missing: [1...(.max - 1)]))
        #expect(tracker.receiveHead(.max, of: nor) == nil)
        #expect(tracker.receive(.max, of: nor) == nil)
        #expect(tracker.receive(.max - 1, of: nor) == .change(nor, missing: [1...(.max - 2)]))
        let dnk = LossTracker.Stream(source: "urn:dnk", epoch: "")
        #expect(tracker.receiveHead(.max, of: dnk) == nil)
        #expect(tracker.receive(1, of: dnk) == nil)
    }

    @Test("too many holes are joined from below: more is asked for than is missing, never less")
    func holesAreBounded() {
        var tracker = LossTracker(limits: LossLimits(streamsMax: 4, holesMax: 3))
        for number: UInt64 in [1, 3, 5, 7] { _ = tracker.receive(number, of: nor) }
        #expect(tracker.missing(of: nor) == [2...2, 4...4, 6...6])
        #expect(tracker.receive(9, of: nor) == .change(nor, missing: [2...4, 6...6, 8...8]))
        #expect(tracker.receive(20, of: nor) == .change(nor, missing: [2...6, 8...8, 10...19]))
        // A hole split in the middle is one more as well.
        #expect(tracker.receive(15, of: nor) == .change(nor, missing: [2...8, 10...14, 16...19]))
        for number: UInt64 in 2...18 { _ = tracker.receive(number, of: nor) }
        #expect(tracker.receive(19, of: nor) == .clear(nor))
    }

    @Test("of too many streams the longest silent is forgotten, but never one with a hole")
    func streamsAreBounded() {
        var tracker = LossTracker(limits: LossLimits(streamsMax: 3, holesMax: 3))
        let streams = (0..<6).map { LossTracker.Stream(source: "urn:\($0)", epoch: "") }
        _ = tracker.receive(1, of: streams[0])
        _ = tracker.receive(3, of: streams[0])
        _ = tracker.receive(1, of: streams[1])
        _ = tracker.receive(1, of: streams[2])
        _ = tracker.receive(2, of: streams[1])
        #expect(tracker.receive(1, of: streams[3]) == nil)
        // Stream 2 went: its next number opens it anew. That took the place of 1, the longest silent by then.
        #expect(tracker.receive(5, of: streams[2]) == nil)
        #expect(tracker.receive(9, of: streams[1]) == nil)
        #expect(tracker.missing(of: streams[0]) == [2...2])
        // With holes in all of them there is no room: the numbers of a new one are counted, not judged.
        #expect(tracker.receive(8, of: streams[2]) == .raise(streams[2], missing: [6...7]))
        #expect(tracker.receive(11, of: streams[1]) == .raise(streams[1], missing: [10...10]))
        #expect(tracker.receive(1, of: streams[4]) == nil)
        #expect(tracker.receive(3, of: streams[4]) == nil)
        #expect(tracker.untracked == 2)
        #expect(tracker.gaps.map(\.stream) == [streams[0], streams[1], streams[2]])
    }

    @Test("any order and any repetition leave exactly what did not come", arguments: UInt64(0)..<60)
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
                action = tracker.receiveHead(number, of: nor)
            } else {
                action = tracker.receive(number, of: nor)
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
