import Glibc

/// A real pipe in place of standard error, whose content can be read back.
final class LogPipe {
    struct NoPipe: Error {}

    let writeEnd: Int32
    let readEnd: Int32
    private var isWriteEndOpen = true
    private var isReadEndOpen = true

    init() throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw NoPipe() }
        (readEnd, writeEnd) = (ends[0], ends[1])
    }

    deinit {
        closeWriteEnd()
        closeReadEnd()
    }

    func closeWriteEnd() {
        if isWriteEndOpen { close(writeEnd) }
        isWriteEndOpen = false
    }

    func closeReadEnd() {
        if isReadEndOpen { close(readEnd) }
        isReadEndOpen = false
    }

    /// Writes bytes until the pipe is full.
    func fill() {
        let flags = fcntl(writeEnd, F_GETFL)
        _ = fcntl(writeEnd, F_SETFL, flags | O_NONBLOCK)
        let bytes = [UInt8](repeating: UInt8(ascii: "."), count: 4_096)
        while write(writeEnd, bytes, bytes.count) > 0 {}
        while write(writeEnd, bytes, 1) > 0 {}
        _ = fcntl(writeEnd, F_SETFL, flags)
    }

    /// Reads a number of bytes, or fewer if the pipe contains fewer.
    @discardableResult
    func take(_ count: Int) -> String {
        var bytes = [UInt8](repeating: 0, count: count)
        let taken = read(readEnd, &bytes, count)
        return String(decoding: bytes.prefix(max(0, taken)), as: UTF8.self)
    }

    /// Closes the write end and returns the whole content.
    func readAll() -> String {
        closeWriteEnd()
        var all = ""
        while case let part = take(65_536), !part.isEmpty { all += part }
        return all
    }
}
