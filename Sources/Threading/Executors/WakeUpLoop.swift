/// The loop of an executor that only runs jobs.
public final class WakeUpLoop: ThreadLoop {
    private let wakeUp: WakeUp

    public init(_ wakeUp: WakeUp) {
        self.wakeUp = wakeUp
    }

    public func turn(mayWait: Bool) -> Bool {
        if mayWait { wakeUp.wait() }
        return true
    }

    public func close() {}
}
