import CadreJSON
import CadrePlanning
import Testing

@testable import CadreContract

@Suite("published estimates are read into the types from which they were written")
struct EstimateReadingTests {
    private static let cases = [EstimateSamples.empty, EstimateSamples.full].enumerated().flatMap { index, _ in
        EstimateName.allCases.map { (index, $0) }
    }

    @Test("an estimate that was read is written with the same bytes", arguments: cases)
    func roundTrip(sample: Int, name: EstimateName) throws {
        let estimates = [EstimateSamples.empty, EstimateSamples.full][sample]
        let encoded = try #require(EncodedEstimate(name, of: estimates))
        let part = try #require(estimates.part(name))
        let json = try JSONDocument(parsing: encoded.data(estimates.head))
        try expectSameBytes(part, json, encoded)
        let head = try EstimateHead.table.read(json, json.root)
        #expect(head.mission == estimates.head.mission && head.revision == estimates.head.revision)
        #expect(head.asOf == estimates.head.asOf && head.hasSameFrame(as: estimates.head))
    }

    private func expectSameBytes<Part: EstimatePart>(
        _ part: Part, _ json: JSONDocument, _ encoded: EncodedEstimate
    ) throws {
        var writer = JSONWriter()
        let head = try EstimateHead.table.read(json, json.root)
        let again = EncodedEstimate(encoded.name, try Part.table.read(json, json.root), head, &writer)
        #expect(again == encoded, "\(encoded.name.text)")
    }

    @Test("a member of a wrong type is named by its path")
    func wrong() throws {
        let data = try #require(EncodedEstimate(.summary, of: EstimateSamples.full)).data(EstimateSamples.head)
        let json = try JSONDocument(parsing: data.replacing(#""peak":95"#, with: #""peak":"95""#))
        let fault = #expect(throws: MemberFault.self) { try SummaryEstimate.table.read(json, json.root) }
        #expect(fault?.path.hasPrefix("scenarios.") == true && fault?.path.hasSuffix(".required.peak") == true)
    }
}
