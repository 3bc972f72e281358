import CadreContract
import CadreJSON
import CadrePlanning
import Testing

@Suite("Events of what-if shortcuts")
struct WhatIfBuilderTests {
    /// Returns the plan in the reply to `plan.get`.
    private func plan(_ events: [String] = WhatIfMission.events) throws -> WhatIfState {
        let answer = try #require(WhatIfMission.answer(events))
        return WhatIfState(mission: "m1", answer)
    }

    private func built(_ shortcuts: [WhatIfShortcut]) throws -> WhatIfBuilder {
        try WhatIfBuilder(shortcuts, on: try plan())
    }

    /// Returns the events as a daemon reads them, with their data.
    private func read(_ builder: WhatIfBuilder) throws -> [(event: Event, data: JSONValue)] {
        try builder.events(batch: "b").map { _, bytes in
            guard case .event(let received)? = EventReader().read(payload: bytes).first else {
                throw NotRead(text: String(decoding: bytes, as: UTF8.self))
            }
            return (received.event, try #require(try JSONValue(parsing: bytes)["data"]))
        }
    }

    private struct NotRead: Error { let text: String }

    private func fault(_ shortcut: WhatIfShortcut) throws -> String {
        do {
            _ = try built([shortcut])
            return ""
        } catch let fault as WhatIfBuilder.Fault {
            return fault.description
        }
    }

    private func pledges(_ text: String) throws -> PledgeChoice { try #require(PledgeChoice(text)) }

    // MARK: Pledges

    @Test("withdrawal of a nation: all its pledges except completed and withdrawn ones, with their other members")
    func withdraw() throws {
        let events = try read(built([.withdraw(pledges("CAN"))]))
        #expect(events.map(\.event.document.key.id) == ["CAN/funds", "CAN/here", "CAN/soon"])
        #expect(events.allSatisfy { $0.data["status"]?.text == "withdrawn" })
        #expect(events[2].data["note"]?.text == "said in Ottawa")
        #expect(events[2].data["quantity"]?.integer == 5)
    }

    @Test("the event is later than the one that it supersedes, by the minimum")
    func stamp() throws {
        let (event, _) = try #require(try read(built([.withdraw(pledges("CAN/soon"))])).first)
        #expect(event.stamp.time.text == "2023-12-01T00:00:05.000001Z")
        #expect(event.stamp.source == "urn:cadre:whatif")
        #expect(event.stamp.id == "b-1")
    }

    @Test(
        "the next instant is a microsecond later",
        arguments: [
            ("", "000001", 0), ("5", "500001", 0), ("123456789", "123457789", 0), ("999999", "", 1),
            ("9999995", "0000005", 1),
        ])
    func next(fraction: String, expected: String, seconds: Int) {
        let next = Instant(seconds: 7, fraction: fraction).next
        #expect(next == Instant(seconds: 7 + seconds, fraction: expected))
        #expect(next > Instant(seconds: 7, fraction: fraction))
    }

    @Test("a delay moves all dates of pledges that have not arrived, and of others only by name")
    func delay() throws {
        func dates(_ choice: String, _ members: [String]) throws -> [[String?]] {
            let delay = try #require(DelayChoice(choice))
            return try read(built([.delay(delay)])).map { _, data in members.map { data[$0]?.text } }
        }
        #expect(try dates("CAN=30", ["pledge", "from", "until"]) == [["soon", "2024-01-31", "2024-03-02"]])
        #expect(try dates("CAN/here=-1", ["from", "until"]) == [["2023-12-31", nil]])
        #expect(
            try dates("NOR=7", ["start", "end", "delivery"]) == [
                ["2024-01-08", "2024-01-15", nil], [nil, nil, "2024-02-08"],
            ])
        let late = try #require(DelayChoice("CAN/funds=7"))
        #expect(
            try fault(.delay(late)) == """
                --delay CAN/funds=7: none of these can come at another time: CAN/funds (confirmed funds)
                """)
        let far = try #require(DelayChoice("CAN/soon=100000"))
        #expect(try fault(.delay(far)).hasPrefix("--delay CAN/soon=100000: CAN/soon: from: expected a date"))
    }

