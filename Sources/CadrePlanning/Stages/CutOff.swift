/// Keeps the storage of a value for as long as equal values follow.
enum CutOff<Value: Equatable & Sendable>: Stage {
    static func compute(_ input: Value, _ tools: inout NoTools) -> Value { input }
}
