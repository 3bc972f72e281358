import CThreading
import Glibc

/// Threads for work that blocks, so that it does not block a thread of the cooperative pool.
public enum DetachedThread {
    private final class Start: Sendable {
        let name: String
        let body: @Sendable () -> Void
        init(name: String, body: @escaping @Sendable () -> Void) {
            self.name = name
            self.body = body
        }
    }

    /// Starts a detached thread.
    ///
    /// Signals are blocked in it, so that they reach the thread that handles them, except those that report a fault of
    /// the thread itself.
    /// - Parameter name: The thread's name in the system's tools, which show 15 bytes of it.
    /// - Throws: ``ThreadingError`` if the system gives no more threads.
    public static func start(name: String, _ body: @escaping @Sendable () -> Void) throws(ThreadingError) {
        var blocked = sigset_t()
        sigfillset(&blocked)
        // If blocked, these would end the process without Swift's report of the crash.
        for signal in [SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGSYS, SIGTRAP] { sigdelset(&blocked, signal) }
        var before = sigset_t()
        pthread_sigmask(SIG_SETMASK, &blocked, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }

        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))

        let start = Unmanaged.passRetained(Start(name: name, body: body))
        var thread = pthread_t()
        let result = pthread_create(&thread, &attributes, entry, start.toOpaque())
        if result != 0 {
            start.release()
            throw ThreadingError("start the thread \(name)", errno: result)
        }
    }

    /// The number of the calling thread. Never 0.
    static var current: UInt { UInt(pthread_self()) }

    /// A C function: it has no isolation that Swift could check on the new thread.
    private static let entry: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { pointer in
        guard let pointer else { return nil }
        let start = Unmanaged<Start>.fromOpaque(pointer).takeRetainedValue()
        _ = ct_thread_name(start.name)
        start.body()
        return nil
    }
}
