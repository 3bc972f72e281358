import CadrePlanning

// `course.defined`, `demand.set`, `run.scheduled` and `instructors.counted`. Source: CONTRACT § 2.

extension Course {
    init(reading members: Members) throws(MemberFault) {
        self.init(
            title: try members.text("title"), days: try members.count("days", in: 1...1_000),
            seats: try members.count("seats", in: 1...10_000),
            passRate: try members.number("passRate", in: Bounds(above: 0, to: 1)),
            instructors: try members.list("instructors") { node throws(MemberFault) in
                try Instructors(reading: try Members(members.json, node, path: ""))
            },
            level: try members.choiceIfAny("level"), topic: try members.textIfAny("topic"),
            produces: try members.capabilityIfAny("produces"),
            leadInDays: try members.countIfAny("leadInDays", in: 0...1_000) ?? 0,
            turnaroundDays: try members.countIfAny("turnaroundDays", in: 0...1_000) ?? 0,
            boarded: try members.flagIfAny("boarded") ?? false,
            classrooms: try members.countIfAny("classrooms") ?? 1,
            perStudent: try members.quantities("perStudent"))
    }
}

extension Course.Instructors {
    init(reading members: Members) throws(MemberFault) {
        let capability = try members.capability("capability")
        let range = 1...ContractLimits.countMax
        switch (try members.countIfAny("count", in: range), try members.countIfAny("perStudents", in: range)) {
        case (let count?, nil): self.init(capability: capability, amount: .count(count))
        case (nil, let students?): self.init(capability: capability, amount: .perStudents(students))
        case (nil, nil): throw MemberFault("count", expected: "either this or perStudents", found: "neither")
        case (_?, _?): throw MemberFault("count", expected: "either this or perStudents", found: "both")
        }
    }
}

extension Demand {
    init(reading members: Members) throws(MemberFault) {
        self.init(
            course: try members.id("course"), audience: try members.id("audience"),
            graduates: try members.count("graduates"), from: try members.day("from"), by: try members.day("by"),
            site: try members.idIfAny("site"), delivery: try members.choiceIfAny("delivery") ?? .resident,
            priority: try members.priorityIfAny() ?? 3, element: try members.idIfAny("element"))
        try members.check(by, "by", isAfter: from, "from")
        guard site != nil || delivery == .abroad else {
            throw MemberFault("site", expected: "a site, unless delivery is abroad", found: "nothing")
        }
    }
}

extension Run {
    init(reading members: Members) throws(MemberFault) {
        self.init(
            course: try members.id("course"), site: try members.id("site"), start: try members.day("start"),
            status: try members.choice("status"), end: try members.dayIfAny("end"),
            seats: try members.countIfAny("seats", in: 1...10_000), graduates: try members.countIfAny("graduates"),
            audience: try members.idIfAny("audience"), element: try members.idIfAny("element"),
            priority: try members.priorityIfAny(), delivery: try members.choiceIfAny("delivery"),
            demand: try members.idIfAny("demand"), provider: try members.textIfAny("provider"))
        try members.check(end, "end", isNotBefore: start, "start")
        guard graduates != nil || status != .completed else {
            throw MemberFault("graduates", expected: "a count, since the run is completed", found: "nothing")
        }
    }
}

extension InstructorCount {
    init(reading members: Members) throws(MemberFault) {
        self.init(date: try members.day("date"), count: try members.count("count"))
    }
}
