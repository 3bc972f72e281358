@testable import CadreContract

extension EventSample {
    private static let common: [MemberRow] = [
        MemberRow("mission", .mission, required: true), MemberRow("pledge", .identifier, required: true),
        MemberRow("nation", .threeCapitals, required: true),
        MemberRow(
            "status", .choice("indicated", "offered", "confirmed", "deployed", "completed", "withdrawn"), required: true
        ),
        MemberRow("likelihood", .share), MemberRow("requires", .pledges), MemberRow("note", .text),
    ]
    private static let head =
        #"""
        "mission":"ATLAS","pledge":"P-1","nation":"NOR","status":"offered","likelihood":0.8,\#
        "requires":["GBR/P-13"],"note":"n"
        """#

    static let pledges: [EventSample] = [
        EventSample(
            type: "pledge.recorded", form: "personnel",
            data: "{\(head),"
                + #"""
                "kind":"personnel","capability":"trainer","quantity":3,"from":"2000-01-01",\#
                "until":"2010-01-01","also":["adviser"],"caveats":{"sites":["S-1"],"notSites":["S-2"],\#
                "maxThreat":"medium","notAudiences":["police"],"elements":["E-1"],"abroadOnly":false}}
                """#,
            rows: common + [
                // Only this one of the words is valid with these members.
                MemberRow(
                    "kind", MemberValues(right: ["\"personnel\""], wrong: ["\"\"", "\"people\"", "5", "[]"]),
                    required: true),
                MemberRow("capability", .identifier, required: true), MemberRow("quantity", .count, required: true),
                MemberRow("from", .day, required: true), MemberRow("until", .day), MemberRow("also", .identifiers),
                MemberRow("caveats", MemberValues(right: ["{}", "{\"unknown\":5}"], wrong: ["[]", "\"none\"", "5"])),
                MemberRow("caveats.sites", .identifiers), MemberRow("caveats.notSites", .identifiers),
                MemberRow("caveats.maxThreat", .choice("low", "medium", "high")),
                MemberRow("caveats.notAudiences", .identifiers), MemberRow("caveats.elements", .identifiers),
                MemberRow("caveats.abroadOnly", .flag),
            ]),
        EventSample(
            type: "pledge.recorded", form: "training-places",
            data: "{\(head),"
                + #"""
                "kind":"training-places","course":"C-1","places":12,"start":"2000-01-01","end":"2010-01-01",\#
                "location":"Oslo"}
                """#,
            rows: common + [
                MemberRow("course", .identifier, required: true), MemberRow("places", .count, required: true),
                MemberRow("start", .day, required: true), MemberRow("end", .day, required: true),
                MemberRow("location", .text),
            ]),
        EventSample(
            type: "pledge.recorded", form: "equipment",
            data: "{\(head),"
                + #"""
                "kind":"equipment","item":"IT-1","quantity":1000000,"mode":"sale","delivery":"2005-01-01",\#
                "delivered":0}
                """#,
            rows: common + [
                MemberRow("item", .identifier, required: true),
                MemberRow("mode", .choice("donation", "sale", "loan"), required: true), MemberRow("delivery", .day),
                MemberRow("delivered", .count),
            ]),
        EventSample(
            type: "pledge.recorded", form: "equipment, nothing delivered",
            data: "{\(head)," + #""kind":"equipment","item":"IT-1","quantity":5,"mode":"sale"}"#,
            rows: [MemberRow("quantity", .count, required: true)]),
        EventSample(
            type: "pledge.recorded", form: "funds",
            data: "{\(head)," + #""kind":"funds","fund":"trust-fund","amount":1e12,"received":0,"currency":"USD"}"#,
            rows: common + [
                MemberRow("fund", .identifier, required: true), MemberRow("received", .money),
                MemberRow("currency", .threeCapitals),
            ]),
        EventSample(
            type: "pledge.recorded", form: "funds, nothing received",
            data: "{\(head)," + #""kind":"funds","fund":"trust-fund","amount":5}"#,
            rows: [MemberRow("amount", .money, required: true)]),
    ]
}
