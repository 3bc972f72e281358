/// The events of one invented mission, as JSON.
struct TestEvents {
    var mission = "T-1"
    var source = "urn:test:cell"

    /// Returns an event with these members of `data` in addition to the mission.
    func event(
        _ type: String, id: String, time: String = "2025-01-06T08:00:00Z", sequence: Int? = nil, epoch: String? = nil,
        _ data: String
    ) -> String {
        let numbering = (sequence.map { #","sequence":"\#($0)""# } ?? "") + (epoch.map { #","epoch":"\#($0)""# } ?? "")
        return #"{"specversion":"1.0","id":"\#(id)","source":"\#(source)","type":"cadre.\#(type).v1","time":"\#(time)""#
            + #"\#(numbering),"data":{"mission":"\#(mission)",\#(data)}}"#
    }

    func defined(
        id: String = "m-1", time: String = "2025-01-06T08:00:00Z", clock: String = "events", periods: Int = 12
    ) -> String {
        event(
            "mission.defined", id: id, time: time,
            #""name":"Test","start":"2025-01-06","periods":\#(periods),"hqSite":"HQ","clock":"\#(clock)""#)
    }

    /// The events of a mission with a site, a line of 20 guards and a course with a demand.
    var plan: [String] {
        [
            defined(),
            event("site.defined", id: "s-1", #""site":"HQ","name":"Headquarters""#),
            event(
                "line.required", id: "l-1",
                #""line":"L-1","site":"HQ","capability":"guard","posts":20,"from":"2025-01-06","priority":1"#),
            event(
                "course.defined", id: "c-1",
                #""course":"basic","title":"Basic","days":14,"seats":10,"passRate":0.9,"#
                    + #""instructors":[{"capability":"trainer","perStudents":5}]"#),
            event(
                "demand.set", id: "d-1",
                #""demand":"D-1","course":"basic","audience":"army","graduates":18,"from":"2025-01-06","#
                    + #""by":"2025-03-01","site":"HQ""#),
        ]
    }

    func pledge(
        _ number: Int, quantity: Int = 5, capability: String = "guard", nation: String = "NOR",
        time: String = "2025-01-06T09:00:00Z", sequence: Int? = nil, epoch: String? = nil
    ) -> String {
        event(
            "pledge.recorded", id: "p-\(number)", time: time, sequence: sequence, epoch: epoch,
            #""pledge":"P-\#(number)","nation":"\#(nation)","kind":"personnel","status":"confirmed","#
                + #""capability":"\#(capability)","quantity":\#(quantity),"from":"2025-01-06""#)
    }

    func head(_ sequence: Int, epoch: String? = nil) -> String {
        let epoch = epoch.map { #","epoch":"\#($0)""# } ?? ""
        return #"{"specversion":"1.0","id":"h-\#(sequence)","source":"\#(source)","type":"cadre.source.head.v1","#
            + #""time":"2025-01-06T08:00:00Z","data":{"sequence":\#(sequence)\#(epoch)}}"#
    }

    var pledgeTopic: String { "pledge.\(mission).NOR" }
    var planTopic: String { "plan.\(mission)" }
    var headTopic: String { "head.\(source)" }
}
