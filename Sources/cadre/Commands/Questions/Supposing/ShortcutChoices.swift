import ArgumentParser
import CadreContract
import CadreJSON

/// A pledge, or all of a nation: `CAN/P-3`, `CAN`.
struct PledgeChoice: Equatable, Sendable, ExpressibleByArgument, CustomStringConvertible {
    let nation: String
    /// `nil`: all of the nation's.
    let pledge: String?

    init?(argument: String) {
        let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let nation = parts.first, !nation.isEmpty, parts.count <= 2, parts.last?.isEmpty == false else {
            return nil
        }
        self.nation = nation
        pledge = parts.count == 2 ? parts[1] : nil
    }

    var description: String { pledge.map { "\(nation)/\($0)" } ?? nation }
}

/// `CAN/P-3=60`, `CAN=60`.
struct DelayChoice: Equatable, Sendable, ExpressibleByArgument, CustomStringConvertible {
    let pledges: PledgeChoice
    /// Below 0: earlier.
    let days: Int

    /// Within the years that dates may lie in, from one end to the other.
    private static let daysMax = 110_000

    init?(argument: String) {
        guard let (name, value) = halves(argument), let pledges = PledgeChoice(argument: name),
            let days = Int(value), days != 0, days.magnitude <= Self.daysMax.magnitude
        else { return nil }
        self.pledges = pledges
        self.days = days
    }

    var description: String { "\(pledges)=\(days)" }
}

/// `CAN/P-3=maxThreat`, or `CAN/P-3` for all its caveats.
struct LiftChoice: Equatable, Sendable, ExpressibleByArgument, CustomStringConvertible {
    let pledge: PledgeChoice
    let caveat: String?

    init?(argument: String) {
        let parts = halves(argument)
        guard let pledge = PledgeChoice(argument: parts?.name ?? argument), pledge.pledge != nil else { return nil }
        self.pledge = pledge
        caveat = parts?.value
    }

    var description: String { "\(pledge)\(caveat.map { "=\($0)" } ?? "")" }
}

/// `hq-staff=40`.
struct PostsChoice: Equatable, Sendable, ExpressibleByArgument, CustomStringConvertible {
    let line: String
    let posts: Int

    init?(argument: String) {
        guard let (name, value) = halves(argument), let posts = Int(value), posts >= 0 else { return nil }
        line = name
        self.posts = posts
    }

    var description: String { "\(line)=\(posts)" }
}

/// `mentor.share=0.4`; of a factor that takes more than a number, its JSON.
struct FactorChoice: Equatable, Sendable, ExpressibleByArgument, CustomStringConvertible {
    let name: String
    /// JSON.
    let value: [UInt8]

    init?(argument: String) {
        guard let (name, value) = halves(argument) else { return nil }
        let bytes = Array(value.utf8)
        do throws(JSONFault) {
            self.value = try JSONValue(parsing: bytes).source
        } catch {
            return nil
        }
        self.name = name
    }

    var description: String { "\(name)=\(String(decoding: value, as: UTF8.self))" }
}

/// The texts before and after the first `=`; `nil` where one of them is empty.
private func halves(_ text: String) -> (name: String, value: String)? {
    guard let at = text.firstIndex(of: "=") else { return nil }
    let name = String(text[..<at])
    let value = String(text[text.index(after: at)...])
    return name.isEmpty || value.isEmpty ? nil : (name, value)
}
