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
        #expect(table.rows[1] == ["offered", "10", "2024-01-01", "6", "2024-01-01", "12.5", "20", "1: 16"])
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
