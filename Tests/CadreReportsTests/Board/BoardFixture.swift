import CadreContract
import CadreJSON

/// Published documents of a mission of four weeks, as a daemon would send them.
enum BoardFixture {
    static func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

    static func summary(filled: Int, revision: Int, alerts: String = "[]") throws -> JSONValue {
        let scenario = """
            {"required":{"peak":10,"period":0},"filled":{"peak":\(filled),"period":0},\
            "graduates":{"wanted":20,"expected":12.5,"others":3},"gapPersonPeriods":{"1":\(4 * (10 - filled))}}
            """
        return try published(
            revision,
            """
            "scenarios":{"committed":\(scenario),"offered":\(scenario),"full":\(scenario)},"range":null,\
            "pledges":{"confirmed":{"count":1,"persons":\(filled)}},"nations":{"NOR":{}},"factors":[{"set":"","count":2},{"set":"Atlas 2","count":9}],"unresolved":[],\
            "alerts":\(alerts)
            """)
    }

    static func force(filled: Int, revision: Int) throws -> JSONValue {
        try published(revision, "\"required\":[10,10,10,10],\"filled\":[\(filled),\(filled),\(filled),\(filled)]")
    }

    static func alert(raised: String, cleared: String) throws -> JSONValue {
        try json("{\"data\":{\"code\":\"beds\",\"open\":[],\"raised\":\(raised),\"cleared\":\(cleared)}}")
    }

    static func pledge(_ persons: Int) throws -> JSONValue {
        try json(
            """
            {"id":"p","type":"cadre.pledge.recorded.v1","time":"2024-01-09T08:00:00Z","data":{"mission":"m1",\
            "nation":"NOR","pledge":"A","kind":"personnel","status":"confirmed","capability":"trainer.army",\
            "quantity":\(persons),"from":"2024-01-15","note":"said in Oslo\\u001b[2J"}}
            """)
    }

    private static func published(_ revision: Int, _ members: String) throws -> JSONValue {
        try json(
            """
            {"time":"2024-01-09T08:00:00Z","data":{"mission":"m1","revision":\(revision),\
            "asOf":"2024-01-09T08:00:00Z","start":"2024-01-01","periodDays":7,"periods":4,\(members)}}
            """)
    }
}
