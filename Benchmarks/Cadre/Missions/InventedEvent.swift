import CadreContract
import CadreJSON
import CadrePlanning

/// The JSON of an invented mission's events, only for the documents that ``InventedMission`` creates.
extension Event {
    /// The event as JSON, or `nil` for a kind that no invented mission has.
    var json: [UInt8]? {
        guard let (type, write) = InventedData.of(document) else { return nil }
        var data = JSONWriter(capacity: 512)
        data.object {
            $0.member("mission", mission)
            write(&$0)
        }
        let time = JSONWriter.text(stamp.time)
        return EventDraft(type: type, source: stamp.source, id: stamp.id, time: time, data: data.bytes).bytes
    }
}

extension JSONWriter {
    fileprivate static func text(_ instant: Instant) -> String {
        var writer = JSONWriter(capacity: 32)
        writer.value(instant)
        return String(decoding: writer.bytes.dropFirst().dropLast(), as: UTF8.self)
    }

    fileprivate mutating func member(_ name: String, ifPresent value: (some JSONWritable)?) {
        if let value { member(name, value) }
    }
}

/// The members of the documents of invented missions.
private enum InventedData {
    typealias Members = (inout JSONWriter) -> Void

    static func of(_ document: Document) -> (EventType, Members)? {
        switch document {
        case .mission(_, let value): (.missionDefined, { mission(value, &$0) })
        case .clock(let value): (.clockAdvanced, { $0.member("to", value.to) })
        case .site(let id, let value): (.siteDefined, { site(id, value, &$0) })
        case .element(let id, let value):
            (
                .elementProposed,
                {
                    $0.member("element", id)
                    $0.member("title", value.title)
                    $0.member("decision", value.decision.rawValue)
                }
            )
        case .course(let id, let value): (.courseDefined, { course(id, value, &$0) })
        case .demand(let id, let value): (.demandSet, { demand(id, value, &$0) })
        case .line(let id, let value): (.lineRequired, { line(id, value, &$0) })
        case .run(let id, let value): (.runScheduled, { run(id, value, &$0) })
        case .pledge(let id, let value): (.pledgeRecorded, { pledge(id, value, &$0) })
        case .stock(let value):
            (
                .stockCounted,
                {
                    $0.member("site", value.site)
                    $0.member("commodity", value.commodity)
                    $0.member("date", value.date)
                    $0.member("quantity", value.quantity)
                }
            )
        case .factor(let value):
            if case .scalar(let scalar, let number) = value.factor {
                (
                    .factorSet,
                    {
                        $0.member("factor", scalar.rawValue)
                        $0.member("value", number)
                        $0.member("source", value.source)
                    }
                )
            } else {
                nil
            }
        case .item, .instructors, .delivery: nil
        }
    }

    private static func mission(_ value: Mission, _ writer: inout JSONWriter) {
        writer.member("name", value.name)
        writer.member("start", value.start)
        writer.member("periods", value.periods)
        writer.member("hqSite", ifPresent: value.hqSite)
    }

    private static func site(_ id: ID<Site>, _ value: Site, _ writer: inout JSONWriter) {
        writer.member("site", id)
        writer.member("name", value.name)
        writer.member("inTheatre", value.inTheatre)
        writer.member("threat", value.threat.rawValue)
        writer.member("route", value.route.rawValue)
        writer.member("beds", ifPresent: value.beds)
        writer.member("classrooms", ifPresent: value.classrooms)
    }

    private static func course(_ id: ID<Course>, _ value: Course, _ writer: inout JSONWriter) {
        writer.member("course", id)
        writer.member("title", value.title)
        writer.member("days", value.days)
        writer.member("seats", value.seats)
        writer.member("passRate", value.passRate)
        writer.member("instructors") {
            $0.array {
                for entry in value.instructors {
                    $0.object {
                        $0.member("capability", entry.capability.code)
                        switch entry.amount {
                        case .count(let count): $0.member("count", count)
                        case .perStudents(let students): $0.member("perStudents", students)
                        }
                    }
                }
            }
        }
        writer.member("level", ifPresent: value.level?.rawValue)
        writer.member("produces", ifPresent: value.produces?.code)
        writer.member("turnaroundDays", value.turnaroundDays)
        writer.member("boarded", value.boarded)
    }

    private static func demand(_ id: ID<Demand>, _ value: Demand, _ writer: inout JSONWriter) {
        writer.member("demand", id)
        writer.member("course", value.course)
        writer.member("audience", value.audience)
        writer.member("graduates", value.graduates)
        writer.member("from", value.from)
        writer.member("by", value.by)
        writer.member("site", ifPresent: value.site)
        writer.member("delivery", value.delivery.rawValue)
        writer.member("priority", value.priority)
        writer.member("element", ifPresent: value.element)
    }

    private static func line(_ id: ID<Line>, _ value: Line, _ writer: inout JSONWriter) {
        writer.member("line", id)
        writer.member("site", value.site)
        writer.member("capability", value.capability.code)
        writer.member("posts", value.posts)
        writer.member("from", value.from)
        writer.member("until", ifPresent: value.until)
        writer.member("priority", value.priority)
        writer.member("element", ifPresent: value.element)
    }

    private static func run(_ id: ID<Run>, _ value: Run, _ writer: inout JSONWriter) {
        writer.member("run", id)
        writer.member("course", value.course)
        writer.member("site", value.site)
        writer.member("start", value.start)
        writer.member("status", value.status.rawValue)
        writer.member("demand", ifPresent: value.demand)
    }

    private static func pledge(_ id: ID<Pledge>, _ value: Pledge, _ writer: inout JSONWriter) {
        writer.member("pledge", String(id.text.drop { $0 != "/" }.dropFirst()))
        writer.member("nation", value.nation)
        writer.member("status", value.status.rawValue)
        guard case .personnel(let people) = value.offer else { return }
        writer.member("kind", "personnel")
        writer.member("capability", people.capability.code)
        writer.member("also", people.also.map(\.code))
        writer.member("quantity", people.quantity)
        writer.member("from", people.from)
        writer.member("until", ifPresent: people.until)
        let caveats = people.caveats
        guard !caveats.set.isEmpty else { return }
        writer.member("caveats") {
            $0.object {
                $0.member("sites", caveats.sites)
                $0.member("notSites", caveats.notSites)
                $0.member("maxThreat", ifPresent: caveats.maxThreat?.rawValue)
                $0.member("notAudiences", caveats.notAudiences)
                $0.member("elements", caveats.elements)
            }
        }
    }
}
