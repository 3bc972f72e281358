import Threading

extension ThreadExecutor where Loop == WakeUpLoop {
    /// Starts the thread of an actor that blocks on the disk. The actor stops it in its `deinit`.
    /// - Parameter path: The file or folder that it works on, for the error.
    static func forDisk(name: String, path: String) throws(JournalError) -> ThreadExecutor {
        do throws(ThreadingError) {
            return try ThreadExecutor(name: name)
        } catch {
            throw JournalError(errno: error.errno, path: path, doing: "cannot \(error.action)")
        }
    }
}
