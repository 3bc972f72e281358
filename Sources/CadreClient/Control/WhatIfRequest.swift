import CadreContract
import CadreJSON

/// Which events are to be tried, and what is to be seen of it. Source: CONTRACT § 6, `plan.whatif`.
public struct WhatIfRequest: Equatable, Sendable {
    public var mission: String
    /// The JSON of each. Must be JSON: it is not checked here. At most `ControlLimits.submittedEventsMax` of them, and
    /// at most `ClientLimits.requestBytesMax` bytes.
    public var events: [[UInt8]]
    /// Of estimates, as in topics.
    public var names: [String]

    public init(mission: String, events: [[UInt8]], names: [String] = ["summary"]) {
        self.mission = mission
        self.events = events
        self.names = names
    }
}

extension WhatIfRequest: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("mission", mission)
            $0.member("events") {
                $0.array {
                    for event in events { $0.raw(event) }
                }
            }
            $0.member("names", names)
        }
    }
}
