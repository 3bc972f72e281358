/// The last input and output of a stage, by key: a period, a site, an entity's number.
///
/// If the input equals the last one, the last output is returned, the same storage; if a new output equals the last
/// one, the last one is kept. The next comparison of either is then a comparison of pointers, so that everything
/// downstream of an unchanged output stops at once (early cut-off).
struct StageCache<S: Stage>: Sendable {
    private final class Entry: Sendable {
        let input: S.Input
        let output: S.Output

        init(_ input: S.Input, _ output: S.Output) {
            self.input = input
            self.output = output
        }
    }

    private var entries: [Entry?] = []

    /// Returns the output for an input, computed only if the input differs from the last one of this key.
    /// - Parameter key: At least 0; small, because memory grows with the greatest key.
    mutating func output(_ key: Int, _ input: S.Input, _ tools: inout S.Tools) throws(Superseded) -> S.Output {
        guard key < entries.count, let entry = entries[key] else {
            let output = try S.compute(input, &tools)
            if key >= entries.count { entries += Array(repeating: nil, count: key + 1 - entries.count) }
            entries[key] = Entry(input, output)
            return output
        }
        if entry.input == input { return entry.output }
        let new = try S.update(entry.output, from: entry.input, to: input, &tools)
        let output = new == entry.output ? entry.output : new
        entries[key] = Entry(input, output)
        return output
    }

    /// Returns the last output of a key if it was computed for an equal input.
    func known(_ key: Int, _ input: S.Input) -> S.Output? {
        guard key < entries.count, let entry = entries[key], entry.input == input else { return nil }
        return entry.output
    }

    /// Returns the last output of a key, for whatever input.
    func last(_ key: Int) -> S.Output? {
        key < entries.count ? entries[key]?.output : nil
    }

    /// Returns the keys for which the stage ran since an earlier state of this cache, in their order: each computation
    /// made a new entry.
    func keysRun(since earlier: Self) -> [Int] {
        entries.indices.filter { key in
            guard let entry = entries[key] else { return false }
            return key >= earlier.entries.count || earlier.entries[key] !== entry
        }
    }

    /// Forgets the keys from `count` on.
    mutating func trim(to count: Int) {
        if entries.count > count { entries.removeLast(entries.count - count) }
    }
}

extension StageCache where S.Tools == NoTools {
    mutating func output(_ key: Int, _ input: S.Input) throws(Superseded) -> S.Output {
        var tools = NoTools()
        return try output(key, input, &tools)
    }
}
