@testable import CadreContract

extension EventSample {
    /// Samples of every type, in every form of its `data`.
    static let all: [EventSample] =
        plan + training + pledges + logistics + factors + [
            EventSample(
                type: "source.head", data: #"{"sequence":70,"epoch":"ATLAS/2"}"#,
                rows: [
                    MemberRow("sequence", sequence, required: true), MemberRow("epoch", .text),
                ])
        ]

    private static let sequence = MemberValues(
        right: ["0", "1", "5.0", "9223372036854775807", "\"0\"", "\"0070\"", "\"9223372036854775807\""],
        wrong: [
            "-1", "1.5", "9223372036854775808", "1e999", "\"\"", "\"-1\"", "\"+1\"", "\"1.0\"", "\"one\"", "true", "[]",
            "{}",
        ],
        beyondSchema: ["\"9223372036854775808\""])

    private static let mission = MemberRow("mission", .mission, required: true)
    private static func id(_ name: String) -> MemberRow { MemberRow(name, .identifier, required: true) }

    private static let plan: [EventSample] = [
        EventSample(
            type: "mission.defined",
            data:
                #"""
                {"mission":"ATLAS","name":"Atlas","start":"2004-08-14","periods":104,"periodDays":7,\#
                "mandate":"train","partner":"IRQ","hqSite":"S-1","seed":5,"clock":"live","marking":"EXERCISE"}
                """#,
            rows: [
                mission, MemberRow("name", .text, required: true), MemberRow("start", .day, required: true),
                MemberRow("periods", .count(1...520), required: true), MemberRow("periodDays", .count(1...31)),
                MemberRow("mandate", .text), MemberRow("partner", .threeCapitals), MemberRow("hqSite", .identifier),
                MemberRow("seed", .count(0...1_048_575)), MemberRow("clock", .choice("events", "live")),
                MemberRow("marking", .text),
            ]),
        EventSample(
            type: "clock.advanced", data: #"{"mission":"ATLAS","to":"2030-01-01T00:00:00Z","generation":3}"#,
            rows: [mission, MemberRow("to", .instant), MemberRow("generation", .count(0...1_000))]),
        EventSample(
            type: "element.proposed",
            data:
                #"""
                {"mission":"ATLAS","element":"E-1","title":"College","decision":"returned","likelihood":0.3,\#
                "requires":["E-2"],"note":"n"}
                """#,
            rows: [
                mission, id("element"), MemberRow("title", .text, required: true),
                MemberRow("decision", .choice("undecided", "accepted", "returned", "rejected")),
                MemberRow("likelihood", .share), MemberRow("requires", .identifiers), MemberRow("note", .text),
            ]),
        EventSample(
            type: "site.defined",
            data:
                #"""
                {"mission":"ATLAS","site":"S-1","name":"Camp","inTheatre":true,"threat":"high","climate":"cold",\#
                "latitude":33.3,"longitude":44.4,"beds":320,"classrooms":4,"powerKw":450.5,"route":"road",\#
                "storage":{"water":90000},"hosted":{"rule.guards":"E-1","commodity.water":null}}
                """#,
            rows: [
                mission, id("site"), MemberRow("name", .text, required: true), MemberRow("inTheatre", .flag),
                MemberRow("threat", .choice("low", "medium", "high")),
                MemberRow("climate", .choice("temperate", "hot", "cold")), MemberRow("latitude", .number(-90, 90)),
                MemberRow("longitude", .number(-180, 180)), MemberRow("beds", .count), MemberRow("classrooms", .count),
                MemberRow("powerKw", .quantity), MemberRow("route", .choice("road", "air")),
                MemberRow("storage", .quantities), MemberRow("hosted", .hosted),
            ]),
        EventSample(
            type: "line.required",
            data:
                #"""
                {"mission":"ATLAS","line":"L-1","site":"S-1","capability":"trainer.infantry","posts":8,\#
                "from":"2000-01-01","until":"2010-01-01","priority":2,"element":"E-1","title":"Line"}
                """#,
            rows: [
                mission, id("line"), id("site"), id("capability"), MemberRow("posts", .count, required: true),
                MemberRow("from", .day, required: true), MemberRow("until", .day), MemberRow("priority", .priority),
                MemberRow("element", .identifier), MemberRow("title", .text),
            ]),
        EventSample(
            type: "course.defined",
            data:
                #"""
                {"mission":"ATLAS","course":"C-1","title":"Staff","days":40,"seats":30,"passRate":0.9,\#
                "instructors":[{"capability":"trainer","count":4},{"capability":"trainer.staff",\#
                "perStudents":10}],"level":"senior","topic":"staff","produces":"trainer.staff","leadInDays":14,\#
                "turnaroundDays":7,"boarded":true,"classrooms":2,"perStudent":{"training-ammunition":200}}
                """#,
            rows: [
                mission, id("course"), MemberRow("title", .text, required: true),
                MemberRow("days", .count(1...1_000), required: true),
                MemberRow("seats", .count(1...10_000), required: true),
                MemberRow("passRate", .number(0, 1, openBelow: true), required: true),
                MemberRow("instructors", .list(of: instructors, #"{"capability":"a","count":1}"#)),
                id("instructors[0].capability"),
                MemberRow("instructors[0].count", .count(1...1_000_000), required: true),
                MemberRow("level", .choice("basic", "intermediate", "advanced", "senior", "instructor")),
                MemberRow("topic", .text), MemberRow("produces", .identifier),
                MemberRow("leadInDays", .count(0...1_000)), MemberRow("turnaroundDays", .count(0...1_000)),
                MemberRow("boarded", .flag), MemberRow("classrooms", .count), MemberRow("perStudent", .quantities),
            ]),
        EventSample(
            type: "course.defined", form: "one instructor for so many students",
            data:
                #"""
                {"mission":"ATLAS","course":"C-1","title":"","days":1,"seats":1,"passRate":1,\#
                "instructors":[{"capability":"trainer","perStudents":10}]}
                """#,
            rows: [
                MemberRow(
                    "instructors[0].perStudents", .count(1...1_000_000), required: true, missing: "instructors[0].count"
                )
            ]),
        EventSample(
            type: "equipment.required",
            data:
                #"""
                {"mission":"ATLAS","item":"IT-1","title":"Rifles","quantity":500,"kgEach":3.5,"unitCost":700,\#
                "element":"E-1","by":"2005-01-01"}
                """#,
            rows: [
                mission, id("item"), MemberRow("title", .text, required: true),
                MemberRow("quantity", .count, required: true),
                MemberRow("kgEach", .quantity), MemberRow("unitCost", .quantity), MemberRow("element", .identifier),
                MemberRow("by", .day),
            ]),
    ]

    private static let instructors = MemberValues(right: [], wrong: ["\"trainer\"", "5", "[]"])

    private static let training: [EventSample] = [
        EventSample(
            type: "demand.set",
            data:
                #"""
                {"mission":"ATLAS","demand":"D-1","course":"C-1","audience":"army","graduates":150,\#
                "from":"2000-01-01","by":"2010-01-01","site":"S-1","delivery":"mobile-team","priority":5,\#
                "element":"E-1"}
                """#,
            rows: [
                mission, id("demand"), id("course"), id("audience"), MemberRow("graduates", .count, required: true),
                MemberRow("from", .day, required: true), MemberRow("by", .day, required: true), id("site"),
                MemberRow("delivery", .choice("resident", "mobile-team", "abroad")), MemberRow("priority", .priority),
                MemberRow("element", .identifier),
            ]),
        EventSample(
            type: "demand.set", form: "abroad",
            data:
                #"""
                {"mission":"ATLAS","demand":"D-1","course":"C-1","audience":"army","graduates":150,\#
                "from":"2000-01-01","by":"2010-01-01","site":"S-1","delivery":"abroad"}
                """#,
            rows: [MemberRow("site", .identifier)]),
        EventSample(
            type: "run.scheduled",
            data:
                #"""
                {"mission":"ATLAS","run":"R-1","course":"C-1","site":"S-1","start":"2000-01-01",\#
                "status":"scheduled","end":"2010-01-01","seats":25,"graduates":20,"audience":"army",\#
                "demand":"D-1","element":"E-1","priority":1,"delivery":"resident","provider":""}
                """#,
            rows: [
                mission, id("run"), id("course"), id("site"), MemberRow("start", .day, required: true),
                MemberRow("status", .choice("scheduled", "started", "completed", "cancelled"), required: true),
                MemberRow("end", .day), MemberRow("seats", .count(1...10_000)), MemberRow("graduates", .count),
                MemberRow("audience", .identifier), MemberRow("demand", .identifier), MemberRow("element", .identifier),
                MemberRow("priority", .priority), MemberRow("delivery", .choice("resident", "mobile-team")),
                MemberRow("provider", .text),
            ]),
        EventSample(
            type: "run.scheduled", form: "completed",
            data:
                #"""
                {"mission":"ATLAS","run":"R-1","course":"C-1","site":"S-1","start":"2000-01-01",\#
                "status":"completed","graduates":20}
                """#,
            rows: [MemberRow("graduates", .count, required: true)]),
        EventSample(
            type: "instructors.counted",
            data: #"{"mission":"ATLAS","capability":"trainer","date":"2005-01-01","count":12}"#,
            rows: [
                mission, id("capability"), MemberRow("date", .day, required: true),
                MemberRow("count", .count, required: true),
            ]),
    ]

    private static let logistics: [EventSample] = [
        EventSample(
            type: "stock.counted",
            data: #"{"mission":"ATLAS","site":"S-1","commodity":"water","date":"2005-01-01","quantity":1200.5}"#,
            rows: [
                mission, id("site"), id("commodity"), MemberRow("date", .day, required: true),
                MemberRow("quantity", .quantity, required: true),
            ]),
        EventSample(
            type: "delivery.received",
            data:
                #"""
                {"mission":"ATLAS","delivery":"V-1","site":"S-1","commodity":"water","date":"2005-01-01",\#
                "quantity":1200.5}
                """#,
            rows: [
                mission, id("delivery"), id("site"), id("commodity"), MemberRow("date", .day, required: true),
                MemberRow("quantity", .quantity, required: true),
            ]),
    ]
}
