/// The time limit for an expected message. Long, because only a failing test reaches it.
let timeLimit = Duration.seconds(30)

/// Evaluates the condition repeatedly until it holds or the time limit is reached.
/// - Returns: Whether the condition held.
func eventually(_ condition: () throws -> Bool) rethrows -> Bool {
    let deadline = ContinuousClock.now + timeLimit
    while ContinuousClock.now < deadline {
        if try condition() { return true }
    }
    return false
}
