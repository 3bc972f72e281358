import CadreContract
import CadreJSON
import CadrePlanning
import TestSupport

@testable import CadreExchange

/// Unusual documents that the contract accepts: odd texts, explicit or missing defaults.
struct RandomDocuments {
    var random: SeededRandom
    /// Whether the current document is a pledge, which requires others by `NATION/PLEDGE`.
    private var isPledge = false

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    /// Returns events of a kind, each of a different entity.
    mutating func events(_ kind: SheetKind, _ count: Int) throws -> [ReceivedEvent] {
        var events: [ReceivedEvent] = []
        isPledge = kind == .pledges
        for number in 0..<count {
            let offer = kind == .pledges ? random.one(of: SheetKind.offers) : nil
            var document = RowDocument(fields: kind.fields(of: offer))
            for field in document.fields where isThere(field, kind) {
                document[field.member] = Array(json(field, number, offer).utf8)
            }
            if random.chance(0.2) { document.extras = [("x-other", Array("{\"a\":[1,null]}".utf8))] }
            events.append(
                try Plans.received(
                    EventDraft(
                        type: kind.type, source: "urn:test", id: "\(kind.rawValue)-\(number)", time: Plans.then,
                        data: document.data(mission: "m")
                    ).bytes))
        }
        return events
    }

    private mutating func isThere(_ field: Field, _ kind: SheetKind) -> Bool {
        let required: Set = [
            "nation", "pledge", "kind", "status", "capability", "quantity", "from", "course", "places", "start", "end",
            "item", "mode", "fund", "amount", "line", "site", "posts", "element", "title", "name", "days", "seats",
            "passRate", "demand", "audience", "graduates", "by", "run",
        ]
        // A member that is required for one kind and optional for another is always present.
        return required.contains(field.member) || random.chance(0.5)
    }

    private mutating func json(_ field: Field, _ number: Int, _ offer: String?) -> String {
        var writer = JSONWriter()
        switch field.member {
        case "kind": writer.value(offer ?? "")
        case "passRate": writer.value(random.one(of: [0.1, 0.6, 1, 0.123456789012345, 1e-7]))
        case "latitude", "longitude": writer.value(random.one(of: [-33.8, 0, 4.5]))
        case "days", "seats", "priority", "classrooms", "leadInDays", "turnaroundDays":
            writer.value(Int.random(in: 1...5, using: &random))
        case "delivered", "received": writer.value(Int.random(in: 0...3, using: &random))
        case "amount", "unitCost", "kgEach", "powerKw": writer.value(random.one(of: [3, 1234.5, 1e9, 0.1 + 3]))
        default: write(field, number, &writer)
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private mutating func write(_ field: Field, _ number: Int, _ writer: inout JSONWriter) {
        switch field.form {
        case .text: writer.value(random.text())
        case .name:
            let isKey = SheetKind.allCases.contains { $0.idMember == field.member }
            writer.value(
                (isKey ? "\(random.one(of: ["-", ".", "_", "A"]))\(number)" : "") + random.one(of: ["x", "-1", "_"]))
        case .word: writer.raw(field.sample.utf8)
        case .capitals: writer.value(random.one(of: ["NOR", "XNA", "USD"]))
        case .number: writer.value(Int.random(in: 3...1_000_000, using: &random))
        case .share: writer.value(random.one(of: [0, 0.5, 1, 1e-9, 0.333]))
        case .flag: writer.value(random.chance(0.5))
        case .day:
            let isLate = ["until", "end", "by"].contains(field.member)
            writer.value(Day(number: Int.random(in: isLate ? 20_000...30_000 : 10_000...19_000, using: &random)))
        case .names:
            let ids = random.one(of: [[], ["-a"], ["a", "b", "a"]])
            writer.value(field.member == "requires" && isPledge ? ids.map { "NOR/\($0)" } : ids)
        case .quantities: writer.raw(random.one(of: ["{}", "{\"water\":2.5,\"-a\":1e-7}", "{\"fuel\":0}"]).utf8)
        case .hosting: writer.raw(random.one(of: ["{}", "{\"rule.guards\":null,\"commodity.x\":\"E\"}"]).utf8)
        case .instructors:
            writer.raw(
                random.one(of: [
                    "[]", "[{\"capability\":\"a.b\",\"count\":2},{\"perStudents\":10.0,\"capability\":\"a.b\"}]",
                ]).utf8)
        }
    }
}
