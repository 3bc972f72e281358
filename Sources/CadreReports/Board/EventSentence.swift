import CadreContract
import CadreJSON

/// What an event says, in a few words.
public enum EventSentence {
    /// - Parameter event: The CloudEvent.
    public static func text(_ event: JSONValue) -> String {
        guard let data = event["data"], let type = event["type"]?.text.flatMap(EventType.init(rawValue:)) else {
            return Printable.text(event["type"]?.text ?? "an event")
        }
        return Printable.text(sentence(type, data))
    }

    private static func sentence(_ type: EventType, _ data: JSONValue) -> String {
        func text(_ name: String) -> String { data[name]?.text ?? "?" }
        func number(_ name: String) -> String { (data[name]?.number?.double).map(Numbers.short) ?? "?" }
        return switch type {
        case .missionDefined: "mission \(text("mission")): \(text("name")), from \(text("start"))"
        case .clockAdvanced: "the clock is set"
        case .elementProposed: "element \(text("element")) \(data["decision"]?.text ?? "undecided"): \(text("title"))"
        case .siteDefined: "site \(text("site")): \(text("name"))"
        case .lineRequired: "line \(text("line")): \(number("posts")) \(text("capability")) at \(text("site"))"
        case .courseDefined: "course \(text("course")): \(number("seats")) seats, \(number("days")) days"
        case .equipmentRequired: "equipment needed: \(number("quantity")) \(text("item"))"
        case .factorSet: "factor \(text("factor")) is set"
        case .demandSet: "demand \(text("demand")): \(number("graduates")) graduates of \(text("course"))"
        case .runScheduled: "run \(text("run")) of \(text("course")) \(text("status"))"
        case .instructorsCounted: "\(number("count")) instructors of \(text("capability")) counted"
        case .pledgeRecorded: "\(text("nation"))/\(text("pledge")) \(text("status")): \(pledged(data))"
        case .stockCounted: "\(number("quantity")) \(text("commodity")) counted at \(text("site"))"
        case .deliveryReceived: "\(number("quantity")) \(text("commodity")) delivered to \(text("site"))"
        case .sourceHead: "a source has sent \(number("sequence")) events"
        }
    }

    private static func pledged(_ data: JSONValue) -> String {
        func text(_ name: String) -> String { data[name]?.text ?? "?" }
        func number(_ name: String) -> String { (data[name]?.number?.double).map(Numbers.short) ?? "?" }
        return switch data["kind"]?.text {
        case "personnel": "\(number("quantity")) \(text("capability")) from \(text("from"))"
        case "training-places": "\(number("places")) places of \(text("course"))"
        case "equipment": "\(number("quantity")) \(text("item")), \(text("mode"))"
        case "funds": "\(data["currency"]?.text ?? "EUR") \(number("amount")) for \(text("fund"))"
        default: text("kind")
        }
    }
}
