/// A kind of cost, as funds are charged with it. Source: MODEL § 8, money.
public enum CostKind: String, CaseIterable, Sendable {
    case personnel, supplies, lift, training
    case trainingAbroad = "training-abroad"
    case sales
}
