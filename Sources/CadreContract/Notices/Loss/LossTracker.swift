import CadrePlanning

/// Detects missing sequence numbers of all sources. Performs no I/O. Source: CONTRACT § 5.
///
/// It receives every number and every head in the order of reading, after a restart first those of the journal, and
/// returns the changes of gaps.
public struct LossTracker: Sendable {
    /// A sequence of numbers: a source, and the epoch within which it counts.
    public struct Stream: Hashable, Sendable {
        public let source: String
        /// The epoch, or "" if the source names none.
        public let epoch: String

        public init(source: String, epoch: String) {
            self.source = source
            self.epoch = epoch
        }

        /// The key of its alert: SOURCE#EPOCH.
        public var key: String { "\(source)#\(epoch)" }
    }

    /// A change of the gaps of a stream.
    public enum Action: Equatable, Sendable {
        /// The first gap of the stream.
        case raise(Stream, missing: [ClosedRange<UInt64>])
        /// Other gaps than before.
        case change(Stream, missing: [ClosedRange<UInt64>])
        /// The last gap is closed.
        case clear(Stream)
    }

    /// The streams that are tracked.
    public enum Scope: Equatable, Sendable {
        case all
        /// The streams of a shard's missions. A shard receives all events only of sources that count per mission, whose
        /// epochs begin with `MISSION/`.
        case missions(Set<ID<Mission>>)
    }

    /// The sources with a replay endpoint: numbers before their first one are missing too. A change affects epochs that
    /// open later.
    public var replayed: Set<String>
    public let scope: Scope
    public let limits: LossLimits
    /// The number of received numbers that were not tracked, because there was no room for another stream.
    public private(set) var untracked = 0

    private struct TrackedStream {
        var record: SequenceRecord
        /// The tick of its last number.
        var last: UInt64

        /// Applies a change of the record, and returns the change of its gaps.
        mutating func apply(
            at tick: UInt64, _ stream: Stream, _ holesMax: Int, _ change: (inout SequenceRecord, Int) -> Bool
        ) -> Action? {
            last = tick
            let hadHoles = !record.holes.isEmpty
            guard change(&record, holesMax) else { return nil }
            if record.holes.isEmpty { return .clear(stream) }
            return hadHoles ? .change(stream, missing: record.holes) : .raise(stream, missing: record.holes)
        }
    }

    private var streams: [Stream: TrackedStream] = [:]
    /// The number of received numbers: the order in which streams were silent.
    private var tick: UInt64 = 0

    /// Creates a tracker without received numbers.
    public init(replayed: Set<String> = [], scope: Scope = .all, limits: LossLimits = LossLimits()) {
        self.replayed = replayed
        self.scope = scope
        self.limits = limits
    }

    /// Creates a tracker from the memory of another one with the same settings, or `nil` if the memory is inconsistent.
    public init?(
        _ memory: LossMemory, replayed: Set<String> = [], scope: Scope = .all, limits: LossLimits = LossLimits()
    ) {
        self.init(replayed: replayed, scope: scope, limits: limits)
        guard memory.numberings.count <= limits.streamsMax, memory.untracked >= 0 else { return nil }
        for numbering in memory.numberings {
            guard
                let record = SequenceRecord(
                    opened: numbering.opened, highest: numbering.highest, holes: numbering.holes,
                    holesMax: limits.holesMax)
            else { return nil }
            tick += 1
            let tracked = TrackedStream(record: record, last: tick)
            guard streams.updateValue(tracked, forKey: numbering.stream) == nil else { return nil }
        }
        untracked = memory.untracked
    }

    /// The memory of the tracker. O(n log n) with the number of streams.
    public var memory: LossMemory {
        LossMemory(
            numberings: streams.sorted { $0.value.last < $1.value.last }.map { stream, tracked in
                LossMemory.Numbering(
                    stream: stream, opened: tracked.record.opened, highest: tracked.record.highest,
                    holes: tracked.record.holes)
            }, untracked: untracked)
    }

    /// Receives the number of an event that was read, also of a rejected one unless it is `not-authorised`. O(log holes)
    /// on average.
    /// - Parameter number: At least 1; 0 has no effect.
    public mutating func receive(_ number: UInt64, of stream: Stream) -> Action? {
        guard number > 0 else { return nil }
        return update(stream, opening: number - 1) { $0.see(number, holesMax: $1) }
    }

    /// Receives a head: the source has used all numbers up to this one; 0 for none yet.
    public mutating func receiveHead(_ number: UInt64, of stream: Stream) -> Action? {
        update(stream, opening: number) { $0.reach(number, holesMax: $1) }
    }

    /// Returns the missing numbers of one stream, in order.
    public func missing(of stream: Stream) -> [ClosedRange<UInt64>] {
        streams[stream]?.record.holes ?? []
    }

    /// Returns the numbers at which streams opened; earlier numbers are not missing.
    /// - Parameter streamsMax: The maximum number of streams; if there are more, those with the latest numbers.
    public func opened(streamsMax: Int) -> [Stream: UInt64] {
        var tracked = Array(streams)
        if tracked.count > streamsMax { tracked.sort { $0.value.last > $1.value.last } }
        return Dictionary(tracked.prefix(streamsMax).map { ($0.key, $0.value.record.opened) }) { $1 }
    }

    /// The streams with missing numbers, in the order of source and epoch.
    public var gaps: [(stream: Stream, missing: [ClosedRange<UInt64>])] {
        streams.filter { !$0.value.record.holes.isEmpty }
            .map { (stream: $0.key, missing: $0.value.record.holes) }
            .sorted { bytesPrecede($0.stream.key, $1.stream.key) }
    }

    /// Changes the record of a stream, which opens with its first number.
    /// - Parameter opening: The number up to which nothing is missing if the stream is new and has no replay.
    private mutating func update(
        _ stream: Stream, opening: UInt64, _ change: (inout SequenceRecord, Int) -> Bool
    ) -> Action? {
        guard isTracked(stream) else { return nil }
        tick += 1
        if let index = streams.index(forKey: stream) {
            return streams.values[index].apply(at: tick, stream, limits.holesMax, change)
        }
        guard makeRoom() else {
            untracked += 1
            return nil
        }
        let floor = replayed.contains(stream.source) ? 0 : opening
        var tracked = TrackedStream(record: SequenceRecord(floor: floor), last: tick)
        let action = tracked.apply(at: tick, stream, limits.holesMax, change)
        streams[stream] = tracked
        return action
    }

    private func isTracked(_ stream: Stream) -> Bool {
        switch scope {
        case .all: return true
        case .missions(let missions):
            guard let slash = stream.epoch.firstIndex(of: "/") else { return false }
            return missions.contains(ID(String(stream.epoch[..<slash])))
        }
    }

    /// Removes an eighth of the streams if there is no room: those that were silent longest. A source that returns opens
    /// its epoch again. An eighth at a time, so that a new stream costs O(log n).
    ///
    /// Streams with missing numbers stay, or a loss would be hidden, and so do those with a replay, or all their events
    /// would be requested again.
    /// - Returns: Whether there is room for one more stream.
    private mutating func makeRoom() -> Bool {
        guard streams.count >= limits.streamsMax else { return true }
        let idle =
            streams
            .filter { $0.value.record.holes.isEmpty && !replayed.contains($0.key.source) }
            .sorted { $0.value.last < $1.value.last }
        for stream in idle.prefix(max(1, limits.streamsMax / 8)) { streams[stream.key] = nil }
        return streams.count < limits.streamsMax
    }
}
