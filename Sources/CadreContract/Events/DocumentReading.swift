import CadrePlanning

extension Members {
    /// Returns the note of an event. It belongs to the contract of elements and pledges; elsewhere it is an unknown
    /// member, of which any value is accepted and a text is kept.
    func note(of type: EventType) throws(MemberFault) -> String? {
        switch type {
        case .elementProposed, .pledgeRecorded: return try textIfAny("note")
        default:
            guard let node = find("note"), let scalars = json.scalarCount(node),
                scalars <= ContractLimits.textScalarsMax
            else { return nil }
            return json.text(node)
        }
    }
}

extension Document {
    /// What `data` of an event of that type says of its entity. `nil` of a head, which is about no entity.
    /// - Throws: The first member that is wrong.
    init?(reading members: Members, of type: EventType, in mission: ID<Mission>) throws(MemberFault) {
        switch type {
        case .missionDefined: self = .mission(mission, try Mission(reading: members))
        case .clockAdvanced: self = .clock(try ClockAdvance(reading: members))
        case .elementProposed: self = .element(try members.id("element"), try Element(reading: members))
        case .siteDefined: self = .site(try members.id("site"), try Site(reading: members))
        case .lineRequired: self = .line(try members.id("line"), try Line(reading: members))
        case .courseDefined: self = .course(try members.id("course"), try Course(reading: members))
        case .equipmentRequired: self = .item(try members.id("item"), try EquipmentItem(reading: members))
        case .factorSet: self = .factor(try SourcedFactor(reading: members))
        case .demandSet: self = .demand(try members.id("demand"), try Demand(reading: members))
        case .runScheduled: self = .run(try members.id("run"), try Run(reading: members))
        case .instructorsCounted:
            self = .instructors(try members.capability("capability"), try InstructorCount(reading: members))
        case .pledgeRecorded:
            let name: ID<Pledge> = try members.id("pledge")
            let pledge = try Pledge(reading: members)
            self = .pledge(ID("\(pledge.nation.text)/\(name.text)"), pledge)
        case .stockCounted: self = .stock(try StockCount(reading: members))
        case .deliveryReceived: self = .delivery(try members.id("delivery"), try Delivery(reading: members))
        case .sourceHead: return nil
        }
    }
}
