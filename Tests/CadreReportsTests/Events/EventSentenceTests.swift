import CadreContract
import CadreReports
import Testing

@Suite("events in words")
struct EventSentenceTests {
    @Test(
        "each type of event has a sentence of its own",
        arguments: [
            (
                "mission.defined", #""name":"Training mission","start":"2024-01-01","periods":52"#,
                "mission m1: Training mission, from 2024-01-01"
            ),
            ("clock.advanced", #""to":"2024-01-01T00:00:00Z""#, "the clock is set"),
            ("element.proposed", #""element":"e","title":"The whole""#, "element e undecided: The whole"),
            ("site.defined", #""site":"s","name":"Camp""#, "site s: Camp"),
            (
                "line.required", #""line":"L","posts":3,"capability":"guard","site":"s","from":"2024-01-01""#,
                "line L: 3 guard at s"
            ),
            (
                "course.defined",
                #""course":"c","title":"Staff","days":14,"seats":20,"passRate":1,"instructors":[{"capability":"t","count":2}]"#,
                "course c: 20 seats, 14 days"
            ),
            ("equipment.required", #""item":"tank","title":"Tank","quantity":77"#, "equipment needed: 77 tank"),
            ("factor.set", #""factor":"tour.days","value":100"#, "factor tour.days is set"),
            (
                "demand.set",
                #""demand":"d","graduates":40,"course":"c","audience":"army","from":"2024-01-01","by":"2024-06-01","site":"s""#,
                "demand d: 40 graduates of c"
            ),
            (
                "run.scheduled", #""run":"r","course":"c","site":"s","start":"2024-01-01","status":"scheduled""#,
                "run r of c scheduled"
            ),
            (
                "instructors.counted", #""capability":"trainer","date":"2024-01-01","count":4"#,
                "4 instructors of trainer counted"
            ),
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
            (
                "pledge.recorded",
                #""nation":"DNK","pledge":"p","kind":"training-places","status":"confirmed","course":"c","places":9,"start":"2024-02-01","end":"2024-03-01""#,
                "DNK/p confirmed: 9 places of c"
            ),
            (
                "stock.counted", #""site":"s","commodity":"water","date":"2024-01-01","quantity":5.5"#,
                "5.5 water counted at s"
            ),
            (
                "delivery.received",
                #""delivery":"x","site":"s","commodity":"water","date":"2024-01-01","quantity":5"#,
                "5 water delivered to s"
            ),
            ("source.head", #""sequence":12"#, "a source has sent 12 events"),
            ("later.type", #""x":1"#, "an event that this version of Cadre cannot read"),
        ])
    func sentences(type: String, members: String, sentence: String) throws {
        #expect(EventSentence.text(try #require(BoardFixture.reading(type, members))) == sentence)
    }

    @Test("control characters of a title do not reach the sentence")
    func printable() throws {
        let reading = try #require(BoardFixture.reading("site.defined", #""site":"s","name":"a\u001b[2Jb""#))
        #expect(EventSentence.text(reading) == "site s: a·[2Jb")
    }
}