    @Test("a confirmation changes indicated and offered pledges, and withdrawn ones only by name")
    func confirm() throws {
        let events = try read(built([.confirm(pledges("CAN")), .confirm(pledges("CAN/gone"))]))
        #expect(events.map(\.event.document.key.id) == ["CAN/soon", "CAN/gone"])
        #expect(events.allSatisfy { $0.data["status"]?.text == "confirmed" })
        #expect(
            try fault(.confirm(pledges("CAN/here"))).contains("can be confirmed: CAN/here (deployed personnel)"))
    }

    @Test("lifting one caveat keeps the others; without a name all are lifted")
    func lift() throws {
        func caveats(_ choice: String) throws -> JSONValue? {
            let lift = try #require(LiftChoice(choice))
            return try read(built([.lift(lift)])).first?.data["caveats"]
        }
        let kept = try #require(try caveats("CAN/soon=maxThreat"))
        #expect(kept["maxThreat"] == nil)
        #expect(kept["sites"]?.elements?.count == 1)
        #expect(try caveats("CAN/soon") == nil)
        let none = try #require(LiftChoice("CAN/soon=abroadOnly"))
        #expect(
            try fault(.lift(none))
                == "--lift CAN/soon=abroadOnly: CAN/soon has no caveat abroadOnly; there is sites, maxThreat")
        let bare = try #require(LiftChoice("CAN/here"))
        #expect(try fault(.lift(bare)) == "--lift CAN/here: CAN/here has no caveats")
        #expect(LiftChoice("CAN") == nil)
    }

    @Test("an unknown name is refused with the valid names")
    func unknown() throws {
        #expect(try fault(.withdraw(pledges("USA"))) == "--withdraw USA: there is no pledge of USA; there is CAN, NOR")
        #expect(
            try fault(.withdraw(pledges("NOR/x"))) == """
                --withdraw NOR/x: there is no pledge NOR/x; there is NOR/places, NOR/trucks
                """)
        let missing = try #require(PostsChoice("L9=3"))
        #expect(try fault(.posts(missing)) == "--posts L9=3: there is no line L9; there is L1")
        #expect(try fault(.accept("z")) == "--accept z: there is no element z; there is a, b, c, d")
    }

    @Test("two shortcuts for one pledge give one event")
    func together() throws {
        let delay = try #require(DelayChoice("CAN/soon=30"))
        let builder = try built([.confirm(pledges("CAN/soon")), .delay(delay)])
        let events = try read(builder)
        #expect(events.count == 1)
        #expect(events[0].data["status"]?.text == "confirmed")
        #expect(events[0].data["from"]?.text == "2024-01-31")
        #expect(builder.changes.map(\.origin) == ["--confirm CAN/soon --delay CAN/soon=30"])
    }

    // MARK: Elements, lines, factors

    @Test("an element is accepted with its requirements, with a note, also about elements that are not proposed")
    func accept() throws {
        let builder = try built([.accept("a")])
        let events = try read(builder)
        #expect(Set(events.map(\.event.document.key.id)) == ["a", "b"])
        #expect(events.allSatisfy { $0.data["decision"]?.text == "accepted" })
        #expect(builder.notes.contains("--accept a: accepted along, since required: b"))
        #expect(
            builder.notes.contains("--accept a: nobody-proposed is required but not proposed, so a stays out")
        )
        #expect(try fault(.accept("c")) == "--accept c: it and all that it requires are accepted already")
    }

    @Test("only the named element is returned; elements that require it are noted")
    func giveBack() throws {
        let builder = try built([.giveBack("c")])
        let events = try read(builder)
        #expect(events.map { $0.data["decision"]?.text } == ["returned"])
        #expect(builder.notes == ["--return c: out as well, since they require it: d"])
        #expect(try fault(.giveBack("b")) == "--return b: it is returned already")
    }

    @Test("the posts of a line are changed")
    func posts() throws {
        let choice = try #require(PostsChoice("L1=3"))
        let (_, data) = try #require(try read(built([.posts(choice)])).first)
        #expect(data["posts"]?.integer == 3)
        #expect(data["title"]?.text == "guards")
        #expect(PostsChoice("L1=-3") == nil)
    }

    @Test("a new factor is later than the mission's definition, and has a new source")
    func factor() throws {
        let share = try #require(FactorChoice("mentor.share=0.4"))
        let tour = try #require(FactorChoice("tour.days=100"))
        let events = try read(built([.factor(share), .factor(tour)]))
        #expect(events[0].event.stamp.time.text == "2023-12-01T00:00:00.000001Z")
        #expect(events[0].data["value"]?.number?.double == 0.4)
        #expect(events[1].event.stamp.time.text == "2023-12-01T00:00:07.000001Z")
        #expect(events[1].data["source"]?.text == "supposed, by cadre whatif")
        let unknown = try #require(FactorChoice("mentors=1"))
        #expect(try fault(.factor(unknown)).contains("mentor.share"))
        let wrong = try #require(FactorChoice("mentor.share=2"))
        #expect(
            try fault(.factor(wrong))
                == "--factor mentor.share=2: value: expected a number 0 to 1, found another number")
        #expect(FactorChoice("mentor.share=much") == nil)
    }

    // MARK: With files, and for submission

    @Test("a shortcut changes the document of a file if that would be current")
    func files() throws {
        var plan = try plan()
        plan.join(Array(WhatIfMission.soon(quantity: 9, second: 30).utf8))
        plan.join(Array(WhatIfMission.soon(quantity: 1, second: 1).utf8))
        plan.join(Array("no event".utf8))
        let builder = try WhatIfBuilder([.withdraw(pledges("CAN/soon"))], on: plan)
        let (event, data) = try #require(try read(builder).first)
        #expect(data["quantity"]?.integer == 9)
        #expect(event.stamp.time.text == "2023-12-01T00:00:30.000001Z")
    }

    @Test("events for submission have the current time, or one after a future event that they supersede")
    func lasting() throws {
        let builder = try built([.withdraw(pledges("CAN/soon"))])
        func time(_ now: Int) throws -> Instant {
            let bytes = try #require(builder.lastingEvents(batch: "b", now: Instant(seconds: now)).first)
            guard case .event(let received)? = EventReader().read(payload: bytes).first else {
                throw NotRead(text: String(decoding: bytes, as: UTF8.self))
            }
            return received.event.stamp.time
        }
        #expect(try time(1_800_000_000) == Instant(seconds: 1_800_000_000))
        #expect(try time(0).text == "2023-12-01T00:00:05.000001Z")
    }

    @Test("a time that would be superseded is refused")
    func check() throws {
        let builder = try built([.withdraw(pledges("CAN/soon"))])
        let current = try #require(builder.plan.entities[EntityKey(.pledge, "CAN/soon")]?.stamp.time)
        #expect(throws: WhatIfBuilder.Fault.self) { try builder.check(current) }
        try builder.check(current.next)
    }

    @Test("pledges do not move the clock, plan events may")
    func ofPlan() throws {
        #expect(try built([.withdraw(pledges("CAN"))]).isOfPlan == false)
        #expect(try built([.giveBack("c")]).isOfPlan)
    }
}
