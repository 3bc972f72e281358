import CadreJSON

/// A pledge, or all pledges of a nation: `CAN/P-3`, `CAN`.
public struct PledgeChoice: Equatable, Sendable, CustomStringConvertible {
    public let nation: String
    /// The pledge, or `nil` for all of the nation's.
    public let pledge: String?

    /// Parses the text of an option, or returns `nil` if it is invalid.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let nation = parts.first, !nation.isEmpty, parts.count <= 2, parts.last?.isEmpty == false else {
            return nil
        }
        self.nation = nation
        pledge = parts.count == 2 ? parts[1] : nil
    }

    public var description: String { pledge.map { "\(nation)/\($0)" } ?? nation }
}

/// Pledges and a delay in days: `CAN/P-3=60`, `CAN=60`.
public struct DelayChoice: Equatable, Sendable, CustomStringConvertible {
    public let pledges: PledgeChoice
    /// The delay; a negative one means earlier.
    public let days: Int

    /// The number of days between the first and the last year of dates.
    private static let daysMax = 110_000

    /// Parses the text of an option, or returns `nil` if it is invalid.
    public init?(_ text: String) {
        guard let (name, value) = halves(text), let pledges = PledgeChoice(name),
            let days = Int(value), days != 0, days.magnitude <= Self.daysMax.magnitude
        else { return nil }
        self.pledges = pledges
        self.days = days
    }

    public var description: String { "\(pledges)=\(days)" }
}

/// A pledge without one of its caveats, or without any: `CAN/P-3=maxThreat`, `CAN/P-3`.
public struct LiftChoice: Equatable, Sendable, CustomStringConvertible {
    public let pledge: PledgeChoice
    public let caveat: String?

    /// Parses the text of an option, or returns `nil` if it is invalid.
    public init?(_ text: String) {
        let parts = halves(text)
        guard let pledge = PledgeChoice(parts?.name ?? text), pledge.pledge != nil else { return nil }
        self.pledge = pledge
        caveat = parts?.value
    }

    public var description: String { "\(pledge)\(caveat.map { "=\($0)" } ?? "")" }
}

/// A line with a number of posts: `hq-staff=40`.
public struct PostsChoice: Equatable, Sendable, CustomStringConvertible {
    public let line: String
    public let posts: Int

    /// Parses the text of an option, or returns `nil` if it is invalid.
    public init?(_ text: String) {
        guard let (name, value) = halves(text), let posts = Int(value), posts >= 0 else { return nil }
        line = name
        self.posts = posts
    }

    public var description: String { "\(line)=\(posts)" }
}

/// A factor and its value: `mentor.share=0.4`, or JSON if it takes more than a number.
public struct FactorChoice: Equatable, Sendable, CustomStringConvertible {
    public let name: String
    /// The value as JSON.
    public let value: [UInt8]

    /// Parses the text of an option, or returns `nil` if it is invalid.
    public init?(_ text: String) {
        guard let (name, value) = halves(text) else { return nil }
        let bytes = Array(value.utf8)
        do throws(JSONFault) {
            self.value = try JSONValue(parsing: bytes).source
        } catch {
            return nil
        }
        self.name = name
    }

    public var description: String { "\(name)=\(String(decoding: value, as: UTF8.self))" }
}

/// Returns the texts before and after the first `=`, or `nil` if one of them is empty.
private func halves(_ text: String) -> (name: String, value: String)? {
    guard let at = text.firstIndex(of: "=") else { return nil }
    let name = String(text[..<at])
    let value = String(text[text.index(after: at)...])
    return name.isEmpty || value.isEmpty ? nil : (name, value)
}
