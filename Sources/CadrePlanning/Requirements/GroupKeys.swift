/// The numbers of the groups' labels in one scenario.
typealias GroupKeys = Interner<GroupLabel>
