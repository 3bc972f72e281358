import CadreContract
import CadreReports
import Testing

@Suite("estimates in tables")
struct EstimateTablesTests {
    @Test("the summary's scenarios stand in the order of firmness, with dates for periods")
    func summary() throws {
        let data = try #require(try BoardFixture.summary(filled: 6, revision: 3)["data"])
        let table = try #require(EstimateTables().tables(.summary, data).first)
        #expect(table.title == "m1: as of 2024-01-09T08:00:00Z, revision 3")
        #expect(table.rows.map(\.[0]) == ["committed", "offered", "full"])
        #expect(table.rows[1] == ["offered", "10", "2024-01-01", "6", "2024-01-01", "12.5", "20", "3", "1: 16"])
        let sets = try #require(EstimateTables().tables(.summary, data).first { $0.title.contains("by set") })
        #expect(sets.rows == [["no set", "2"], ["Atlas 2", "9"]])
    }

    @Test("a series becomes a row a period, anything else a row by its path")
    func figures() throws {
        let data = try #require(try BoardFixture.force(filled: 6, revision: 3)["data"])
        var figures = Figures()
        figures.add(.force(.offered), data)
        #expect(figures.table.rows.count == 8)
        #expect(figures.table.rows.first == ["m1", "force.offered", "filled", "0", "2024-01-01", "6"])
        #expect(figures.table.rows.last == ["m1", "force.offered", "required", "3", "2024-01-22", "10"])
    }

    private func rows(_ name: EstimateName, _ members: String, _ title: String) throws -> [[String]] {
        let data = try BoardFixture.json(
            #"{"mission":"m1","start":"2024-01-01","periodDays":7,"periods":2,\#(members)}"#)
        return try #require(EstimateTables(chartWidth: 2).tables(name, data).first { $0.title.contains(title) }).rows
    }

    @Test("what others must provide is a list of posts and of supplies")
    func hosted() throws {
        let force = try rows(
            .force(.offered), #""hosted":{"s1":{"guard":[2,5],"support.medical":[0,1]}}"#,
            "posts to be provided by others")
        #expect(force.map { Array($0[..<3]) } == [["s1", "guard", "5"], ["s1", "support.medical", "1"]])
        let logistics = try rows(
            .logistics(.offered), #""hosted":{"water":{"s1":[100,50.5]}}"#, "supplies to be provided by others")
        #expect(logistics.map { Array($0[..<3]) } == [["water", "s1", "150.5"]])
    }

    @Test("movement and the cost of people by nation, and no nation among the kinds of movement")
    func nations() throws {
        let members = """
            "movement":{"arrivals":[3,1],"departures":[0,1],"rotations":[0,0],"sorties":[1,1],\
            "byNation":{"NOR":{"arrivals":[3,1],"departures":[0,1],"rotations":[0,0]}}},\
            "money":{"costs":{"personnel":[10,20]},"nations":{"NOR":[10,20]},"funds":{}}
            """
        let moved = try rows(.logistics(.full), members, "movement, persons and sorties")
        #expect(moved.map(\.[0]) == ["arrivals", "departures", "rotations", "sorties"])
        #expect(
            try rows(.logistics(.full), members, "movement by nation").map { Array($0[..<4]) } == [
                ["NOR", "4", "1", "0"]
            ])
        #expect(
            try rows(.logistics(.full), members, "cost of people by nation").map { Array($0[..<2]) } == [["NOR", "30"]])
    }

    @Test("graduates that nobody asks for stand apart, a run says who else gives it")
    func training() throws {
        let members = """
            "byCourse":{"c1":{"wanted":40,"expected":40,"others":2.5,"graduates":[0,42.5]}},"runs":[\
            {"run":"r1","course":"c1","site":"s1","provider":"EU","first":0,"last":1,"seats":20,"staffing":1,"graduates":18},\
            {"run":"r2","course":"c1","site":"s1","provider":"","first":0,"last":1,"seats":20,"staffing":1,"graduates":18},\
            {"run":"r3","course":"c1","site":"s1","first":0,"last":1,"seats":20,"staffing":1,"graduates":18}]
            """
        let courses = try rows(.training(.offered), members, "graduates by course")
        #expect(courses.map { Array($0[..<4]) } == [["c1", "40", "40", "2.5"]])
        #expect(try rows(.training(.offered), members, "runs").map(\.[3]) == ["EU", "somebody else", ""])
    }

    @Test("a package is a row with all its pledges")
    func packages() throws {
        let members = """
            "packages":[{"priority":2,"pledges":[\
            {"capability":"guard","quantity":5,"from":"2024-01-01","until":"2024-01-15","site":"s1"},\
            {"capability":"medic","quantity":1,"from":"2024-01-08","until":"2024-01-15","site":"s2"}],\
            "gain":{"graduates":18,"personPeriods":{"1":10}}}]
            """
        #expect(
            try rows(.gaps, members, "what would help together") == [
                [
                    "2", "5 guard (for s1), 2024-01-01 to 2024-01-15; 1 medic (for s2), 2024-01-08 to 2024-01-15", "18",
                    "1: 10",
                ]
            ])
    }

    @Test(
        "data of any shape gives tables and no trap",
        arguments: ["{}", "[]", "null", "7", #"{"scenarios":7,"alerts":{}}"#])
    func anyShape(text: String) throws {
        let data = try BoardFixture.json(text)
        for name in EstimateName.allCases {
            for table in EstimateTables().tables(name, data) { #expect(!table.text(width: 20).isEmpty) }
        }
    }
}
