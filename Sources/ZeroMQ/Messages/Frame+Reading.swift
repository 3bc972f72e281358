import CZeroMQ

// Access to the content of libzmq's message, for every type that holds one.
extension Frame {
    static func buffer(_ message: UnsafeMutablePointer<zmq_msg_t>) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: zmq_msg_data(message), count: zmq_msg_size(message))
    }

    static func array(_ message: UnsafeMutablePointer<zmq_msg_t>) -> [UInt8] { Array(buffer(message)) }

    static func property(_ property: PeerProperty, of message: UnsafeMutablePointer<zmq_msg_t>) -> String? {
        guard let text = zmq_msg_gets(message, property.name), text.pointee != 0 else { return nil }
        return String(cString: text)
    }
}
