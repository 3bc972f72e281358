import CadreRuntime

extension NodeHealth.Component {
    /// A component of the daemon under test.
    static let journal = NodeHealth.Component("journal")
}
