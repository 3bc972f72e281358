/// The runs and the places abroad of one scenario: all that is known before anybody is assigned. Source: MODEL § 4.
struct TrainingPlan: Sendable {
    /// Places of a pledge taken by a demand.
    struct Taken: Equatable, Sendable {
        let pledge: Int
        let demand: Int
        let places: Int
        let graduates: Double
        /// Not clamped.
        let startPeriod: Int
        let endPeriod: Int
    }

    private(set) var runs: [CourseRun] = []
    /// Runs as they are told of: by first period, then name.
    private(set) var runOrder: [Int] = []
    /// Instructor entries of all runs.
    private(set) var entryCount = 0
    private(set) var taken: [Taken] = []
    /// Demands delivered abroad, and how many graduates each still wants.
    private var abroad: [(demand: Int, open: Double)] = []
    /// Demands that are in and touch the horizon.
    private(set) var wanted: [Int] = []
    private(set) var infeasible: [Int] = []
    /// What each group key stands for: lines first, then enabling groups by site and capability, then course posts.
    private(set) var labels: [GroupLabel]
    /// The key of an enabling group is this, plus site · `enablingWidth`, plus the capability's place in
    /// `enablingCapabilities`.
    let enablingBase: Int
    let enablingCapabilities: [Int]

    var enablingWidth: Int { enablingCapabilities.count }

    init(_ basis: Basis, _ selection: Selection, enablingCapabilities: [Int]) {
        self.enablingCapabilities = enablingCapabilities
        enablingBase = basis.lines.count
        labels = basis.lines.indices.map(GroupLabel.line)
        for site in basis.sites.indices {
            labels += enablingCapabilities.map { .enabling(site: site, capability: $0) }
        }
        // What is done and in hand, by demand, and what is left to want.
        var brought = Array(repeating: 0.0, count: basis.demands.count)
        for index in basis.runs.indices { take(index, basis, selection, &brought) }
        for (index, entry) in basis.demands.enumerated() where selection.isIn(entry.element) {
            let demand = entry.demand
            guard !basis.horizon.touched(from: demand.from, until: demand.by).isEmpty else { continue }
            wanted.append(index)
            let open = max(0, Double(demand.graduates) - brought[index])
            if demand.delivery == .abroad {
                abroad.append((index, open))
            } else if let site = entry.site {
                plan(index, at: site, open: open, basis)
            }
        }
        runOrder = runs.indices.sorted { (runs[$0].first, runs[$0].name) < (runs[$1].first, runs[$1].name) }
        takePlaces(basis, selection)
    }

    private mutating func take(_ index: Int, _ basis: Basis, _ selection: Selection, _ brought: inout [Double]) {
        let entry = basis.runs[index]
        let run = entry.run
        guard run.status != .cancelled, selection.isIn(entry.element), entry.last >= 0,
            entry.first < basis.horizon.periods
        else { return }
        let course = basis.courses[entry.course]
        var actual: (graduates: Int, period: Int)?
        if run.status == .completed, let graduates = run.graduates {
            actual = (graduates, run.end.map { basis.horizon.period(of: $0) } ?? entry.last)
        }
        if let demand = entry.demand {
            brought[demand] += actual.map { Double($0.graduates) } ?? Double(entry.seats) * course.course.passRate
        }
        let key = labels.count
        labels += course.instructors.indices.map { .run(entry.id.text, entry: $0) }
        runs.append(
            CourseRun(
                origin: .given(index), name: entry.id.text, course: entry.course, site: entry.site,
                demand: entry.demand, audience: entry.audience, priority: entry.priority, isMobile: entry.isMobile,
                isProvided: run.isProvided, isCompleted: run.status == .completed, first: entry.first,
                last: entry.last, seats: entry.seats,
                needs: course.instructors.map { $0.need(seats: entry.seats) }, signatures: entry.signatures,
                key: key, entryBase: entryCount, actual: actual))
        entryCount += course.instructors.count
    }

    private mutating func plan(_ index: Int, at site: Int, open: Double, _ basis: Basis) {
        let entry = basis.demands[index]
        let demand = entry.demand
        let course = basis.courses[entry.course]
        let seats = course.course.seats
        let count = ceilWhole(open / (Double(seats) * course.course.passRate))
        guard count > 0 else { return }
        let first = max(basis.horizon.period(of: demand.from), basis.horizon.now)
        let last = min(basis.horizon.period(of: demand.by), basis.horizon.periods)
        let slots = last - first < course.duration ? 0 : (last - first - course.duration) / course.pace + 1
        guard slots > 0, count <= PlanningLimits.runsPerDemandMax else {
            infeasible.append(index)
            return
        }
        let tracks = (count + slots - 1) / slots
        let entries = course.instructors.count
        let needs = course.instructors.map { $0.need(seats: seats) }
        let isMobile = demand.delivery == .mobileTeam
        let trackBase = labels.count
        if !isMobile {
            for track in 0..<min(tracks, count) {
                labels += (0..<entries).map { .track(demand: index, track: track, entry: $0) }
            }
        }
        for number in 0..<count {
            let start = first + number / tracks * course.pace
            let name = "\(entry.id)#\(number + 1)"
            var key = trackBase + number % tracks * entries
            if isMobile {
                key = labels.count
                labels += (0..<entries).map { .run(name, entry: $0) }
            }
            runs.append(
                CourseRun(
                    origin: .planned(demand: index, number: number, track: number % tracks), name: name,
                    course: entry.course, site: site, demand: index, audience: demand.audience,
                    priority: demand.priority, isMobile: isMobile, isProvided: false, isCompleted: false,
                    first: start, last: start + course.duration - 1, seats: seats, needs: needs,
                    signatures: entry.signatures, key: key, entryBase: entryCount, actual: nil))
            entryCount += entries
        }
    }

    /// Gives the places that count anew: demands in order (priority, by, id), pledges in order (start, id). Source: MODEL § 4, abroad.
    mutating func takePlaces(_ basis: Basis, _ selection: Selection) {
        taken = []
        var offers: [(pledge: Int, places: Pledge.TrainingPlaces, left: Int)] = []
        // In order of id, which sorting by start keeps.
        for index in basis.pledgeOrder where selection.pledges[index] {
            if case .trainingPlaces(let places) = basis.pledges[index].pledge.offer {
                offers.append((index, places, places.places))
            }
        }
        guard !offers.isEmpty else { return }
        offers = offers.enumerated().sorted { a, b in
            (a.element.places.start.number, a.offset) < (b.element.places.start.number, b.offset)
        }.map(\.element)
        let ordered = abroad.sorted { a, b in
            let (x, y) = (basis.demands[a.demand].demand, basis.demands[b.demand].demand)
            return (x.priority, x.by.number, a.demand) < (y.priority, y.by.number, b.demand)
        }
        for (demand, wanted) in ordered {
            let entry = basis.demands[demand]
            let passRate = basis.courses[entry.course].course.passRate
            var open = wanted
            for index in offers.indices {
                let offer = offers[index]
                guard offer.left > 0, offer.places.course == entry.demand.course,
                    offer.places.start >= entry.demand.from, offer.places.end <= entry.demand.by
                else { continue }
                let places = min(offer.left, ceilWhole(open / passRate))
                guard places > 0 else { continue }
                offers[index].left -= places
                open = max(0, open - Double(places) * passRate)
                taken.append(
                    Taken(
                        pledge: offer.pledge, demand: demand, places: places,
                        graduates: Double(places) * passRate,
                        startPeriod: basis.horizon.period(of: offer.places.start),
                        endPeriod: basis.horizon.period(of: offer.places.end)))
            }
        }
    }
}
