import CZeroMQ
import Glibc

/// Threads of our own for what blocks: never the cooperative pool.
enum DetachedThread {
    private final class Start: Sendable {
        let name: String
        let body: @Sendable () -> Void
        init(name: String, body: @escaping @Sendable () -> Void) {
            self.name = name
            self.body = body
        }
    }

    /// Starts a thread that nobody joins. All signals are blocked in it, as in libzmq's own threads, so that they reach
    /// whoever reads them. With no thread to be had the body runs here and now: rather late than never.
    static func start(name: String, _ body: @escaping @Sendable () -> Void) {
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
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
            body()
        }
    }

    /// A C function: it carries no isolation that Swift could check on this foreign thread.
    private static let entry: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { pointer in
        guard let pointer else { return nil }
        let start = Unmanaged<Start>.fromOpaque(pointer).takeRetainedValue()
        _ = cz_thread_name(start.name)
        start.body()
        return nil
    }
}
