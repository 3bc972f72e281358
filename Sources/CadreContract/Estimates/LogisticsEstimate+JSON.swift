import CadrePlanning

extension LogisticsEstimate {
    /// The members of `logistics.<scenario>`. Source: CONTRACT § 4.
    func writeMembers(to writer: inout JSONWriter) {
        writer.member("commodities", tables: commodities)
        writer.member("hosted", tables: hosted)
        writer.member("lift", rows: lift)
        writer.member("movement", movement)
        writer.member("beds", rows: beds)
        writer.member("power", rows: power)
        writer.member("classrooms", rows: classrooms)
        writer.member("equipment", rows: equipment)
        writer.member("money") {
            $0.object {
                $0.member("costs", rows: costs)
                $0.member("nations", rows: nations)
                $0.member("funds", rows: funds)
            }
        }
    }
}

extension LogisticsEstimate.Stock: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("use", use)
            $0.member("delivered", delivered)
            $0.member("stock", stock)
            $0.member("short", short)
            $0.member("daysOfSupply") { $0.series(daysOfSupply) }
        }
    }
}

extension LogisticsEstimate.Lift: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("kg", kg)
            $0.member("loads", loads)
        }
    }
}

extension LogisticsEstimate.Movement: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("arrivals", arrivals)
            $0.member("departures", departures)
            $0.member("rotations", rotations)
            $0.member("sorties", sorties)
            $0.member("byNation", rows: byNation)
        }
    }
}

extension LogisticsEstimate.Movement.Nation: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("arrivals", arrivals)
            $0.member("departures", departures)
            $0.member("rotations", rotations)
        }
    }
}

/// `have` is `null` where nobody said what there is.
extension LogisticsEstimate.Capacity: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("need", need)
            $0.member("have", have)
        }
    }
}

extension LogisticsEstimate.Equipment: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("needed", needed)
            $0.member("donation", donation)
            $0.member("sale", sale)
            $0.member("loan", loan)
            $0.member("delivered", delivered)
            $0.member("gap", gap)
            $0.member("kgToCome", kgToCome)
        }
    }
}

/// `shortFrom` is `null` where the fund lasts.
extension LogisticsEstimate.FundBalance: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("pledged", pledged)
            $0.member("received", received)
            $0.member("balance", balance)
            $0.member("shortFrom", shortFrom)
        }
    }
}
