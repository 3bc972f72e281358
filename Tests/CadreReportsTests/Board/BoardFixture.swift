import CadreContract
import CadreJSON
@testable import CadrePlanning

/// Published documents of a mission of four weeks, as a daemon would send them.
enum BoardFixture {
    static func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

    static func summary(filled: Int, revision: Int, alerts: [Alert] = []) throws -> PublishedEstimate {
        var summary = EstimateFixture.summary(
            filled: filled, period: 0, others: 3, gaps: [4 * (10 - filled)], alerts: alerts)
        summary.pledges = Rows([("confirmed", .init(count: 1, persons: filled))])
        summary.nations = Rows([("NOR", .init(persons: Rows([("confirmed", filled)]), places: 0, items: 0, funds: 0))])
        summary.factors = [.init(set: "", count: 2), .init(set: "Atlas 2", count: 9)]
        return PublishedEstimate(head: try EstimateFixture.head(revision: revision), figures: .summary(summary))
    }

    static func force(filled: Int, revision: Int) throws -> PublishedEstimate {
        let strength = Strength(
            required: Array(repeating: 10, count: 4), filled: Array(repeating: filled, count: 4))
        return PublishedEstimate(
            head: try EstimateFixture.head(revision: revision),
            figures: .force(.offered, EstimateFixture.force(strength)))
    }

    static func document(_ estimate: PublishedEstimate) throws -> PublishedDocument {
        try document(
            "estimate.m1.\(estimate.name.text)", type: estimate.name.type,
            String(decoding: try EstimateFixture.data(estimate).source, as: UTF8.self))
    }

    /// A document of the topic `alert.m1.beds`.
    static func alert(raised: String, cleared: String) throws -> PublishedDocument {
        try document(
            "alert.m1.beds", type: AlertNotice<String>.type,
            "{\"code\":\"beds\",\"open\":[],\"raised\":\(raised),\"cleared\":\(cleared)}")
    }

    static func document(_ topic: String, type: String, _ data: String) throws -> PublishedDocument {
        let event = """
            {"specversion":"1.0","id":"x","source":"urn:cadre:n1","type":"\(type)","time":"2024-01-09T08:00:00Z",\
            "datacontenttype":"application/json","data":\(data)}
            """
        return try PublishedDocument(topic: topic, reading: try json(event))
    }

    /// An event of the first mission, as it was read.
    /// - Parameter members: The members of `data` after the mission.
    static func reading(_ type: String, _ members: String, time: String = "2024-01-09T08:00:00Z") -> Reading? {
        let event = """
            {"specversion":"1.0","source":"urn:test","id":"p","type":"cadre.\(type).v1","time":"\(time)",\
            "data":{"mission":"m1",\(members)}}
            """
        return EventReader().read(payload: Array(event.utf8)).first
    }

    static func pledge(_ persons: Int) -> Reading? {
        reading(
            "pledge.recorded",
            """
            "nation":"NOR","pledge":"A","kind":"personnel","status":"confirmed","capability":"trainer.army",\
            "quantity":\(persons),"from":"2024-01-15","note":"said in Oslo\\u001b[2J"
            """)
    }
}
