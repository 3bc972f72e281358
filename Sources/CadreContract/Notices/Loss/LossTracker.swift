import CadrePlanning

/// The numbers received from each source that numbers its events, and the missing ones. Performs no I/O. Source:
/// CONTRACT § 5.
///
/// Pass it every number that was read (`received`) and every head (`head`) in the order of reading, after a restart
/// those of the journal first. Perform the returned actions: the node's alert `sequence-gap` and, for sources with a
/// replay endpoint, requests of the missing events.
public struct LossTracker: Sendable {
    /// One numbering: a source, and the epoch of its numbers.
    public struct Stream: Hashable, Sendable {
        public let source: String
        /// The epoch; "" if the source names none.
        public let epoch: String

        public init(source: String, epoch: String) {
            self.source = source
            self.epoch = epoch
        }

        /// The key in the alert: SOURCE#EPOCH.
        public var key: String { "\(source)#\(epoch)" }
    }

    public enum Action: Equatable, Sendable {
        /// The first holes of a stream, as ranges of missing numbers.
        case raise(Stream, missing: [ClosedRange<UInt64>])
        /// The holes changed, but some remain.
        case change(Stream, missing: [ClosedRange<UInt64>])
        /// No number is missing any more.
        case clear(Stream)
    }

    /// The sources whose numbers are tracked.
    public enum Judged: Equatable, Sendable {
        case everybody
        /// The sources of these missions. A shard sees only them, hence only sources that number per mission: their
        /// epochs begin with `MISSION/`.
        case missions(Set<ID<Mission>>)
    }

    /// The sources that have a replay endpoint: their numbers before the first received one also count as missing.
    /// Applies to epochs that open after a change.
    public var replayed: Set<String>
    public let judged: Judged
    public let limits: LossLimits
    /// The count of numbers not tracked because the streams that must be kept used all places.
    public private(set) var untracked = 0

    private struct Followed {
        var record: SequenceRecord
        /// The tick of the last number received.
        var heard: UInt64

        mutating func hear(
            at tick: UInt64, _ stream: Stream, _ holesMax: Int, _ change: (inout SequenceRecord, Int) -> Bool
        ) -> Action? {
            heard = tick
            let hadHoles = !record.holes.isEmpty
            guard change(&record, holesMax) else { return nil }
            if record.holes.isEmpty { return .clear(stream) }
            return hadHoles ? .change(stream, missing: record.holes) : .raise(stream, missing: record.holes)
        }
    }

    private var streams: [Stream: Followed] = [:]
    private var tick: UInt64 = 0

    public init(replayed: Set<String> = [], judged: Judged = .everybody, limits: LossLimits = LossLimits()) {
        self.replayed = replayed
        self.judged = judged
        self.limits = limits
    }

    /// Restores the state of another tracker with the same settings, or returns `nil` if the state is invalid.
    public init?(
        _ memory: LossMemory, replayed: Set<String> = [], judged: Judged = .everybody,
        limits: LossLimits = LossLimits()
    ) {
        self.init(replayed: replayed, judged: judged, limits: limits)
        guard memory.numberings.count <= limits.streamsMax, memory.untracked >= 0 else { return nil }
        for numbering in memory.numberings {
            guard
                let record = SequenceRecord(
                    opened: numbering.opened, highest: numbering.highest, holes: numbering.holes,
                    holesMax: limits.holesMax)
            else { return nil }
            tick += 1
            guard streams.updateValue(Followed(record: record, heard: tick), forKey: numbering.stream) == nil else {
                return nil
            }
        }
        untracked = memory.untracked
    }

    /// The current state. O(n log n) with the number of streams.
    public var memory: LossMemory {
        LossMemory(
            numberings: streams.sorted { $0.value.heard < $1.value.heard }.map { stream, followed in
                LossMemory.Numbering(
                    stream: stream, opened: followed.record.opened, highest: followed.record.highest,
                    holes: followed.record.holes)
            }, untracked: untracked)
    }

    /// Records that an event with this number was read, whatever its outcome except `not-authorised`. O(log holes) on
    /// average.
    /// - Parameter number: A number from 1; 0 is ignored.
    public mutating func received(_ number: UInt64, of stream: Stream) -> Action? {
        guard number > 0 else { return nil }
        return update(stream, opening: number - 1) { $0.see(number, holesMax: $1) }
    }

    /// Records that a source announced all numbers up to this one; 0 before its first.
    public mutating func head(_ number: UInt64, of stream: Stream) -> Action? {
        update(stream, opening: number) { $0.reach(number, holesMax: $1) }
    }

    /// Returns the missing numbers of one stream, in order; empty if none is missing.
    public func missing(of stream: Stream) -> [ClosedRange<UInt64>] {
        streams[stream]?.record.holes ?? []
    }

    /// Returns the numbers at which streams opened: earlier ones do not count as missing.
    /// - Parameter streamsMax: The maximum number of streams returned: the most recently received ones.
    public func opened(streamsMax: Int) -> [Stream: UInt64] {
        var followed = Array(streams)
        if followed.count > streamsMax { followed.sort { $0.value.heard > $1.value.heard } }
        return Dictionary(followed.prefix(streamsMax).map { ($0.key, $0.value.record.opened) }) { $1 }
    }

    /// Every stream with holes, in the order of source and epoch.
    public var gaps: [(stream: Stream, missing: [ClosedRange<UInt64>])] {
        streams.filter { !$0.value.record.holes.isEmpty }
            .map { (stream: $0.key, missing: $0.value.record.holes) }
            .sorted { bytesPrecede($0.stream.key, $1.stream.key) }
    }

    /// Applies a change to the record of a stream, which is created if necessary.
    /// - Parameter opening: The last number that does not count as missing in a new stream without replay.
    private mutating func update(
        _ stream: Stream, opening: UInt64, _ change: (inout SequenceRecord, Int) -> Bool
    ) -> Action? {
        guard judges(stream) else { return nil }
        tick += 1
        if let index = streams.index(forKey: stream) {
            return streams.values[index].hear(at: tick, stream, limits.holesMax, change)
        }
        guard makeRoom() else {
            untracked += 1
            return nil
        }
        let floor = replayed.contains(stream.source) ? 0 : opening
        var followed = Followed(record: SequenceRecord(floor: floor), heard: tick)
        let action = followed.hear(at: tick, stream, limits.holesMax, change)
        streams[stream] = followed
        return action
    }

    private func judges(_ stream: Stream) -> Bool {
        switch judged {
        case .everybody: return true
        case .missions(let missions):
            guard let slash = stream.epoch.firstIndex(of: "/") else { return false }
            return missions.contains(ID(String(stream.epoch[..<slash])))
        }
    }

    /// Makes room for a stream. If all places are used, forgets the eighth of the streams that have been silent
    /// longest: a source that returns opens its epoch again. Forgetting an eighth at a time makes new streams cost
    /// O(log n) each.
    ///
    /// Streams with holes are never forgotten, because a loss would be hidden, and neither are replayed ones, because
    /// all their events would be requested again.
    /// - Returns: Whether there is room for one more.
    private mutating func makeRoom() -> Bool {
        guard streams.count >= limits.streamsMax else { return true }
        let idle =
            streams
            .filter { $0.value.record.holes.isEmpty && !replayed.contains($0.key.source) }
            .sorted { $0.value.heard < $1.value.heard }
        for stream in idle.prefix(max(1, limits.streamsMax / 8)) { streams[stream.key] = nil }
        return streams.count < limits.streamsMax
    }
}
