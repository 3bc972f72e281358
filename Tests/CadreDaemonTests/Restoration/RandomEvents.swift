import TestSupport

/// Random events of several missions that supersede each other, unordered, with some sequence numbers missing.
struct RandomEvents {
    private var random: SeededRandom
    private static let statuses = ["indicated", "offered", "confirmed", "deployed", "completed", "withdrawn"]

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func events(_ count: Int, prefix: String = "r") -> [String] {
        (0..<count).map { event(id: "\(prefix)-\($0)") }.shuffled(using: &random)
    }

    private mutating func event(id: String) -> String {
        let source = TestEvents(
            mission: "M-\(Int.random(in: 1...4, using: &random))",
            source: "urn:test:\(Int.random(in: 1...3, using: &random))")
        let fraction = Bool.random(using: &random) ? ".\(Int.random(in: 1...9, using: &random))" : ""
        let time = "2025-01-0\(Int.random(in: 1...9, using: &random))T08:00:00\(fraction)Z"
        let sequence = Int.random(in: 0...3, using: &random) > 0 ? Int.random(in: 1...500, using: &random) : nil
        let epoch = Bool.random(using: &random) ? "\(source.mission)/e" : nil
        let entity = Int.random(in: 1...12, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0:
            return source.event(
                "site.defined", id: id, time: time, sequence: sequence, epoch: epoch,
                #""site":"S-\#(entity)","name":"Site \#(id)""#)
        case 1: return source.defined(id: id, time: time)
        default:
            let status = Self.statuses.randomElement(using: &random) ?? "offered"
            return source.event(
                "pledge.recorded", id: id, time: time, sequence: sequence, epoch: epoch,
                #""pledge":"P-\#(entity)","nation":"NOR","kind":"personnel","status":"\#(status)","#
                    + #""capability":"guard","quantity":\#(Int.random(in: 1...50, using: &random)),"#
                    + #""from":"2025-01-06""#)
        }
    }
}
