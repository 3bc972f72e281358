import CadreContract
import Testing

@testable import CadreExchange

@Suite("the bounds of sheets")
struct LimitTests {
    @Test("a cell can contain the longest list and the longest text that the contract accepts")
    func cells() {
        let pledge = ContractLimits.identifierCharactersMax + "NOR/".utf8.count
        #expect(ExchangeLimits.cellBytesMax >= ContractLimits.listEntriesMax * (pledge + "; ".utf8.count))
        #expect(ExchangeLimits.cellBytesMax >= ContractLimits.textScalarsMax * 4 + 1)
        #expect(ExchangeLimits.columnsMax >= SheetKind.allCases.map(\.fields.count).max() ?? 0)
    }

    @Test("a row of more columns than any spreadsheet has is refused")
    func columns() {
        let row = [UInt8](repeating: UInt8(ascii: ","), count: ExchangeLimits.columnsMax)
        #expect(throws: SheetFault.self) { try SheetReader(delimiter: .comma).read(row + Array("a".utf8)) }
    }
}
