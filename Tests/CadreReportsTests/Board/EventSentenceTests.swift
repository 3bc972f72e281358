import CadreContract
import CadreReports
import Testing

@Suite("events in words")
struct EventSentenceTests {
    @Test(
        "each kind says what it is about",
        arguments: [
            ("line.required", #""line":"L","posts":3,"capability":"guard","site":"s""#, "line L: 3 guard at s"),
            ("element.proposed", #""element":"e","title":"The whole""#, "element e undecided: The whole"),
            (
                "pledge.recorded",
                #""nation":"DEU","pledge":"m","kind":"funds","status":"offered","fund":"airlift","amount":1234567"#,
                "DEU/m offered: EUR 1 234 567 for airlift"
            ),
            (
                "pledge.recorded",
                #""nation":"HUN","pledge":"t","kind":"equipment","status":"offered","item":"tank","quantity":77,"mode":"donation""#,
                "HUN/t offered: 77 tank, donation"
            ),
            ("demand.set", #""demand":"d","graduates":40,"course":"c""#, "demand d: 40 graduates of c"),
            ("stock.counted", #""site":"s","commodity":"water","quantity":5.5"#, "5.5 water counted at s"),
        ])
    func sentences(type: String, members: String, sentence: String) throws {
        let event = try BoardFixture.json("{\"type\":\"cadre.\(type).v1\",\"data\":{\(members)}}")
        #expect(EventSentence.text(event) == sentence)
    }

    @Test("every type has its words, also with nothing in it", arguments: EventType.allCases)
    func empty(type: EventType) throws {
        let event = try BoardFixture.json("{\"type\":\"\(type.rawValue)\",\"data\":{}}")
        #expect(!EventSentence.text(event).isEmpty)
        #expect(EventSentence.text(event) != type.rawValue)
    }
}
