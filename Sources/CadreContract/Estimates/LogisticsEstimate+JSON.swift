import CadrePlanning

extension LogisticsEstimate {
    /// The members of `logistics.<scenario>`. Source: CONTRACT § 4.
    /// - Parameter before: What `earlier` encodes.
    func writeMembers(to writer: inout JSONWriter, before: LogisticsEstimate?, _ earlier: inout EarlierEncoding?) {
        writer.member("commodities") { writer in
            writer.object { writer in
                // Factors may change what commodities there are: then nothing is copied from here on.
                let known = before?.commodities.all ?? []
                let isAligned = known.elementsEqual(commodities.all) { $0.name == $1.name }
                if !isAligned { earlier = nil }
                for (place, row) in commodities.all.enumerated() {
                    writer.member(row.name, row.value, before: isAligned ? known[place].value : nil, &earlier)
                }
            }
        }
        writer.member("lift", lift, before: before?.lift, &earlier)
        writer.member("movement", movement)
        writer.member("beds", beds, before: before?.beds, &earlier)
        writer.member("power", power, before: before?.power, &earlier)
        writer.member("classrooms", classrooms, before: before?.classrooms, &earlier)
        writer.member("equipment", equipment, before: before?.equipment, &earlier)
        writer.member("money") {
            $0.object {
                $0.member("costs", costs)
                $0.member("funds", funds)
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
