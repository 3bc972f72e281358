import CadreContract
import CadrePlanning
import Testing

@Suite("Estimates as JSON (CONTRACT § 4)")
struct EncodedEstimateTests {
    private let node = ID<Node>("alpha")

    @Test("every estimate follows its schema, with rows of every kind and without rows", arguments: families)
    func keepsToSchema(family: String) throws {
        var documents: [[UInt8]] = []
        for estimates in [EstimateSamples.empty, EstimateSamples.full] {
            for name in EstimateName.allCases where name.family == family {
                documents.append(try #require(EncodedEstimate(name, of: estimates)).data(estimates.head))
            }
        }
        let problems = try SchemaFolder.problems(of: documents, by: "estimates/\(family).schema.json")
        #expect(problems.count == documents.count && problems.allSatisfy { $0 == nil }, "\(problems)")
    }

    @Test("the schemas refuse invalid estimates", arguments: families)
    func wrongIsNoticed(family: String) throws {
        let name = try #require(EstimateName.allCases.first { $0.family == family })
        let data = try #require(EncodedEstimate(name, of: EstimateSamples.full)).data(EstimateSamples.head)
        let wrong = try #require(Self.mistakes[family])
        let documents = wrong.map { data.replacing($0.right, with: $0.wrong) }
        let problems = try SchemaFolder.problems(of: documents, by: "estimates/\(family).schema.json")
        for (mistake, problem) in zip(wrong, problems) {
            #expect(problem != nil, "\(mistake.right) → \(mistake.wrong)")
        }
    }

    private static let mistakes: [String: [(right: String, wrong: String)]] = [
        "summary": [
            (#""range":{"structural""#, #""range":{"structure""#), (#""unresolved":"#, #""unsolved":"#),
            (#""gapPersonPeriods":{"1""#, #""gapPersonPeriods":{"0""#), (#""peak":95"#, #""peak":95.5"#),
            (#""since":null"#, #""since":"never""#), (#""deployed":7"#, #""present":7"#),
            (#""others":2.8"#, #""other":2.8"#), (#""set":"Atlas 2","count":11"#, #""set":"Atlas 2","count":0"#),
            (#""equipment-late""#, #""equipment-lost""#),
        ],
        "force": [
            (#""visiting":{"required":"#, #""visiting":{"requires":"#), (#""NOR":[7"#, #""NOR":[7.5"#),
            (#""revision":140"#, #""revision":"140""#), (#""asOf":"2004-08-14T10:00:00.25Z""#, #""asOf":"2004-08-14""#),
            (#""filled":[56,60]"#, #""filled":[56,null]"#),
            (#""hosted":{"baghdad""#, #""host":{"baghdad""#),
            ("[12,13]", "[12,13.5]"),
        ],
        "manning": [
            (#""reason":"caveat: notSites""#, #""reason":"notSites""#),
            (#""group":"line/hq-staff""#, #""group":"hq-staff""#), (#""pledge":"NOR/P-1""#, #""pledge":"P-1""#),
        ],
        "training": [
            (#""staffing":1,"#, #""staffing":1.5,"#), (#""demand":null,"#, ""), (#""local":"#, #""host":"#),
            (#""basic":"#, #""beginner":"#), (#""others":2.8"#, #""others":-2.8"#),
            (#""provider":"European Union""#, #""provider":null"#),
            (#""infeasible":["d-2"]"#, #""infeasible":[{"demand":"d-2"}]"#),
        ],
        "logistics": [
            (#""have":null"#, #""have":"none""#), (#""money":{"costs""#, #""money":{"cost""#),
            ("[588,0]", "[588,null]"), (#""shortFrom":null"#, #""short":null"#), (#""gap":17589"#, #""gap":-1"#),
            ("[0,350.5]", "[0,null]"), (#""byNation":{"HUN""#, #""byNation":{"Hun""#),
            (#""nations":{"NOR":[12250"#, #""nations":{"NOR":[-12250"#),
        ],
        "range": [
            (#""samples":200"#, #""samples":0"#), (#""p50":2,"#, ""), (#""element":"E-1""#, #""element":7"#),
            (#""firmness":{"filled""#, #""firmness":{"fill""#),
        ],
        "gaps": [
            (#""kind":"caveat""#, #""kind":"pledge""#), (#""peak":3"#, #""peak":0"#), (#""3":-1"#, #""6":-1"#),
            (#""line L-1""#, #""post L-1""#), (#""until":"2004-08-28","site":"S-1""#, #""until":"2004-08-28""#),
            (#""packages":"#, #""package":"#), (#""caveat":"maxThreat""#, #""caveat":"threat""#),
        ],
    ]

    @Test("a whole small estimate, byte for byte")
    func wholeForce() throws {
        let encoded = try #require(EncodedEstimate(.force(.offered), of: EstimateSamples.empty))
        #expect(
            String(decoding: encoded.data(EstimateSamples.empty.head), as: UTF8.self) == #"""
                {"mission":"ntm-i","revision":140,"asOf":"2004-08-14T10:00:00.25Z","start":"2004-08-14",\#
                "periodDays":7,"periods":1,"required":[0],"filled":[0],"abroad":{"required":[0],"filled":[0]},\#
                "visiting":{"required":[0],"filled":[0]},"byCapability":{},"bySite":{},"byLine":{},"byNation":{},\#
                "hosted":{}}
                """#)
    }

    @Test("the head of every estimate of a mission with a marking contains it, and no other head does")
    func marking() throws {
        for name in EstimateName.allCases {
            let marked = try #require(EncodedEstimate(name, of: EstimateSamples.full)).data(EstimateSamples.head)
            #expect(String(decoding: marked, as: UTF8.self).contains(#""periods":2,"marking":"EXERCISE \"A\"","#))
            let plain = try #require(EncodedEstimate(name, of: EstimateSamples.empty)).data(EstimateSamples.empty.head)
            #expect(!String(decoding: plain, as: UTF8.self).contains("marking"))
        }
    }

    @Test("every change except of revision and asOf changes the figures")
    func comparison() throws {
        let before = EstimateSamples.full
        var later = before
        later.head.revision = 141
        later.head.cause = "e-141"
        later.head.asOf = Instant(seconds: 1_092_500_000)
        #expect(later.encoded() == before.encoded())

        var marked = before
        marked.head.marking = "RESTRICTED"
        #expect(zip(marked.encoded(), before.encoded()).allSatisfy { $0 != $1 })

        var filled = before
        filled.scenarios[1].force.inTheatre.filled[0] += 1
        let changed = zip(filled.encoded(), before.encoded()).filter { $0 != $1 }.map(\.0.name)
        #expect(changed == [.force(.offered)])
    }

    @Test("a publication is a CloudEvent that names its cause")
    func event() throws {
        let head = EstimateSamples.head
        let first = EncodedEstimate(.force(.offered), of: EstimateSamples.full)?.event(head, node: node, previous: nil)
        let text = String(decoding: try #require(first), as: UTF8.self)
        #expect(
            text.hasPrefix(
                #"""
                {"specversion":"1.0","id":"ntm-i/force.offered/140","source":"urn:cadre:alpha",\#
                "type":"cadre.estimate.force.v1","time":"2004-08-14T10:00:00.25Z",\#
                "datacontenttype":"application/json","cause":"e-140","data":{"mission":"ntm-i","revision":140,
                """#))
        #expect(!text.contains("previous"))
        let second = EncodedEstimate(.summary, of: EstimateSamples.full)?.event(
            head, node: node, previous: 140, number: 2)
        #expect(String(decoding: try #require(second), as: UTF8.self).contains(#""id":"ntm-i/summary/140/2","#))
        let events = EstimateSamples.full.encoded().map { $0.event(head, node: node, previous: 139) }
        #expect(events.count == 15)
        #expect(events.allSatisfy { String(decoding: $0, as: UTF8.self).contains(#""previous":139,"data""#) })
        let problems = try SchemaFolder.problems(of: events, by: "estimates/event.schema.json")
        #expect(problems.allSatisfy { $0 == nil }, "\(problems)")
        let wrong = events[1].replacing(#""data":{"mission""#, with: #""data":{"missions""#)
        #expect(try SchemaFolder.problems(of: [wrong], by: "estimates/event.schema.json") != [nil])
    }

    @Test("a scenario that was not computed has no estimates")
    func missingScenario() {
        var estimates = EstimateSamples.full
        estimates.scenarios.removeAll { $0.scenario == .full }
        #expect(EncodedEstimate(.manning(.full), of: estimates) == nil)
        #expect(estimates.encoded().count == 11)
    }

    static let families = ["summary", "force", "manning", "training", "logistics", "range", "gaps"]
}
