@testable import CadrePlanning

/// The rules of MODEL § 7 on single pledges and groups, by flows from scratch: slow, but evidently correct.
struct FlowAssignment {
    let assignmentCase: AssignmentCase
    private var supplies: [AssignmentSupply] { assignmentCase.period.supplies }
    private var groups: [AssignmentGroup] { assignmentCase.period.groups }

    init(_ assignmentCase: AssignmentCase) {
        self.assignmentCase = assignmentCase
    }

    func totals() -> AssignmentTotals {
        let filled = filled()
        let used = used(filled)
        return AssignmentTotals(filled: filled, used: used, usedInTheatre: usedInTheatre(filled, used))
    }

    private let source = 0, sink = 1
    private func inTheatre(_ supply: Int) -> Int { 2 + 2 * supply }
    private func abroad(_ supply: Int) -> Int { 3 + 2 * supply }
    private func node(ofGroup group: Int) -> Int { 2 + 2 * supplies.count + group }

    /// Arcs from both sides of each supply to the groups that it may fill.
    private func network() -> FlowNetwork {
        var network = FlowNetwork(nodes: 2 + 2 * supplies.count + groups.count)
        for supply in supplies.indices {
            for group in groups.indices where assignmentCase.allows(supply: supply, group: group) {
                let side = groups[group].inTheatre ? inTheatre(supply) : abroad(supply)
                network.connect(side, node(ofGroup: group), room: .max / 4)
            }
        }
        return network
    }

    /// Applies rule 1: each portion in turn opens its posts; paths never reduce the fill of an earlier portion.
    private func filled() -> [Int] {
        var network = network()
        for supply in supplies.indices {
            network.connect(inTheatre(supply), abroad(supply), room: .max / 4)
            network.connect(source, inTheatre(supply), room: supplies[supply].persons)
        }
        var filled = groups.map { _ in 0 }
        for portion in assignmentCase.portions {
            network.connect(node(ofGroup: portion.group), sink, room: portion.posts)
            filled[portion.group] += network.augment(from: source, to: sink)
        }
        return filled
    }

    /// Applies rule 2: each supply in turn offers its persons for the posts that are filled.
    private func used(_ filled: [Int]) -> [Int] {
        var network = network()
        for group in groups.indices { network.connect(node(ofGroup: group), sink, room: filled[group]) }
        return supplies.indices.map { supply in
            network.connect(inTheatre(supply), abroad(supply), room: .max / 4)
            network.connect(source, inTheatre(supply), room: supplies[supply].persons)
            return network.augment(from: source, to: sink)
        }
    }

    /// Applies rule 3: each supply in turn gets the greatest number in theatre with which all posts can still be
    /// filled.
    private func usedInTheatre(_ filled: [Int], _ used: [Int]) -> [Int] {
        var result: [Int] = []
        let all = used.reduce(0, +)
        for supply in supplies.indices {
            var claim = used[supply]
            while !isFeasible(filled, used, result + [claim], all) { claim -= 1 }
            result.append(claim)
        }
        return result
    }

    private func isFeasible(_ filled: [Int], _ used: [Int], _ claims: [Int], _ all: Int) -> Bool {
        var network = network()
        for group in groups.indices { network.connect(node(ofGroup: group), sink, room: filled[group]) }
        for supply in supplies.indices {
            if supply < claims.count {
                network.connect(source, inTheatre(supply), room: claims[supply])
                network.connect(source, abroad(supply), room: used[supply] - claims[supply])
            } else {
                network.connect(source, inTheatre(supply), room: used[supply])
                network.connect(inTheatre(supply), abroad(supply), room: used[supply])
            }
        }
        return network.augment(from: source, to: sink) == all
    }

    /// Returns the persons who stay by rule 4, the flow of minimum cost. Groups of one key are one node: that of the
    /// first.
    func continuity(_ totals: AssignmentTotals) -> Int {
        var network = FlowNetwork(nodes: 2 + 2 * supplies.count + groups.count)
        var filled: [Int: Int] = [:]
        for (group, persons) in zip(groups, totals.filled) { filled[group.key, default: 0] += persons }
        let first = groups.indices.filter { index in !groups[..<index].contains { $0.key == groups[index].key } }
        for supply in supplies.indices {
            let here = totals.usedInTheatre[supply]
            network.connect(source, inTheatre(supply), room: here)
            network.connect(source, abroad(supply), room: totals.used[supply] - here)
            for group in first where assignmentCase.allows(supply: supply, group: group) {
                let side = groups[group].inTheatre ? inTheatre(supply) : abroad(supply)
                let before = assignmentCase.before(supply: supply, key: groups[group].key)
                if before > 0 { network.connect(side, node(ofGroup: group), room: before, cost: -1) }
                network.connect(side, node(ofGroup: group), room: .max / 4)
            }
        }
        for group in first { network.connect(node(ofGroup: group), sink, room: filled[groups[group].key, default: 0]) }
        return -network.augmentCheaply(from: source, to: sink)
    }
}
