/// A socket's or descriptor's place in the poll of a ``SocketThread``. Used on that thread only, by the actor that made
/// it (it is not `Sendable`).
public final class Registration {
    enum Source {
        case socket(SocketCore)
        case descriptor(Int32)
    }
    let source: Source
    /// Whether the socket receives the events of another.
    let isMonitor: Bool
    /// `nil` once it is cancelled or the thread has ended.
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

    /// Whether reading is held back.
    public private(set) var isPaused = false

    /// Whether the writable handler is called while there is room. Off at first: most sockets always have room, and the
    /// thread would never rest.
    public var wantsWritable = false {
        didSet { loop?.needsRebuild = true }
    }

    /// Holds reading back: messages wait in libzmq's queue, then at the peers. The socket leaves the poll set, and is
    /// only asked for its events every ``ZeroMQLimits/pausedPollMs``, so that libzmq can go on with its own work on it.
    public func pause() {
        isPaused = true
        loop?.needsRebuild = true
    }

    public func resume() {
        isPaused = false
        loop?.needsRebuild = true
    }

    /// Leaves the poll. The socket stays open; it should be closed soon, or registered again.
    public func cancel() { loop?.remove(self) }
}

/// A call that a ``SocketThread`` is to make later. Used on that thread only.
public final class ScheduledCall {
    let deadline: ContinuousClock.Instant
    private var body: (() -> Void)?

    init(deadline: ContinuousClock.Instant, body: @escaping () -> Void) {
        self.deadline = deadline
        self.body = body
    }

    /// Whether it is neither made nor cancelled yet.
    public var isPending: Bool { body != nil }

    public func cancel() { body = nil }

    func run() {
        let body = body
        self.body = nil
        body?()
    }
}
