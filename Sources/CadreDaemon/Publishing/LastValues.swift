import CadreContract

/// The last value of every topic that keeps one, found by the prefix of a subscription. A value: it sends nothing.
struct LastValues {
    private var byTopic: [OutgoingTopic: OutgoingDocument] = [:]
    /// Topics in the order of their bytes, for finding prefixes; built when it is asked for.
    private var sorted: [(bytes: [UInt8], topic: OutgoingTopic)]?

    var count: Int { byTopic.count }

    mutating func keep(_ document: OutgoingDocument) {
        guard document.topic.keepsLastValue else { return }
        if byTopic.updateValue(document, forKey: document.topic) == nil { sorted = nil }
    }

    /// What a subscriber of these prefixes is to get: each value once, in the order of CONTRACT § 4.
    mutating func matching(_ prefixes: Set<[UInt8]>) -> [OutgoingDocument] {
        guard !prefixes.contains([]) else { return byTopic.values.sorted { $0.topic < $1.topic } }
        let sorted = inOrder()
        var topics: Set<OutgoingTopic> = []
        for prefix in prefixes {
            var index = sorted.partitioningIndex { !$0.bytes.lexicographicallyPrecedes(prefix) }
            while index < sorted.count, sorted[index].bytes.starts(with: prefix) {
                topics.insert(sorted[index].topic)
                index += 1
            }
        }
        return topics.sorted().compactMap { byTopic[$0] }
    }

    /// So many of them, from the `turn`-th such window of topics on, round and round.
    mutating func values(turn: Int, window: Int) -> [OutgoingDocument] {
        let sorted = inOrder()
        guard !sorted.isEmpty, window > 0 else { return [] }
        let windows = (sorted.count + window - 1) / window
        let first = (turn % windows) * window
        return sorted[first..<min(first + window, sorted.count)].compactMap { byTopic[$0.topic] }
    }

    private mutating func inOrder() -> [(bytes: [UInt8], topic: OutgoingTopic)] {
        if let sorted { return sorted }
        let built = byTopic.values.map { (bytes: $0.topicBytes, topic: $0.topic) }
            .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        sorted = built
        return built
    }
}

extension Array {
    /// The first index whose element is in the second part, of an array whose elements are in the first part and then
    /// in the second.
    fileprivate func partitioningIndex(where isInSecond: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isInSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
