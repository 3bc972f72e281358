import CadreJSON

import CadrePlanning

extension OpenAlert<String> {
    /// Creates the alert that a node distrusts its machine's clock. Its key is the node's name.
    /// - Parameters:
    ///   - date: The date of the machine's clock.
    ///   - known: The newest date that the node knows of.
    public init(clockOf node: ID<Node>, at date: Day, known: Day) {
        self.init(
            key: node.text, since: nil,
            detail: "the machine's clock says \(date.text), but the newest date known is \(known.text): live clocks "
                + "wait; set the clock right, or restart the node if it is right")
    }
}
