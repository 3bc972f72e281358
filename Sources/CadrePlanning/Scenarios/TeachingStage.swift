/// The teaching of a period. Key: the period.
enum TeachingStage: Stage {
    struct Input: Equatable, Sendable {
        let groups: [Group]
        /// The posts filled, by group.
        let filled: [Int]
        let given: GivenPosts
        let runs: [CourseRun]
        let rules: RuleTable
        /// The rules of the lines, by the number of a capability; `nil` for capabilities of no line.
        let lineRules: [LineRules?]
        /// The rules of the sites, by number; `nil` for sites abroad.
        let siteRules: [SiteRules?]
    }

    static func compute(_ input: Input, _ tools: inout NoTools) -> Teaching {
        var population = Array(repeating: 0, count: input.siteRules.count)
        var classrooms = population
        var filledBySlot = Array(repeating: 0, count: input.given.local.count)
        var next = 0
        for (index, group) in input.groups.enumerated() {
            population[group.site] += input.filled[index]
            if case .enabling = group.kind { continue }
            filledBySlot[input.given.slots[next]] = input.filled[index]
            next += 1
        }
        let gates = SiteGates(input)
        var runs: [Teaching.Run] = []
        runs.reserveCapacity(input.runs.count)
        var instructors: [Teaching.Instructors] = []
        var places: [Int: Int] = [:]
        for (index, run) in input.runs.enumerated() {
            guard !run.isProvided else {
                runs.append(Teaching.Run(ratio: 1, limit: .none))
                continue
            }
            let gate = gates.gate(site: run.site, priority: run.priority)
            var teaching = Teaching.Run(ratio: 1, limit: .none)
            var sums = Teaching.Instructors(course: run.course.number, need: 0, local: 0, filled: 0)
            let first = input.given.firstSlots[index]
            if first >= 0 {
                for (entry, need) in run.needs.enumerated() {
                    guard need > 0 else { continue }
                    let local = input.given.local[first + entry], filled = filledBySlot[first + entry]
                    sums.need += need
                    sums.local += local
                    sums.filled += filled
                    let ratio = (Double(local) + gate.value * Double(filled)) / Double(need)
                    guard ratio < teaching.ratio else { continue }
                    let isGated = filled > 0 && gate.value < 1 && local + filled == need
                    teaching = Teaching.Run(
                        ratio: ratio, limit: isGated ? .gate(place: gate.place, entry: entry) : .entry(entry))
                }
            }
            runs.append(teaching)
            classrooms[run.site] += run.course.classrooms
            if run.course.isBoarded { population[run.site] += taughtStudents(seats: run.seats, ratio: teaching.ratio) }
            if let place = places[sums.course] {
                instructors[place].need += sums.need
                instructors[place].local += sums.local
                instructors[place].filled += sums.filled
            } else {
                places[sums.course] = instructors.count
                instructors.append(sums)
            }
        }
        return Teaching(
            runs: runs, gates: gates.below, instructors: instructors, population: population, classrooms: classrooms,
            filled: input.filled.reduce(0, +))
    }
}
