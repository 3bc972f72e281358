import CadrePlanning

extension LogisticsEstimate {
    /// The members of `logistics.<scenario>`. Source: CONTRACT § 4.
    public static let table = ObjectTable(
        "logistics", "Supplies, lift, movement, capacities, equipment and money", from: LogisticsEstimate.empty,
        fields: [
            .tables("commodities", \.commodities, .object(Stock.table), "By commodity, then site"),
            .tables(
                "hosted", \.hosted, .amounts, "Use that others must supply, by commodity, then site"),
            .rows("lift", \.lift, .object(Lift.table), "By site"),
            .required("movement", \.movement, .object(Movement.table), "People who come and go"),
            .rows("beds", \.beds, .object(Capacity.table), "Persons against beds, by site"),
            .rows("power", \.power, .object(Capacity.table), "kW, by site"),
            .rows("classrooms", \.classrooms, .object(Capacity.table), "By site"),
            .rows("equipment", \.equipment, .object(Equipment.table), "By item"),
            .group(
                "money", "Costs and funds in EUR",
                fields: [
                    .rows("costs", \.costs, .amounts, "Costs by kind"),
                    .rows(
                        "nations", \.nations, names: .capitals, .amounts,
                        "Cost of personnel by the nation that gives it"),
                    .rows("funds", \.funds, .object(FundBalance.table), "By fund"),
                ]),
        ])
}

extension LogisticsEstimate.Stock {
    static let table = ObjectTable(
        "stock", "A commodity at a site, in its unit, by period", from: Self.empty,
        fields: [
            .required("use", \.use, .amounts, "Use"),
            .required("delivered", \.delivered, .amounts, "Deliveries, received and planned"),
            .required("stock", \.stock, .amounts, "Stock at the start of the period"),
            .required("short", \.short, .amounts, "Use that nothing is there for"),
            .required("daysOfSupply", \.daysOfSupply, .series, "Days of supply; null if nothing is used"),
        ])
}

extension LogisticsEstimate.Lift {
    static let table = ObjectTable(
        "lift", "What is brought to a site, by period", from: Self.empty,
        fields: [
            .required("kg", \.kg, .amounts, "Weight in kg"),
            .required("loads", \.loads, .counts, "Truck loads or sorties, by the site's route"),
        ])
}

extension LogisticsEstimate.Movement {
    static let table = ObjectTable(
        "movement", "People who come and go, by period", from: Self.empty,
        fields: [
            .required("arrivals", \.arrivals, .counts, "Arrivals"),
            .required("departures", \.departures, .counts, "Departures"),
            .required("rotations", \.rotations, .counts, "Persons exchanged at the end of a tour"),
            .required("sorties", \.sorties, .counts, "Flights that carry them"),
            .rows("byNation", \.byNation, names: .capitals, .object(Nation.table), "By nation"),
        ])
}

extension LogisticsEstimate.Movement.Nation {
    static let table = ObjectTable(
        "movementOfNation", "People of one nation who come and go, by period", from: Self.empty,
        fields: [
            .required("arrivals", \.arrivals, .counts, "Arrivals"),
            .required("departures", \.departures, .counts, "Departures"),
            .required("rotations", \.rotations, .counts, "Persons exchanged at the end of a tour"),
        ])
}

extension LogisticsEstimate.Capacity {
    static let table = ObjectTable(
        "capacity", "Need against what a site has", from: Self.empty,
        fields: [
            .required("need", \.need, .amounts, "Need"),
            .required("have", \.have, .nullable(.amount), "What the site has; null if it is not known"),
        ])
}

extension LogisticsEstimate.Equipment {
    static let table = ObjectTable(
        "equipment", "Pieces of an item", from: Self.empty,
        fields: [
            .required("needed", \.needed, .natural, "Needed"),
            .required("donation", \.donation, .natural, "Pledged as donation"),
            .required("sale", \.sale, .natural, "Pledged for sale"),
            .required("loan", \.loan, .natural, "Pledged as loan"),
            .required("delivered", \.delivered, .natural, "Delivered"),
            .required("gap", \.gap, .natural, "Pledged by nobody"),
            .required("kgToCome", \.kgToCome, .amount, "Weight of what has not come, in kg"),
        ])
}

extension LogisticsEstimate.FundBalance {
    static let table = ObjectTable(
        "fund", "A fund in EUR", from: Self.empty,
        fields: [
            .required("pledged", \.pledged, .amount, "Pledged"),
            .required("received", \.received, .amount, "Received"),
            .required("balance", \.balance, .series, "Balance at the end of each period"),
            .required(
                "shortFrom", \.shortFrom, .nullable(.natural),
                "The first period with a balance below zero; null if the fund lasts"),
        ])
}
