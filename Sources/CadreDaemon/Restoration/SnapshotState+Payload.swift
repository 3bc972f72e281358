import CadreContract
import CadrePlanning

extension SnapshotState {
    /// The content as bytes, without the sequence, which the snapshot's header contains.
    var payload: [UInt8] {
        var writer = PayloadWriter()
        writer.put(replayed)
        writer.put(tracked == nil ? 0 : 1)
        if let tracked { writer.put(tracked) }
        writer.put(missions.count)
        for mission in missions { writer.put(mission) }
        writer.put(loss)
        return writer.bytes
    }

    /// Parses the content of a snapshot.
    init(sequence: Int, payload: [UInt8]) throws(UnfitSnapshot) {
        var reader = PayloadReader(payload)
        let replayed = try reader.texts()
        let tracked = try reader.number() == 0 ? nil : try reader.texts()
        var missions: [StoredMission] = []
        for _ in 0..<(try reader.count()) { missions.append(try reader.mission()) }
        let loss = try reader.loss()
        guard reader.isAtEnd else { throw UnfitSnapshot("trailing bytes after the payload") }
        self.init(sequence: sequence, missions: missions, replayed: replayed, tracked: tracked, loss: loss)
    }
}

extension PayloadWriter {
    fileprivate mutating func put(_ texts: [String]) {
        put(texts.count)
        for text in texts { put(text) }
    }

    fileprivate mutating func put(_ mission: SnapshotState.StoredMission) {
        put(mission.mission.text)
        put(mission.memory.revision)
        put(mission.memory.cause)
        put(mission.memory.latestPlanTime == nil ? 0 : 1)
        if let time = mission.memory.latestPlanTime {
            put(time.seconds)
            put(time.fraction)
        }
        put(mission.memory.statusesSeen.count)
        for (pledge, statuses) in mission.memory.statusesSeen.sorted(by: { $0.key < $1.key }) {
            put(pledge.text)
            put(statuses.map(\.rawValue).sorted(by: bytesPrecede))
        }
        put(mission.current.count)
        var before = 0
        for sequence in mission.current {
            put(sequence - before)
            before = sequence
        }
    }

    fileprivate mutating func put(_ loss: LossMemory) {
        put(loss.untracked)
        put(loss.numberings.count)
        for numbering in loss.numberings {
            put(numbering.stream.source)
            put(numbering.stream.epoch)
            put(numbering.opened)
            put(numbering.highest)
            put(numbering.holes.count)
            for hole in numbering.holes {
                put(hole.lowerBound)
                put(hole.upperBound)
            }
        }
    }
}

extension PayloadReader {
    fileprivate mutating func texts() throws(UnfitSnapshot) -> [String] {
        var texts: [String] = []
        for _ in 0..<(try count()) { texts.append(try text()) }
        return texts
    }

    fileprivate mutating func mission() throws(UnfitSnapshot) -> SnapshotState.StoredMission {
        let mission = ID<Mission>(try text())
        let revision = try signedNumber()
        let cause = try text()
        let time = try number() == 0 ? nil : Instant(seconds: try signedNumber(), fraction: try text())
        var statusesSeen: [ID<Pledge>: Set<Pledge.Status>] = [:]
        for _ in 0..<(try count()) {
            let pledge = ID<Pledge>(try text())
            for name in try texts() {
                guard let status = Pledge.Status(rawValue: name) else {
                    throw UnfitSnapshot("its payload has an unknown status")
                }
                statusesSeen[pledge, default: []].insert(status)
            }
        }
        var current: [Int] = []
        var last = 0
        for _ in 0..<(try count()) {
            let (next, isBeyond) = last.addingReportingOverflow(try signedNumber())
            guard !isBeyond, next > last else { throw UnfitSnapshot("its sequences are not in order") }
            current.append(next)
            last = next
        }
        return SnapshotState.StoredMission(
            mission: mission,
            memory: CurrentDocuments.Memory(
                statusesSeen: statusesSeen, latestPlanTime: time, revision: revision, cause: cause),
            current: current)
    }

    fileprivate mutating func loss() throws(UnfitSnapshot) -> LossMemory {
        let untracked = try signedNumber()
        var numberings: [LossMemory.Numbering] = []
        for _ in 0..<(try count()) {
            let stream = LossTracker.Stream(source: try text(), epoch: try text())
            let opened = try number()
            let highest = try number()
            var holes: [ClosedRange<UInt64>] = []
            for _ in 0..<(try count()) {
                let first = try number()
                let last = try number()
                guard first <= last else { throw UnfitSnapshot("it has a gap that ends before it begins") }
                holes.append(first...last)
            }
            numberings.append(LossMemory.Numbering(stream: stream, opened: opened, highest: highest, holes: holes))
        }
        return LossMemory(numberings: numberings, untracked: untracked)
    }
}
