/// A simple flow network: shortest augmenting paths for the maximum flow, Bellman-Ford for the minimum cost.
struct FlowNetwork {
    private struct Arc {
        var to: Int
        var room: Int
        var cost: Int
    }

    /// Arc `i ^ 1` is the reverse of arc `i`.
    private var arcs: [Arc] = []
    private var leaving: [[Int]]

    init(nodes: Int) {
        leaving = Array(repeating: [], count: nodes)
    }

    /// Adds an arc and its reverse.
    /// - Returns: The index of the arc.
    @discardableResult
    mutating func connect(_ from: Int, _ to: Int, room: Int, cost: Int = 0) -> Int {
        leaving[from].append(arcs.count)
        leaving[to].append(arcs.count + 1)
        arcs.append(Arc(to: to, room: room, cost: cost))
        arcs.append(Arc(to: from, room: 0, cost: -cost))
        return arcs.count - 2
    }

    mutating func setRoom(_ arc: Int, to room: Int) { arcs[arc].room = room }

    func flow(_ arc: Int) -> Int { arcs[arc ^ 1].room }

    /// Augments the flow until no path is left. The flow of arcs from the source and to the sink never decreases.
    /// - Returns: The added flow.
    mutating func augment(from source: Int, to sink: Int) -> Int {
        var sum = 0
        while true {
            var arcTo = [Int](repeating: -1, count: leaving.count)
            var queue = [source]
            var head = 0
            while head < queue.count, arcTo[sink] < 0 {
                for arc in leaving[queue[head]] where arcs[arc].room > 0 {
                    let next = arcs[arc].to
                    if next != source, arcTo[next] < 0 {
                        arcTo[next] = arc
                        queue.append(next)
                    }
                }
                head += 1
            }
            guard arcTo[sink] >= 0 else { return sum }
            sum += push(arcTo, source, sink)
        }
    }

    /// Changes a maximum flow into one of minimum cost.
    /// - Returns: The added cost.
    mutating func augmentCheaply(from source: Int, to sink: Int) -> Int {
        var cost = 0
        while true {
            var distance = [Int](repeating: .max, count: leaving.count)
            var arcTo = [Int](repeating: -1, count: leaving.count)
            distance[source] = 0
            var isChanged = true
            while isChanged {
                isChanged = false
                for node in leaving.indices where distance[node] < .max {
                    for arc in leaving[node] where arcs[arc].room > 0 {
                        let next = arcs[arc].to
                        if distance[node] + arcs[arc].cost < distance[next] {
                            distance[next] = distance[node] + arcs[arc].cost
                            arcTo[next] = arc
                            isChanged = true
                        }
                    }
                }
            }
            guard arcTo[sink] >= 0 else { return cost }
            cost += push(arcTo, source, sink) * distance[sink]
        }
    }

    private mutating func push(_ arcTo: [Int], _ source: Int, _ sink: Int) -> Int {
        var amount = Int.max
        var node = sink
        while node != source {
            amount = min(amount, arcs[arcTo[node]].room)
            node = arcs[arcTo[node] ^ 1].to
        }
        node = sink
        while node != source {
            arcs[arcTo[node]].room -= amount
            arcs[arcTo[node] ^ 1].room += amount
            node = arcs[arcTo[node] ^ 1].to
        }
        return amount
    }
}
