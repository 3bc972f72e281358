import CZeroMQ

extension SocketCore {
    /// Sets all options. Must be called before the socket is bound or connected.
    func apply(_ options: SocketOptions) throws(ZeroMQError) {
        let sends = !(kind is any SubscribingKind.Type)
        let sendHighWater = sends ? options.sendHighWater : 0
        try set("receiveHighWater", ZMQ_RCVHWM, options.receiveHighWater)
        try set("sendHighWater", ZMQ_SNDHWM, sendHighWater)
        try set("maxMessageBytes", ZMQ_MAXMSGSIZE, options.maxMessageBytes ?? -1)
        try set("linger", ZMQ_LINGER, try milliseconds("linger", options.linger))
        try set("handshakeTimeout", ZMQ_HANDSHAKE_IVL, try milliseconds("handshakeTimeout", options.handshakeTimeout))
        if let heartbeat = options.heartbeat {
            try set("heartbeat.interval", ZMQ_HEARTBEAT_IVL, try milliseconds("heartbeat.interval", heartbeat.interval))
            try set(
                "heartbeat.timeout", ZMQ_HEARTBEAT_TIMEOUT, try milliseconds("heartbeat.timeout", heartbeat.timeout))
            try set(
                "heartbeat.timeToLive", ZMQ_HEARTBEAT_TTL,
                try milliseconds(
                    "heartbeat.timeToLive", heartbeat.timeToLive, max: ZeroMQLimits.heartbeatTimeToLiveMsMax))
        }
        if let keepAlive = options.keepAlive {
            try set("keepAlive", ZMQ_TCP_KEEPALIVE, Int32(1))
            try set("keepAlive.idleSeconds", ZMQ_TCP_KEEPALIVE_IDLE, keepAlive.idleSeconds)
            try set("keepAlive.intervalSeconds", ZMQ_TCP_KEEPALIVE_INTVL, keepAlive.intervalSeconds)
            try set("keepAlive.count", ZMQ_TCP_KEEPALIVE_CNT, keepAlive.count)
        }
        try set("backlog", ZMQ_BACKLOG, options.backlog)
        try set("ipv6", ZMQ_IPV6, Int32(options.ipv6 ? 1 : 0))
        try set("immediate", ZMQ_IMMEDIATE, Int32(options.immediate ? 1 : 0))
        try apply(options.security)

        assert((try? get("receiveHighWater", ZMQ_RCVHWM, as: Int32.self)) == options.receiveHighWater)
        assert((try? get("sendHighWater", ZMQ_SNDHWM, as: Int32.self)) == sendHighWater)
        assert((try? get("maxMessageBytes", ZMQ_MAXMSGSIZE, as: Int64.self)) == options.maxMessageBytes ?? -1)
    }

    private func milliseconds(
        _ name: String, _ duration: Duration, max: Int = Int(Int32.max)
    ) throws(ZeroMQError) -> Int32 {
        let (seconds, attoseconds) = duration.components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1000)
        let value = whole &+ attoseconds / 1_000_000_000_000_000
        guard !overflow, value >= 0, value <= max else {
            throw ZeroMQError(
                .invalidOption, "set the option \(name) to", subject: "\(duration)",
                remedy: "use 0 to \(max) milliseconds")
        }
        return Int32(value)
    }

    // MARK: One option

    func set<Value: FixedWidthInteger>(_ name: String, _ option: Int32, _ value: Value) throws(ZeroMQError) {
        let handle = try opened("set the option \(name)")
        var value = value
        try check("set the option \(name) to", subject: "\(value)") {
            cz_setsockopt(handle, option, &value, MemoryLayout<Value>.size)
        }
    }

    /// Sets an option of bytes. The error does not contain the value, which may be secret.
    func set(_ name: String, _ option: Int32, bytes: [UInt8]) throws(ZeroMQError) {
        let handle = try opened("set the option \(name)")
        try check("set the option \(name)") { cz_setsockopt(handle, option, bytes, bytes.count) }
    }

    func get<Value: FixedWidthInteger>(
        _ name: String, _ option: Int32, as type: Value.Type
    ) throws(ZeroMQError) -> Value {
        let handle = try opened("read the option \(name)")
        var value = Value.zero
        var size = MemoryLayout<Value>.size
        try check("read the option \(name)") { cz_getsockopt(handle, option, &value, &size) }
        return value
    }

    func getText(_ name: String, _ option: Int32) throws(ZeroMQError) -> String {
        let handle = try opened("read the option \(name)")
        var bytes = [UInt8](repeating: 0, count: 512)
        var size = bytes.count
        try check("read the option \(name)") { cz_getsockopt(handle, option, &bytes, &size) }
        return String(decoding: bytes.prefix(size).prefix { $0 != 0 }, as: UTF8.self)
    }
}
