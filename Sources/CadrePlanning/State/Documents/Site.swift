/// A place where people work, teach and live. Source: CONTRACT § 2, `site.defined`.
public struct Site: Hashable, Sendable {
    public enum Threat: String, Sendable, CaseIterable, Comparable {
        case low, medium, high

        public static func < (a: Threat, b: Threat) -> Bool { a.rank < b.rank }

        var rank: Int {
            switch self {
            case .low: 0
            case .medium: 1
            case .high: 2
            }
        }
    }
    public enum Climate: String, Sendable, CaseIterable { case temperate, hot, cold }
    public enum Route: String, Sendable, CaseIterable { case road, air }

    /// A service that another provider at the site may give.
    public enum Service: Hashable, Sendable {
        case rule(ID<RuleName>)
        case commodity(ID<CommodityName>)
    }

    /// One entry of `hosted`: the mission provides the service itself only where `element` is in.
    public struct Hosting: Hashable, Sendable {
        public var service: Service
        public var element: ID<Element>?

        public init(service: Service, element: ID<Element>?) {
            self.service = service
            self.element = element
        }
    }

    public var name: String
    public var inTheatre: Bool
    public var threat: Threat
    public var climate: Climate
    public var route: Route
    /// The places to sleep; `nil` if not stated.
    public var beds: Int?
    public var classrooms: Int?
    public var powerKw: Double?
    /// Degrees.
    public var latitude: Double?
    public var longitude: Double?
    /// The most that can be stored, in the commodity's unit.
    public var storage: [ID<CommodityName>: Double]
    public var hosted: [Hosting]

    public init(
        name: String, inTheatre: Bool = true, threat: Threat = .medium, climate: Climate = .hot, route: Route = .air,
        beds: Int? = nil, classrooms: Int? = nil, powerKw: Double? = nil, latitude: Double? = nil,
        longitude: Double? = nil, storage: [ID<CommodityName>: Double] = [:], hosted: [Hosting] = []
    ) {
        self.name = name
        self.inTheatre = inTheatre
        self.threat = threat
        self.climate = climate
        self.route = route
        self.beds = beds
        self.classrooms = classrooms
        self.powerKw = powerKw
        self.latitude = latitude
        self.longitude = longitude
        self.storage = storage
        self.hosted = hosted
    }
}
