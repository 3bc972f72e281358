/// A step of planning: a pure function whose input and output can be compared.
///
/// Stages are evaluated through a ``StageCache``, which decides which stages run. A stage does not know whether it runs
/// from scratch or after an earlier plan. Source: ARCHITECTURE § 3.
protocol Stage: Sendable {
    associatedtype Input: Equatable & Sendable
    associatedtype Output: Equatable & Sendable
    /// Memory that a computation may use and that never affects its result.
    associatedtype Tools = NoTools

    /// Returns the output. It depends only on the input.
    /// - Throws: `Superseded` if the result is no longer needed.
    static func compute(_ input: Input, _ tools: inout Tools) throws(Superseded) -> Output

    /// Returns the result of ``compute(_:_:)`` for `new`, starting from the output for `old` if that is faster.
    static func update(
        _ output: Output, from old: Input, to new: Input, _ tools: inout Tools
    ) throws(Superseded) -> Output
}

extension Stage {
    static func update(
        _ output: Output, from old: Input, to new: Input, _ tools: inout Tools
    ) throws(Superseded) -> Output {
        try compute(new, &tools)
    }
}
