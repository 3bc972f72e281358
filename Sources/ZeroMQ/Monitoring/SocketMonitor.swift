import CZeroMQ
import Synchronization

/// The number of the latest monitor of this process. Each monitor needs a distinct name within its context.
private let monitorNumber = Atomic<UInt64>(0)

extension SocketThread {
    /// Reports the changes in a socket's connections while the socket is open.
    ///
    /// Call it before binding or connecting, so that no event is missed; one monitor per socket. libzmq's I/O thread,
    /// and with it the whole context, waits for a monitor that does not receive its events. Therefore they are received
    /// here in every turn of the loop, at most ``ZeroMQLimits/eventsPerTurnMax``, and without a high-water mark.
    /// - Parameter onEvents: A handler for the events of one turn, in order of occurrence; never empty.
    /// - Throws: ``ZeroMQError/Code/wrongState`` if the socket has a monitor already.
    public func monitor<Kind, Owner: Actor>(
        _ socket: Socket<Kind>, for owner: isolated Owner,
        onEvents: @escaping @Sendable (isolated Owner, [MonitorEvent]) -> Void
    ) throws(ZeroMQError) {
        let loop = try ownLoop("monitor")
        let pair = try socket.core.startMonitor()
        let registration = Registration(.socket(pair), isMonitor: true, loop: loop)
        let batch = MessageBatch(messagesMax: ZeroMQLimits.eventsPerTurnMax, framesKeptMax: 2)
        registration.onReadable = { [weak owner] in
            // An error here means that the context was shut down, which the poll is about to report.
            _ = try? pair.receive(into: batch, messagesMax: batch.messagesMax, bytesMax: ZeroMQLimits.batchBytesMax)
            var events: [MonitorEvent] = []
            batch.forEach { message in
                if let event = MonitorEvent(message) { events.append(event) }
            }
            batch.removeAll()
            if !events.isEmpty { owner?.assumeIsolated { onEvents($0, events) } }
        }
        loop.add(registration)
    }
}

extension SocketCore {
    /// Starts libzmq's monitor and returns the socket that receives its events. `close()` closes both.
    func startMonitor() throws(ZeroMQError) -> SocketCore {
        let handle = try opened("monitor")
        guard monitor == nil else {
            throw ZeroMQError(
                .wrongState, "monitor", subject: "a \(kind.name) socket twice", remedy: "use the existing monitor")
        }
        let number = monitorNumber.wrappingAdd(1, ordering: .relaxed).newValue
        let endpoint = try Endpoint.inproc("zmq-monitor-\(number)")
        try check("monitor", subject: "a \(kind.name) socket") {
            cz_monitor(handle, endpoint.description, MonitorEvent.mask)
        }
        do {
            let options = SocketOptions.with {
                $0.receiveHighWater = 0  // before connecting: libzmq's side sends with a blocking call
                $0.linger = .zero
            }
            let pair = try SocketCore(Pattern.PAIR.self, context: context, options: options)
            try pair.connect(endpoint)
            monitor = pair
            return pair
        } catch {
            _ = cz_monitor(handle, nil, 0)
            throw error
        }
    }
}
