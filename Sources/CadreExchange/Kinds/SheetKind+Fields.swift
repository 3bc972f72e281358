// The columns of each kind, in the order in which they are written. A test holds them to the contract's schemas.
// `note` is a member of all: where the contract does not know it, it is carried along.
extension SheetKind {
    var fields: [Field] {
        switch self {
        case .pledges: Self.pledgeFields
        case .lines: Self.lineFields
        case .elements: Self.elementFields
        case .sites: Self.siteFields
        case .courses: Self.courseFields
        case .demands: Self.demandFields
        case .runs: Self.runFields
        case .equipment: Self.equipmentFields
        }
    }

    private static let personnel: Set = ["personnel"]
    private static let places: Set = ["training-places"]
    private static let items: Set = ["equipment"]
    private static let funds: Set = ["funds"]

    private static let pledgeFields = [
        Field("nation", .capitals), Field("pledge", .name), .word("kind", sample: "personnel"),
        .word("status", sample: "offered"),
        Field("capability", .name).of(personnel), Field("also", .names).of(personnel),
        .amount("quantity").of(personnel.union(items)), Field("from", .day).of(personnel),
        Field("until", .day).of(personnel),
        Field("caveats.sites", .names).of(personnel), Field("caveats.notSites", .names).of(personnel),
        .word("caveats.maxThreat", sample: "low").of(personnel), Field("caveats.notAudiences", .names).of(personnel),
        Field("caveats.elements", .names).of(personnel), Field("caveats.abroadOnly", .flag, "false").of(personnel),
        Field("course", .name).of(places), Field("places", .number).of(places), Field("start", .day).of(places),
        Field("end", .day).of(places), Field("location", .text).of(places),
        Field("item", .name).of(items), .word("mode", sample: "donation").of(items),
        Field("delivery", .day).of(items), .part("delivered").of(items),
        Field("fund", .name).of(funds), .amount("amount").of(funds), .part("received").of(funds),
        Field("currency", .capitals, "EUR").of(funds),
        Field("likelihood", .share), Field("requires", .names), Field("note", .text),
    ]

    private static let lineFields = [
        Field("line", .name), Field("title", .text), Field("site", .name), Field("capability", .name),
        Field("posts", .number), Field("from", .day), Field("until", .day), Field("priority", .number, "3"),
        Field("element", .name), Field("note", .text),
    ]

    private static let elementFields = [
        Field("element", .name), Field("title", .text), .word("decision", "undecided", sample: "undecided"),
        Field("likelihood", .share), Field("requires", .names), Field("note", .text),
    ]

    private static let siteFields = [
        Field("site", .name), Field("name", .text), Field("inTheatre", .flag, "true"),
        .word("threat", "medium", sample: "low"), .word("climate", "hot", sample: "hot"),
        .word("route", "air", sample: "air"), Field("latitude", .number), Field("longitude", .number),
        Field("beds", .number), Field("classrooms", .number), Field("powerKw", .number),
        Field("storage", .quantities), Field("hosted", .hosting), Field("note", .text),
    ]

    private static let courseFields = [
        Field("course", .name), Field("title", .text), Field("days", .number), Field("seats", .number),
        Field("passRate", .share), Field("instructors", .instructors), .word("level", sample: "basic"),
        Field("topic", .text), Field("produces", .name), Field("leadInDays", .number, "0"),
        Field("turnaroundDays", .number, "0"), Field("boarded", .flag, "false"), Field("classrooms", .number, "1"),
        Field("perStudent", .quantities), Field("note", .text),
    ]

    private static let demandFields = [
        Field("demand", .name), Field("course", .name), Field("audience", .name), Field("graduates", .number),
        Field("from", .day), Field("by", .day), Field("site", .name),
        .word("delivery", "resident", sample: "resident"), Field("priority", .number, "3"), Field("element", .name),
        Field("note", .text),
    ]

    private static let runFields = [
        Field("run", .name), Field("course", .name), Field("site", .name), Field("start", .day), Field("end", .day),
        .word("status", sample: "scheduled"), Field("seats", .number), Field("graduates", .number),
        Field("audience", .name), Field("demand", .name), Field("element", .name), Field("priority", .number),
        .word("delivery", sample: "resident"), Field("provider", .text), Field("note", .text),
    ]

    private static let equipmentFields = [
        Field("item", .name), Field("title", .text), Field("quantity", .number), Field("kgEach", .number, "0"),
        Field("unitCost", .number, "0"), Field("by", .day), Field("element", .name), Field("note", .text),
    ]
}
