import CadrePlanning

// `stock.counted` and `delivery.received`. Source: CONTRACT § 2.

extension StockCount {
    init(reading members: Members) throws(MemberFault) {
        self.init(
            site: try members.id("site"), commodity: try members.id("commodity"), date: try members.day("date"),
            quantity: try members.number("quantity", in: .quantity))
    }
}

extension Delivery {
    init(reading members: Members) throws(MemberFault) {
        self.init(
            site: try members.id("site"), commodity: try members.id("commodity"), date: try members.day("date"),
            quantity: try members.number("quantity", in: .quantity))
    }
}
