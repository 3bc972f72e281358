import CadreContract
import CadrePlanning
import Logging

/// Moves the clocks of missions that are `live`: one event a mission at 00:00 UTC, through the gate like any other.
/// Source: CONTRACT § 2, `clock.advanced`.
struct LiveClocks: Sendable {
    let node: ID<Node>
    let missions: MissionDirectory
    let queue: SubmissionQueue
    let logger: Logger

    /// Seconds between looks at the machine's clock: it may be set, and midnight may be slept through.
    private static let lookSeconds = 30

    /// Until the task is cancelled. Begins with what was missed while the node was away.
    func run() async {
        while !Task.isCancelled {
            let now = Instant.now
            await submit(now.day)
            let midnight = (now.day.number + 1) * 86_400
            guard (try? await Task.sleep(for: .seconds(min(Self.lookSeconds, max(1, midnight - now.seconds))))) != nil
            else { return }
        }
    }

    /// Submits what is due on this day.
    func submit(_ day: Day) async {
        for mission in await missions.all {
            guard let clock = await mission.clockDue(on: day) else { continue }
            let message = IncomingMessage(.events(clock.event(node: node)))
            switch await queue.submit([message], by: .control) {
            case .success:
                logger.info("the clock is advanced", metadata: ["mission": "\(clock.mission)", "id": "\(clock.id)"])
            case .failure(let error):
                // It stays due, and is submitted with the next look.
                logger.warning(
                    "the clock is not advanced", metadata: ["mission": "\(clock.mission)", "reason": "\(error.reason)"])
            }
        }
    }
}
