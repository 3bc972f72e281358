import Testing

@testable import CadreJournal

@Suite struct SnapshotTests {
    let folder = DataFolder()
    let payload = (0..<10_000).map { UInt8(truncatingIfNeeded: $0) }

    private func reason(_ reading: SnapshotStore.Reading) -> String? {
        if case .none(let reason) = reading { reason } else { nil }
    }

    @Test("a snapshot is read back with its sequence")
    func roundTrip() async throws {
        _ = try await folder.journal().append(arrivals(1...5))
        let store = try await SnapshotStore.open(folder: folder.path)
        #expect(reason(await store.read(version: 3)) == "no snapshot exists")
        try await store.write(sequence: 4, version: 3, payload: payload)
        #expect(await store.read(version: 3) == .snapshot(sequence: 4, payload: payload))
        try await store.write(sequence: 5, version: 3, payload: [])
        #expect(await store.read(version: 3) == .snapshot(sequence: 5, payload: []))
    }

    @Test("a snapshot can cover the empty journal")
    func emptyJournal() async throws {
        _ = try await folder.journal()
        let store = try await SnapshotStore.open(folder: folder.path)
        try await store.write(sequence: 0, version: 1, payload: [1])
        #expect(await store.read(version: 1) == .snapshot(sequence: 0, payload: [1]))
    }

    @Test("a snapshot of another version is not used")
    func otherVersion() async throws {
        _ = try await folder.journal().append(arrivals(1...1))
        let store = try await SnapshotStore.open(folder: folder.path)
        try await store.write(sequence: 1, version: 1, payload: payload)
        #expect(reason(await store.read(version: 2)) == "the snapshot has version 1 instead of 2")
    }

    @Test("a snapshot cannot cover a sequence that the journal lacks")
    func missingSequence() async throws {
        _ = try await folder.journal().append(arrivals(1...1))
        let store = try await SnapshotStore.open(folder: folder.path)
        let error = await #expect(throws: JournalError.self) {
            try await store.write(sequence: 2, version: 1, payload: [])
        }
        #expect(error?.cause == .missing)
    }

    @Test("a snapshot of another journal is not used")
    func otherJournal() async throws {
        _ = try await folder.journal().append(arrivals(1...3))
        let store = try await SnapshotStore.open(folder: folder.path)
        try await store.write(sequence: 3, version: 1, payload: payload)
        let bytes = try #require(try WholeFile.read(folder.path + "/snapshot.cadre", bytesMax: 1 << 20))

        let shorter = DataFolder()
        _ = try await shorter.journal().append(arrivals(1...2))
        try WholeFile.write([bytes], to: shorter.path + "/snapshot.cadre")
        let short = await (try SnapshotStore.open(folder: shorter.path)).read(version: 1)
        #expect(reason(short) == "the snapshot has sequence 3, which the journal lacks")

        let other = DataFolder()
        _ = try await other.journal().append([arrival("x")] + arrivals(2...3))
        try WholeFile.write([bytes], to: other.path + "/snapshot.cadre")
        let differing = await (try SnapshotStore.open(folder: other.path)).read(version: 1)
        #expect(reason(differing) == "the snapshot belongs to another journal: the hash at sequence 3 differs")
    }

    @Test("every changed byte and every truncation is detected")
    func damagedSnapshot() async throws {
        _ = try await folder.journal().append(arrivals(1...1))
        let store = try await SnapshotStore.open(folder: folder.path)
        try await store.write(sequence: 1, version: 1, payload: [1, 2, 3])
        let path = folder.path + "/snapshot.cadre"
        let bytes = try #require(try WholeFile.read(path, bytesMax: 1 << 20))
        for index in bytes.indices {
            var flipped = bytes
            flipped[index] ^= 0x10
            try WholeFile.write([flipped], to: path)
            #expect(reason(await store.read(version: 1)) != nil, "byte \(index)")
        }
        for length in [0, 1, bytes.count / 2, bytes.count - 1] {
            try WholeFile.write([Array(bytes.prefix(length))], to: path)
            #expect(reason(await store.read(version: 1)) != nil, "length \(length)")
        }
        try WholeFile.write([bytes], to: path)
        #expect(await store.read(version: 1) == .snapshot(sequence: 1, payload: [1, 2, 3]))
    }
}
