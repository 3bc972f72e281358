import Foundation
import Testing

/// Journals that released versions wrote, each recorded by `record.sh`.
@Suite("recorded journals")
struct RecordedJournalTests {
    static let versions = ["0.1.0"]

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    @Test("a journal of a released version is valid and gives the figures of that version", arguments: versions)
    func figures(version: String) async throws {
        let recorded = Self.folder.appending(path: version)
        let folder = try TestFolder()
        let data = folder.path + "/data"
        let restored = try await BuiltProgram.run(
            ["journal", "restore", "--data", data, recorded.appending(path: "journal.sqlite").path])
        try #require(restored.status == 0, "\(restored.errors)")
        let verified = try await BuiltProgram.run(["journal", "verify", "--data", data])
        let verification = try String(contentsOf: recorded.appending(path: "verification.txt"), encoding: .utf8)
        #expect(verified.status == 0 && verified.output.hasPrefix(verification))
        let daemon = try await RunningDaemon.start(in: folder)
        for name in ["summary", "force.offered", "training.offered", "logistics.offered"] {
            let estimate = try await daemon.estimate(name, ["--mission", "ntm-i"])
            let expected = try String(contentsOf: recorded.appending(path: "\(name).json"), encoding: .utf8)
            #expect(estimate as NSDictionary == (try JSON.object(expected)) as NSDictionary, "\(name) of \(version)")
        }
    }

    @Test("every version that has a journal is tested")
    func allTested() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter {
            FileManager.default.fileExists(atPath: Self.folder.appending(path: "\($0)/journal.sqlite").path)
        }
        #expect(folders.sorted() == Self.versions.sorted())
    }
}
