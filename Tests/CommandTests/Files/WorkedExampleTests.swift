import Foundation
import Testing

@Suite("worked example of Documentation/model.md")
struct WorkedExampleTests {
    @Test("the first period of Iraq 2004, scenario offered, equals the documented figures")
    func firstPeriod() async throws {
        let names = ["force.offered", "manning.offered", "logistics.offered"].flatMap { ["--name", $0] }
        let ended = try await BuiltProgram.run(
            ["estimate", "--samples", "0", Project.path("Examples/ntm-i-2004/events.ndjson")] + names)
        #expect(ended.status == 0, "\(ended.errors)")
        let output = try JSON.object(ended.output)
        func first(_ path: String...) -> Double? {
            var value: Any? = output["ntm-i"]
            for member in path { value = (value as? [String: Any])?[member] }
            return (value as? [Any])?.first.flatMap { ($0 as? NSNumber)?.doubleValue }
        }
        #expect(first("force.offered", "required") == 56)
        #expect(first("force.offered", "filled") == 56)
        #expect(first("force.offered", "byLine", "mentors-jhq", "required") == 24)
        #expect(first("force.offered", "byLine", "hq-staff", "required") == 24)
        #expect(first("force.offered", "byCapability", "support.interpreter", "required") == 8)
        #expect(first("force.offered", "byNation", "BGR") == 4)
        #expect(first("force.offered", "byNation", "ROU") == 4)
        #expect(first("logistics.offered", "movement", "sorties") == 1)
        #expect(first("logistics.offered", "commodities", "general-supplies", "baghdad", "short") == 588)
        let medical = try #require(first("logistics.offered", "commodities", "medical-supplies", "baghdad", "use"))
        #expect(abs(medical - 58.8) < 1e-9)
        #expect(first("logistics.offered", "money", "costs", "personnel") == 98_000)
        #expect(first("logistics.offered", "money", "costs", "lift") == 60_000)
        let surplus = (JSON.value(output, "ntm-i", "manning.offered", "surplus") as? [[String: Any]]) ?? []
        let spare = surplus.first { $0["pledge"] as? String == "ROU/interpreters" && $0["from"] as? Int == 0 }
        #expect(spare?["persons"] as? Int == 1)
        #expect(spare?["reason"] as? String == "no post needs it")
    }
}
