import CZeroMQ
import Glibc

extension SocketCore {
    /// Receives the waiting messages within the bounds, without blocking.
    /// - Returns: The number of messages in the batch.
    func receive(into batch: MessageBatch, messagesMax: Int, bytesMax: Int) throws(ZeroMQError) -> Int {
        batch.removeAll()
        let handle = try opened("receive")
        var drainable = ZeroMQLimits.framesDrainedMax
        if isDraining {
            framesDropped += try drain(handle, &drainable)
            if isDraining { return 0 }
        }
        while batch.hasRoom, batch.count < messagesMax, batch.byteCount < bytesMax, !isDraining {
            guard try receiveMessage(into: batch, handle, &drainable) else { break }
        }
        return batch.count
    }

    /// Receives one message into the batch.
    /// - Returns: Whether a message was waiting.
    private func receiveMessage(
        into batch: MessageBatch, _ handle: UnsafeMutableRawPointer, _ drainable: inout Int
    ) throws(ZeroMQError) -> Bool {
        var kept = 0
        var bytes = 0
        var more = true
        while more && kept < batch.framesKeptMax {
            let slot = batch.openSlot()
            let result = receiveFrame(slot, handle)
            if result < 0 {
                batch.closeSlot()
                if kept > 0 { batch.append(kept: kept, total: kept, bytes: bytes) }
                if result == -EAGAIN { return false }
                throw ZeroMQError(result: result, "receive", subject: "on a \(kind.name) socket")
            }
            kept += 1
            bytes += zmq_msg_size(slot)
            more = zmq_msg_more(slot) != 0
        }
        var dropped = 0
        if more {
            isDraining = true
            dropped = try drain(handle, &drainable)
            framesDropped += dropped
        }
        batch.append(kept: kept, total: kept + dropped, bytes: bytes)
        return true
    }

    /// Discards the rest of a message, within the turn's bound.
    /// - Returns: The number of frames discarded.
    private func drain(_ handle: UnsafeMutableRawPointer, _ drainable: inout Int) throws(ZeroMQError) -> Int {
        var dropped = 0
        while isDraining && drainable > 0 {
            let result = receiveFrame(scratch, handle)
            if result == -EAGAIN { break }
            if result < 0 { throw ZeroMQError(result: result, "receive", subject: "on a \(kind.name) socket") }
            dropped += 1
            drainable -= 1
            isDraining = zmq_msg_more(scratch) != 0
        }
        return dropped
    }

    /// Receives one frame. An interrupted call is repeated a bounded number of times.
    @inline(__always)
    private func receiveFrame(_ slot: UnsafeMutablePointer<zmq_msg_t>, _ handle: UnsafeMutableRawPointer) -> Int32 {
        var result = cz_msg_recv(slot, handle, ZMQ_DONTWAIT)
        var attempts = 1
        while result == -EINTR && attempts < ZeroMQLimits.interruptionsMax {
            result = cz_msg_recv(slot, handle, ZMQ_DONTWAIT)
            attempts += 1
        }
        return result
    }
}
