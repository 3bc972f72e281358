import CadreRuntime

extension NodeHealth.Component {
    /// The journal: if it has a fault, no event can be made durable, and none is accepted.
    public static let journal = NodeHealth.Component("journal")
}
