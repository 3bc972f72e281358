/// A condition that a planner must know of, as a function of the state only. Source: CONTRACT § 4, MODEL § 12.
public struct Alert: Equatable, Sendable {
    public enum Code: String, CaseIterable, Sendable {
        case priorityGap = "priority-gap"
        case infeasibleDemand = "infeasible-demand"
        case unstaffedRun = "unstaffed-run"
        case unreportedRun = "unreported-run"
        case equipmentLate = "equipment-late"
        case stockOut = "stock-out"
        case beds, power, classrooms
        case fundShort = "fund-short"
    }

    public var code: Code
    /// SITE/CAPABILITY, DEMAND, RUN, ITEM, SITE/COMMODITY, SITE or FUND.
    public var key: String
    /// The first period from now on in which it holds; a period before now if it is late or unreported (MODEL § 12);
    /// `nil` if no period can be named.
    public var since: Int?
    /// The condition in words: how much, of which, and when.
    public var detail: String
}
