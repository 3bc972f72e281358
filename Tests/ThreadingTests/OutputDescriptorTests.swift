import Glibc
import Testing
import Threading

@Suite(.timeLimit(.minutes(1)))
struct OutputDescriptorTests {
    /// A pipe whose write end does not block.
    private struct TestPipe {
        let readEnd: Int32
        let writeEnd: Int32

        init() {
            var ends: [Int32] = [-1, -1]
            #expect(pipe(&ends) == 0)
            (readEnd, writeEnd) = (ends[0], ends[1])
            _ = fcntl(writeEnd, F_SETFL, O_NONBLOCK)
        }

        func close() {
            Glibc.close(readEnd)
            Glibc.close(writeEnd)
        }
    }

    @Test("more bytes than a pipe holds are written whole, in their order, while a reader reads")
    func whole() throws {
        let pipe = TestPipe()
        defer { pipe.close() }
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
        let (readEnd, writeEnd) = (pipe.readEnd, pipe.writeEnd)
        let isDone = try WakeUp()
        try DetachedThread.start(name: "test-writer") {
            #expect(throws: Never.self) { try OutputDescriptor(writeEnd).writeAll(bytes) }
            isDone.signal()
        }
        var received: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while received.count < bytes.count {
            let count = read(readEnd, &chunk, chunk.count)
            try #require(count > 0)
            received += chunk.prefix(count)
        }
        isDone.wait()
        #expect(received == bytes)
    }

    @Test("without room the caller may end the writing, and learns how much is written")
    func ended() throws {
        let pipe = TestPipe()
        defer { pipe.close() }
        let output = OutputDescriptor(pipe.writeEnd)
        let bytes = [UInt8](repeating: 1, count: 1_000_000)
        let error = bytes.withUnsafeBytes { buffer in
            #expect(throws: IncompleteWrite.self) {
                try output.writeAll(buffer, bytesPerCallMax: 4_096) { output.waitForRoom(milliseconds: 0) }
            }
        }
        #expect(error?.errno == EAGAIN)
        #expect((error?.bytesWritten).map { (4_096..<1_000_000).contains($0) } == true)
    }

    @Test("an error of the system's ends the writing")
    func error() {
        #expect(throws: IncompleteWrite.self) { try OutputDescriptor(-1).writeAll([1]) }
        #expect(throws: Never.self) { try OutputDescriptor(-1).writeAll([]) }
    }
}
