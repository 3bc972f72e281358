import Glibc

/// A real pipe as standard error would be: what is written can be read back.
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

    /// Puts bytes in until no more fit.
    func fill() {
        let flags = fcntl(writeEnd, F_GETFL)
        _ = fcntl(writeEnd, F_SETFL, flags | O_NONBLOCK)
        let bytes = [UInt8](repeating: UInt8(ascii: "."), count: 4_096)
        while write(writeEnd, bytes, bytes.count) > 0 {}
        while write(writeEnd, bytes, 1) > 0 {}
        _ = fcntl(writeEnd, F_SETFL, flags)
    }

    /// Takes out so many bytes, or what there is.
    @discardableResult
    func take(_ count: Int) -> String {
        var bytes = [UInt8](repeating: 0, count: count)
        let taken = read(readEnd, &bytes, count)
        return String(decoding: bytes.prefix(max(0, taken)), as: UTF8.self)
    }

    /// Everything that was written. Ends the writing.
    func readAll() -> String {
        closeWriteEnd()
        var all = ""
        while case let part = take(65_536), !part.isEmpty { all += part }
        return all
    }
}
