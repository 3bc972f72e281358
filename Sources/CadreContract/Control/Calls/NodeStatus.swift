import CadreJSON

/// The answer to `node.status`: the status data, and where the node listens. Source: CONTRACT § 6.
public struct NodeStatus: Equatable, Sendable {
    /// The endpoints that are bound or connected, by socket, as ZeroMQ writes them.
    public struct Endpoints: Equatable, Sendable {
        public var intake: [String]
        public var estimates: [String]
        public var control: [String]

        public init(intake: [String], estimates: [String], control: [String]) {
            self.intake = intake
            self.estimates = estimates
            self.control = control
        }
    }

    public var status: StatusNotice
    public var endpoints: Endpoints

    public init(status: StatusNotice, endpoints: Endpoints) {
        self.status = status
        self.endpoints = endpoints
    }
}

extension NodeStatus: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            status.writeMembers(to: &$0)
            $0.member("endpoints") {
                $0.object {
                    $0.member("intake", endpoints.intake)
                    $0.member("estimates", endpoints.estimates)
                    $0.member("control", endpoints.control)
                }
            }
        }
    }

    public init(reading value: JSONValue) throws(AnswerFault) {
        status = try StatusNotice(reading: value)
        let sockets = try value.answered("endpoints") { $0.kind == .object ? $0 : nil }
        endpoints = Endpoints(
            intake: try sockets.answered("intake", \.texts), estimates: try sockets.answered("estimates", \.texts),
            control: try sockets.answered("control", \.texts))
    }
}

extension StatusNotice {
    /// Reads the data of a status.
    public init(reading value: JSONValue) throws(AnswerFault) {
        self.init(
            version: try value.answered("version", \.text),
            uptimeSeconds: try value.answered("uptimeSeconds") { $0.number?.double },
            revision: try value.answered("revision", \.integer),
            missions: try value.answered("missions") { $0.map(\.integer) },
            topics: try value.answered("topics") { $0.map(\.text) },
            rates: try value.answered("rates") { $0.map { $0.number?.double } },
            queues: try value.answered("queues") { $0.map(\.integer) },
            counters: try value.answered("counters") { $0.map(\.integer) })
    }
}

extension JSONValue {
    /// A list of texts; `nil` where it is none.
    fileprivate var texts: [String]? {
        let texts = elements?.map(\.text)
        return texts.flatMap { $0.contains(nil) ? nil : $0.compactMap { $0 } }
    }

    /// An object's members, each by `reader`; `nil` where it is none, or one is of a wrong kind.
    fileprivate func map<Value>(_ reader: (JSONValue) -> Value?) -> [String: Value]? {
        guard let members else { return nil }
        var values: [String: Value] = [:]
        for member in members {
            guard let value = reader(member.value) else { return nil }
            values[member.name] = value
        }
        return values
    }
}
