import CadrePlanning

extension PartedWork {
    /// Computes the parts side by side, as far as the executor of the task has threads.
    /// - Throws: `Superseded` if `isStopped` returns `true`.
    @concurrent public func valueSideBySide(
        isStopped: @Sendable @escaping () -> Bool = { false }
    ) async throws(Superseded) -> Value {
        let results = await withTaskGroup(of: (index: Int, result: (any Sendable)?).self) { group in
            for index in 0..<count { group.addTask { (index, try? part(index, isStopped: isStopped)) } }
            var results: [(any Sendable)?] = Array(repeating: nil, count: count)
            for await part in group { results[part.index] = part.result }
            return results
        }
        return try value(results)
    }
}
