import ZeroMQ

/// A process's connection to the bus: libzmq's context, and the thread that owns all its sockets. A process needs one.
public final class ClientBus: Sendable {
    let context: Context
    let thread: SocketThread

    public init() throws(ClientError) {
        do throws(ZeroMQError) {
            context = try Context()
            thread = try SocketThread(name: "cadre-client")
        } catch {
            throw ClientError(error)
        }
    }

    /// Closes every socket and returns when all sent messages have left this process, or the linger time has passed.
    public func close() async {
        await thread.stop()
        await context.terminate()
    }

    static func endpoint(_ text: String) throws(ClientError) -> Endpoint {
        let endpoint: Endpoint
        do throws(ZeroMQError) {
            endpoint = try Endpoint(text)
        } catch {
            throw ClientError(error)
        }
        guard endpoint.transport != .inproc else {
            throw .noEndpoint(
                "cannot use the endpoint \"\(text)\": inproc reaches no other process; "
                    + "use tcp://ADDRESS:PORT or ipc:///PATH")
        }
        return endpoint
    }

    /// Returns the reason why an endpoint cannot be connected to, or `nil` if it can. For the check of arguments.
    public static func problem(with text: String) -> String? {
        do throws(ClientError) {
            _ = try endpoint(text)
            return nil
        } catch {
            return "\(error)"
        }
    }
}
