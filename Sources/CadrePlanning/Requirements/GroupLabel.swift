/// The name of a group from period to period. Source: MODEL § 7, continuity.
enum GroupLabel: Hashable, Sendable {
    case line(Int)
    case enabling(site: Int, capability: Int)
    /// A run that has its own label: a given run or a mobile team.
    case run(CourseRun.Origin, entry: Int)
    case track(demand: Int, track: Int, entry: Int)

    /// Creates the label of a run's entry.
    init(_ run: CourseRun, entry: Int) {
        switch run.origin {
        case .planned(let demand, _, let track) where !run.isMobile:
            self = .track(demand: demand, track: track, entry: entry)
        case .planned, .given: self = .run(run.origin, entry: entry)
        }
    }

    func text(_ basis: Basis) -> String {
        let ids = basis.numbers.entities
        switch self {
        case .line(let number): return "line/\(ids.lines.keys[number])"
        case .enabling(let site, let capability):
            return "enabling/\(ids.sites.keys[site])/\(basis.capability(capability))"
        case .run(.given(let number), let entry): return "run/\(ids.runs.keys[number])/\(entry)"
        case .run(.planned(let demand, let number, _), let entry):
            return "run/\(ids.demands.keys[demand])#\(number + 1)/\(entry)"
        case .track(let demand, let track, let entry): return "track/\(ids.demands.keys[demand])/\(track)/\(entry)"
        }
    }
}
