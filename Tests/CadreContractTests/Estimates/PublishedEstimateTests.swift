import CadreJSON
import Testing

@testable import CadreContract
@testable import CadrePlanning

@Suite("a published estimate is read as one typed value")
struct PublishedEstimateTests {
    private func data(_ name: EstimateName) throws -> [UInt8] {
        try #require(EncodedEstimate(name, of: EstimateSamples.full)).data(EstimateSamples.head)
    }

    @Test(
        "an estimate that is read equals the one that was computed, but for the cause", arguments: EstimateName.allCases
    )
    func equal(name: EstimateName) throws {
        let read = try PublishedEstimate(name, reading: try data(name))
        let computed = try #require(PublishedEstimate(name, of: EstimateSamples.full))
        #expect(read.name == name)
        #expect(read.json == computed.json)
        // Of the shortfall that an advised pledge closes, only the members that identify it are published.
        if name != .gaps { #expect(read.figures == computed.figures) }
        var head = computed.head
        head.cause = ""
        #expect(read.head == head)
    }

    @Test("the JSON of the figures is the data without the head", arguments: EstimateName.allCases)
    func json(name: EstimateName) throws {
        let estimate = try #require(PublishedEstimate(name, of: EstimateSamples.full))
        let head = Set(EstimateHead.table.description.fields.map(\.name))
        let members = try #require(try JSONValue(parsing: try data(name)).members).filter { !head.contains($0.name) }
        let own = try #require(estimate.json.members)
        #expect(own.map(\.name) == members.map(\.name))
        for (a, b) in zip(own, members) { #expect(a.value == b.value, "\(a.name)") }
    }

    @Test("a wrong member of head or figures is named with its path and a remedy")
    func wrong() throws {
        let figure = try data(.force(.offered)).replacing(#""required":[56,95]"#, with: #""required":[56,"x"]"#)
        let fault = #expect(throws: PublishedFault.self) { try PublishedEstimate(.force(.offered), reading: figure) }
        #expect(fault?.member == "required[1]")
        #expect(
            fault?.description == "force.offered: required[1]: expected a whole number from 0, found a text; "
                + "install the same version of Cadre here and on the node")
        let head = try data(.summary).replacing(#""periodDays":7"#, with: #""periodDays":0"#)
        let wrongHead = PublishedFault(
            "summary", member: "periodDays", expected: "a whole number 1 to 31", found: "another number")
        #expect(throws: wrongHead) { try PublishedEstimate(.summary, reading: head) }
    }

    @Test("bytes that are no JSON, or no object, are an error", arguments: ["", "{", "[]", "null", "7"])
    func anyShape(text: String) {
        for name in EstimateName.allCases {
            #expect(throws: PublishedFault.self) { try PublishedEstimate(name, reading: Array(text.utf8)) }
        }
    }

    @Test("the same figures at a later revision are the same; another frame or figure is not")
    func sameFigures() throws {
        let estimate = try #require(PublishedEstimate(.summary, of: EstimateSamples.full))
        var head = estimate.head
        head.revision += 1
        head.asOf = Instant(seconds: 0)
        #expect(estimate.hasSameFigures(as: PublishedEstimate(head: head, figures: estimate.figures)))
        head.periods += 1
        #expect(!estimate.hasSameFigures(as: PublishedEstimate(head: head, figures: estimate.figures)))
        #expect(!estimate.hasSameFigures(as: PublishedEstimate(head: estimate.head, figures: .summary(.empty))))
    }

    @Test("the set has every estimate once, in the order of publication")
    func set() throws {
        let set = PublishedEstimates(EstimateSamples.full)
        #expect(set.all.map(\.name) == EstimateName.allCases)
        #expect(set.summary == EstimateSamples.full.summary)
        #expect(set.force(.full) == EstimateSamples.force)
        #expect(set.training(.committed) == EstimateSamples.training)
        #expect(set.logistics(.offered) == EstimateSamples.logistics)
        #expect(set.gaps == EstimateSamples.full.gaps && set.range == EstimateSamples.full.range)
        #expect(PublishedEstimates().summary == nil)
        #expect(set.summary?[.offered]?.scenario == .offered)
    }
}
