/// All numbers of a plan that outlive an event: entities, capabilities, signatures and classes of pledges.
struct BasisNumbers: Sendable {
    var entities = EntityNumbers()
    var capabilities = CapabilityTable()
    var network = Network()
}
