import CadreContract
import CadreJSON
import CadrePlanning

/// The kind of a sheet: each row is one entity of this kind. Source: CONTRACT § 2.
public enum SheetKind: String, Sendable, CaseIterable {
    case pledges, lines, elements, sites, courses, demands, runs, equipment

    public var entity: EntityKind {
        switch self {
        case .pledges: .pledge
        case .lines: .line
        case .elements: .element
        case .sites: .site
        case .courses: .course
        case .demands: .demand
        case .runs: .run
        case .equipment: .item
        }
    }

    var type: EventType { entity.eventType }

    /// The members that name the entity and form `NATION/PLEDGE`.
    var keyMembers: [String] { self == .pledges ? ["nation", idMember] : [idMember] }

    /// The member that contains the entity's own id.
    var idMember: String { entity.rawValue }

    /// The member and value that end an entity, since none is ever deleted, and the values that mean that it has ended.
    /// `nil` if the kind cannot end. Source: CONTRACT § 2.
    var ending: (member: String, json: String, ended: Set<String>)? {
        switch self {
        case .pledges: ("status", "\"withdrawn\"", ["withdrawn", "completed"])
        case .lines: ("posts", "0", ["0"])
        case .demands: ("graduates", "0", ["0"])
        case .equipment: ("quantity", "0", ["0"])
        case .runs: ("status", "\"cancelled\"", ["cancelled", "completed"])
        case .elements, .sites, .courses: nil
        }
    }

    func field(_ member: String) -> Field? { fields.first { $0.member == member } }

    /// Returns the field whose cell holds the member that validation names.
    func field(holding path: String) -> Field? { fields.first { $0.holds(path) } }

    /// Returns the fields of one document: for a pledge, those of its kind of pledge.
    /// - Parameter offer: `personnel` …, or `nil` if the document is not a pledge.
    func fields(of offer: String?) -> [Field] {
        offer.map { Self.fieldsByOffer[$0] ?? Self.fieldsOfAllOffers } ?? fields
    }

    /// The kinds of pledge.
    static let offers = ["personnel", "training-places", "equipment", "funds"]

    private static let fieldsOfAllOffers = SheetKind.pledges.fields.filter(\.offers.isEmpty)
    private static let fieldsByOffer = Dictionary(
        uniqueKeysWithValues: offers.map { offer in
            (offer, SheetKind.pledges.fields.filter { $0.offers.isEmpty || $0.offers.contains(offer) })
        })

    /// Returns the members of `data` that columns hold, and the mission: for a pledge, those of its kind of pledge.
    func heldMembers(of offer: String?) -> Set<String> {
        offer.map { Self.heldMembersByOffer[$0] ?? [] } ?? Self.heldMembersByKind[self] ?? []
    }

    private static let heldMembersByKind = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0, Set($0.fields.map(\.top) + ["mission"])) })
    private static let heldMembersByOffer = fieldsByOffer.mapValues { Set($0.map(\.top) + ["mission"]) }

    /// Returns the kind of a pledge, or `nil` for other documents.
    func offer(of data: JSONValue) -> String? { self == .pledges ? data["kind"]?.text ?? "" : nil }
}
