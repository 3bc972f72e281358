/// A long computation in independent parts, which may be computed concurrently.
///
/// The value does not depend on the order in which the parts are computed.
public struct PartedWork<Value: Sendable>: Sendable {
    private let parts: [@Sendable (_ isStopped: () -> Bool) -> (any Sendable)?]
    private let combine: @Sendable ([any Sendable]) -> Value

    /// Creates the work.
    /// - Parameters:
    ///   - parts: The parts; each returns `nil` if newer state superseded it.
    ///   - combine: Returns the value from the results of all parts, in the order of the parts.
    init<Part: Sendable>(
        _ parts: [@Sendable (_ isStopped: () -> Bool) -> Part?], combine: @Sendable @escaping ([Part]) -> Value
    ) {
        self.parts = parts.map { part in { isStopped in part(isStopped) } }
        self.combine = { results in combine(results.compactMap { $0 as? Part }) }
    }

    /// Computes one part after the other.
    /// - Throws: `Superseded` if `isStopped` returns `true`.
    public func value(isStopped: () -> Bool = { false }) throws(Superseded) -> Value {
        var results: [any Sendable] = []
        for index in parts.indices { results.append(try part(index, isStopped: isStopped)) }
        return combine(results)
    }

    /// The number of parts.
    public var count: Int { parts.count }

    /// Computes one part.
    /// - Parameter index: 0 ..< ``count``.
    /// - Throws: `Superseded` if `isStopped` returns `true`.
    public func part(_ index: Int, isStopped: () -> Bool = { false }) throws(Superseded) -> any Sendable {
        guard let result = parts[index](isStopped) else { throw Superseded() }
        return result
    }

    /// Returns the value.
    /// - Parameter results: Those of all parts, in their order; `nil` for a part that was superseded.
    /// - Throws: `Superseded` if any part was.
    public func value(_ results: [(any Sendable)?]) throws(Superseded) -> Value {
        let known = results.compactMap(\.self)
        guard known.count == parts.count else { throw Superseded() }
        return combine(known)
    }
}
