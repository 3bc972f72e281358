import CadreContract
import CadrePlanning

/// An event in a few words.
public enum EventSentence {
    /// Returns the sentence of an event, a head, or an event of a later version.
    public static func text(_ reading: Reading) -> String {
        switch reading {
        case .event(let received): text(received.event.document)
        case .head(let head): "a source has sent \(Numbers.short(Double(head.sequence))) events"
        case .rejected: "an event that this version of Cadre cannot read"
        }
    }

    /// Returns the sentence of an event that carries this document.
    public static func text(_ document: Document) -> String { Printable.text(sentence(document)) }

    private static func sentence(_ document: Document) -> String {
        switch document {
        case .mission(let id, let mission): "mission \(id): \(mission.name), from \(mission.start.text)"
        case .clock: "the clock is set"
        case .element(let id, let element): "element \(id) \(element.decision.rawValue): \(element.title)"
        case .site(let id, let site): "site \(id): \(site.name)"
        case .line(let id, let line):
            "line \(id): \(Numbers.short(line.posts)) \(line.capability.code) at \(line.site)"
        case .course(let id, let course):
            "course \(id): \(Numbers.short(course.seats)) seats, \(Numbers.short(course.days)) days"
        case .item(let id, let item): "equipment needed: \(Numbers.short(item.quantity)) \(id)"
        case .factor(let sourced): "factor \(sourced.factor.name) is set"
        case .demand(let id, let demand):
            "demand \(id): \(Numbers.short(demand.graduates)) graduates of \(demand.course)"
        case .run(let id, let run): "run \(id) of \(run.course) \(run.status.rawValue)"
        case .instructors(let capability, let count):
            "\(Numbers.short(count.count)) instructors of \(capability.code) counted"
        case .pledge(let id, let pledge): "\(id) \(pledge.status.rawValue): \(offer(pledge.offer))"
        case .stock(let count): "\(Numbers.short(count.quantity)) \(count.commodity) counted at \(count.site)"
        case .delivery(_, let delivery):
            "\(Numbers.short(delivery.quantity)) \(delivery.commodity) delivered to \(delivery.site)"
        }
    }

    private static func offer(_ offer: Pledge.Offer) -> String {
        switch offer {
        case .personnel(let personnel):
            "\(Numbers.short(personnel.quantity)) \(personnel.capability.code) from \(personnel.from.text)"
        case .trainingPlaces(let places): "\(Numbers.short(places.places)) places of \(places.course)"
        case .equipment(let equipment):
            "\(Numbers.short(equipment.quantity)) \(equipment.item), \(equipment.mode.rawValue)"
        case .funds(let funds): "\(funds.currency) \(Numbers.short(funds.amount)) for \(funds.fund)"
        }
    }
}
