/// A delivery that a site reported.
public enum DeliveryName: Sendable {}
