import CadreContract

/// The last value of every topic that keeps one, found by the prefix of a subscription.
struct LastValues {
    private var byTopic: [OutgoingTopic: OutgoingDocument] = [:]
    /// The topics in the order of their bytes, for finding prefixes, or `nil` if they must be sorted again.
    private var sorted: [(bytes: [UInt8], topic: OutgoingTopic)]?

    var count: Int { byTopic.count }

    /// Keeps a document as the last value of its topic.
    mutating func keep(_ document: OutgoingDocument) {
        guard document.topic.keepsLastValue else { return }
        if byTopic.updateValue(document, forKey: document.topic) == nil { sorted = nil }
    }

    /// Returns the last values that match any of these prefixes, each once, in the order of CONTRACT § 4.
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

    /// Returns the values of one window of topics; after the last window the first follows.
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
    /// Returns the first index of the second part of an array that consists of two parts.
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
