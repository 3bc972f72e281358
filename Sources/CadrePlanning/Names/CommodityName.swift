/// The subject of a commodity factor.
public enum CommodityName: Sendable {}
