/// The wait of a ``ThreadExecutor`` between its jobs, with further work. Used on the executor's thread only.
public protocol ThreadLoop: AnyObject, SendableMetatype {
    /// Waits until the executor's wake-up is signalled or the loop has work, and does a bounded piece of that work.
    ///
    /// A loop that waits in another poll adds ``WakeUp/descriptor`` to it and clears the wake-up afterwards.
    /// - Parameter mayWait: Whether it may wait; `false` if jobs are queued.
    /// - Returns: Whether the loop continues; after `false` the executor closes it.
    func turn(mayWait: Bool) -> Bool

    /// Ends the loop. Jobs may still follow.
    func close()
}
