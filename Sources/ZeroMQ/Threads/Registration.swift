/// The registration of a socket or descriptor in the poll of a ``SocketThread``. Used only on that thread, by the actor
/// that created it (it is not `Sendable`).
public final class Registration {
    enum Source {
        case socket(SocketCore)
        case descriptor(Int32)
    }
    let source: Source
    /// Whether the socket receives the events of another.
    let isMonitor: Bool
    /// The loop, or `nil` once the registration is cancelled or the thread has ended.
    weak var loop: PollLoop?
    var onReadable: (() -> Void)?
    var onWritable: (() -> Void)?
    var onEnd: (() -> Void)?

    init(_ source: Source, isMonitor: Bool = false, loop: PollLoop) {
        self.source = source
        self.isMonitor = isMonitor
        self.loop = loop
    }

    public var isActive: Bool { loop != nil }

    /// Whether reading is paused.
    public private(set) var isPaused = false

    /// Whether the writable handler is called while there is room. Initially `false`: most sockets always have room,
    /// and the thread would never wait.
    public var wantsWritable = false {
        didSet { loop?.needsRebuild = true }
    }

    /// Pauses reading: messages wait in libzmq's queue, then at the peers. The socket leaves the poll set, and its
    /// events are only read every ``ZeroMQLimits/pausedPollMs``, so that libzmq can continue its own work on it.
    public func pause() {
        isPaused = true
        loop?.needsRebuild = true
    }

    public func resume() {
        isPaused = false
        loop?.needsRebuild = true
    }

    /// Removes the registration. The socket stays open; close it soon, or register it again.
    public func cancel() { loop?.remove(self) }
}

/// A call that a ``SocketThread`` makes later. Used only on that thread.
public final class ScheduledCall {
    let deadline: ContinuousClock.Instant
    private var body: (() -> Void)?

    init(deadline: ContinuousClock.Instant, body: @escaping () -> Void) {
        self.deadline = deadline
        self.body = body
    }

    /// Whether the call was neither made nor cancelled yet.
    public var isPending: Bool { body != nil }

    public func cancel() { body = nil }

    func run() {
        let body = body
        self.body = nil
        body?()
    }
}
