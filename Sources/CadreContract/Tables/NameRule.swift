/// A rule that names of the contract keep to. Sources: CONTRACT §§ 1 and 2.
public enum NameRule: String, Sendable, CaseIterable {
    /// The names of most entities, capabilities, audiences and commodities.
    case identifier
    case mission
    /// A nation's or a currency's three capitals.
    case capitals
    /// `NATION/PLEDGE`.
    case pledge
    /// `rule.NAME` or `commodity.NAME`.
    case service
    /// A factor's name.
    case factor
    case kindOfCost
    /// `committed`, `offered` or `full`.
    case scenario
    /// A priority, 1 to 5, as text.
    case priority = "priorityName"
    /// A pledge's status.
    case status
    /// A course's level.
    case level
    /// A group of posts: `line/LINE`, `run/RUN/j`, `track/DEMAND/TRACK/j` or `enabling/SITE/CAPABILITY`.
    case group
    /// What needs posts: `line ID`, `run ID`, `demand ID` or `rule CAPABILITY`.
    case origin
    /// RFC 3986's characters.
    case uriReference
    /// An estimate, as topics and requests name it.
    case estimateName
    /// A JSON Pointer (RFC 6901).
    case pointer
    /// 32 bytes in lower-case hexadecimal digits.
    case digest
    /// `urn:cadre:NODE`.
    case nodeSource
    /// `SOURCE#EPOCH`.
    case stream
    /// Any text.
    case text

    /// The rule in words.
    public var expected: String {
        switch self {
        case .identifier: Identifier.expected
        case .mission: Identifier.missionExpected
        case .capitals: Identifier.nationExpected
        case .pledge: Identifier.pledgeExpected
        case .service: "rule.NAME or commodity.NAME"
        case .factor: "a factor's name: a scalar's, rule.NAME, commodity.NAME, fund.NAME, prior.STATUS or rate.CUR"
        case .kindOfCost: "a kind of cost"
        case .priority: "a priority, 1 to 5"
        case .scenario: "a scenario"
        case .status: "a status"
        case .level: "a level"
        case .group: "a group of posts"
        case .origin: "what needs posts"
        case .uriReference: "a URI reference of 1 to \(ContractLimits.textScalarsMax) characters"
        case .estimateName: "one of " + EstimateName.allCases.map(\.text).joined(separator: ", ")
        case .pointer: "a JSON Pointer"
        case .digest: "64 hexadecimal digits"
        case .nodeSource: "urn:cadre:NODE"
        case .stream: "SOURCE#EPOCH"
        case .text: "a text"
        }
    }
}
