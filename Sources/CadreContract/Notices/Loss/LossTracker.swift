import CadrePlanning

/// What has come from each source that counts, and what is missing. Decides, does nothing itself.
/// Source: CONTRACT § 5.
///
/// Tell it every number that was read (`received`) and every head (`head`), in the order of reading, after a restart
/// those of the journal first; carry out what it answers: the node's alert `sequence-gap` and, of sources that have a
/// replay endpoint, asking for what is missing.
public struct LossTracker: Sendable {
    /// One numbering: a source, and the epoch within which it counts.
    public struct Stream: Hashable, Sendable {
        public let source: String
        /// "" where the source names none.
        public let epoch: String

        public init(source: String, epoch: String) {
            self.source = source
            self.epoch = epoch
        }

        /// SOURCE#EPOCH, as the alert names it.
        public var key: String { "\(source)#\(epoch)" }
    }

    public enum Action: Equatable, Sendable {
        /// The first hole of a stream; these are missing.
        case raise(Stream, missing: [ClosedRange<UInt64>])
        /// Its holes are others than before, and not gone.
        case change(Stream, missing: [ClosedRange<UInt64>])
        /// Nothing is missing any more.
        case clear(Stream)
    }

    /// Whose numbers are judged.
    public enum Judged: Equatable, Sendable {
        case everybody
        /// A shard sees only these missions, hence only sources that count per mission: whose epoch begins `MISSION/`.
        case missions(Set<ID<Mission>>)
    }

    /// Sources that have a replay endpoint: of theirs, what is before the first number is missing too.
    /// Acts on epochs that open from then on.
    public var replayed: Set<String>
    public let judged: Judged
    public let limits: LossLimits
    /// Numbers not judged because all places were taken by streams that are not forgotten.
    public private(set) var untracked = 0

    private struct Followed {
        var record: SequenceRecord
        /// The tick at which it was last heard of.
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

    /// Takes up what another tracker of the same setting remembered.
    /// - Returns: `nil` where that cannot have been one's memory.
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

    /// What it remembers. O(n log n) with the number of streams.
    public var memory: LossMemory {
        LossMemory(
            numberings: streams.sorted { $0.value.heard < $1.value.heard }.map { stream, followed in
                LossMemory.Numbering(
                    stream: stream, opened: followed.record.opened, highest: followed.record.highest,
                    holes: followed.record.holes)
            }, untracked: untracked)
    }

    /// An event with this number was read, whatever became of it but for `not-authorised`. O(log holes) on average.
    /// - Parameter number: At least 1; 0 is nobody's number and changes nothing.
    public mutating func received(_ number: UInt64, of stream: Stream) -> Action? {
        guard number > 0 else { return nil }
        return update(stream, opening: number - 1) { $0.see(number, holesMax: $1) }
    }

    /// A source says that it has given out all numbers up to this one; 0: none yet.
    public mutating func head(_ number: UInt64, of stream: Stream) -> Action? {
        update(stream, opening: number) { $0.reach(number, holesMax: $1) }
    }

    /// What is missing of one stream, in order; empty where nothing is.
    public func missing(of stream: Stream) -> [ClosedRange<UInt64>] {
        streams[stream]?.record.holes ?? []
    }

    /// Returns the numbers at which streams opened: what is before is not missing.
    /// - Parameter streamsMax: With more streams, only those that were heard of last.
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

    /// - Parameter opening: What does not count as missing of a stream first heard of that nobody replays.
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

    /// Where all places are taken, forgets the eighth of the streams that have been silent longest: a source that comes
    /// back opens its epoch anew. An eighth at a time, so that new streams cost O(log n) each.
    ///
    /// Never one with holes, for a loss would be hidden, nor one that is replayed, for all of it would be asked again.
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
