import Foundation
import Yardstick
import ZeroMQ

/// Comparisons of receiving and round trips through an actor with libzmq in C, alternately in the same run.
@main
struct ZeroMQBench {
    static let messages: Int32 = 400_000
    static let topicBytes: Int32 = 32
    static let payloadBytes: Int32 = 388  // 420 bytes together
    static let trips: Int32 = 20_000
    static let rounds = 5

    static func main() async throws {
        var inC: [Double] = [], viewed: [Double] = [], copied: [Double] = []
        var askC: [Double] = [], askSwift: [Double] = []
        for _ in 0..<rounds {
            inC.append(await receiveInC())
            viewed.append(try await receiveInSwift(copies: false))
            copied.append(try await receiveInSwift(copies: true))
            askC.append(await askInC())
            askSwift.append(try await askInSwift())
        }
        let c = median(inC), view = median(viewed), copy = median(copied)
        print("receive, 420 bytes in two frames, PUB to SUB over tcp, messages per second (median of \(rounds))")
        print("  C                            \(Int(c))")
        print("  Swift actor, frames viewed   \(Int(view))  ratio \(rounded(view / c))  (to be at least 0.9)")
        print("  Swift actor, frames copied   \(Int(copy))  ratio \(rounded(copy / c))")
        let askedC = median(askC), asked = median(askSwift)
        print("round trip, REQ to ROUTER over tcp, microseconds at p50 (median of \(rounds))")
        print("  C                            \(rounded(askedC))")
        print("  Swift actor                  \(rounded(asked))  ratio \(rounded(asked / askedC))  (to be at most 1.5)")
    }

    static func receiveInC() async -> Double {
        await onThread {
            let nanoseconds = yardstick_receive(messages, publish, nil)
            return Double(messages) / Double(nanoseconds) * 1e9
        }
    }

    static func receiveInSwift(copies: Bool) async throws -> Double {
        let context = try Context(), thread = try SocketThread(name: "bench")
        let receiver = BenchedReceiver(on: thread, count: Int(messages), copies: copies)
        publish(nil, try await receiver.bind(context).description)
        let duration = await receiver.duration()
        await thread.stop()
        await context.terminate()
        return Double(messages) / (duration / .seconds(1))
    }

    /// Starts the publisher after the receiver is bound.
    static let publish: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?) -> Void = { _, endpoint in
        guard let endpoint = endpoint.map({ String(cString: $0) }) else { return }
        Thread { yardstick_publish(endpoint, messages, topicBytes, payloadBytes) }.start()
    }

    static func askInC() async -> Double {
        let (bound, endpoints) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(1))
        let answer = Task {
            await onThread {
                let box = Unmanaged.passRetained(Box(endpoints))
                yardstick_answer(
                    trips,
                    { box, endpoint in
                        guard let box, let endpoint else { return }
                        let endpoints = Unmanaged<Box>.fromOpaque(box).takeRetainedValue().endpoints
                        endpoints.yield(String(cString: endpoint))
                        endpoints.finish()
                    }, box.toOpaque())
                return 0
            }
        }
        var microseconds = Double.nan
        for await endpoint in bound { microseconds = await onThread { ask(endpoint) } }
        _ = await answer.value
        return microseconds
    }

    private final class Box: Sendable {
        let endpoints: AsyncStream<String>.Continuation
        init(_ endpoints: AsyncStream<String>.Continuation) { self.endpoints = endpoints }
    }

    static func askInSwift() async throws -> Double {
        let context = try Context(), thread = try SocketThread(name: "bench")
        let responder = BenchedResponder(on: thread)
        let endpoint = try await responder.bind(context).description
        let microseconds = await onThread { ask(endpoint) }
        await thread.stop()
        await context.terminate()
        return microseconds
    }

    /// The median of the round trips, in microseconds.
    static func ask(_ endpoint: String) -> Double {
        var nanoseconds = [Int64](repeating: 0, count: Int(trips))
        yardstick_ask(endpoint, trips, 420, &nanoseconds)
        return median(nanoseconds.map { Double($0) / 1000 })
    }

    /// Runs a blocking function on a separate thread.
    static func onThread(_ body: @escaping @Sendable () -> Double) async -> Double {
        await withCheckedContinuation { continuation in
            Thread { continuation.resume(returning: body()) }.start()
        }
    }

    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? .nan : sorted[sorted.count / 2]
    }

    static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
