import CadreJSON
import TestSupport
import Testing

@Suite("members by the index of their names")
struct JSONNamesTests {
    private func found(_ names: [String], in text: String) throws -> [String?] {
        let json = try JSONDocument(parsing: Array(text.utf8))
        let found = json.find(JSONNames(names), in: json.root)
        return names.indices.map { index in found[index].map { String(decoding: json.source(of: $0), as: UTF8.self) } }
    }

    @Test("each name finds its member in any order; of duplicates the last applies, unknown names are ignored")
    func members() throws {
        #expect(
            try found(["a", "bb", "ccc"], in: #"{"ccc":3,"x":9,"a":1,"bb":2,"a":4}"#) == ["4", "2", "3"])
        #expect(try found(["a", "bb"], in: "{}") == [nil, nil])
        #expect(try found(["a"], in: #"["a",1]"#) == [nil], "no object")
        #expect(try found(["a"], in: #"{"\u0061":1}"#) == ["1"], "an escape is undone")
        #expect(try found(["é"], in: #"{"e\u0301":1,"é":2}"#) == ["2"], "composed and decomposed letters differ")
    }

    @Test("names with equal beginnings and lengths are distinguished by the bytes after the eighth")
    func alike() throws {
        let names = ["abcdefgh1", "abcdefgh2", "abcdefgh"]
        #expect(try found(names, in: #"{"abcdefgh2":2,"abcdefgh":0,"abcdefgh1":1,"abcdefgh3":3}"#) == ["1", "2", "0"])
    }

    @Test("any names are found, and no others", arguments: UInt64(0)..<200)
    func any(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        func name() -> String {
            let length = Int.random(in: 0...12, using: &random)
            return String((0..<length).map { _ in random.one(of: Array("abc")) })
        }
        let all = Array(Set((0..<30).map { _ in name() })).sorted()
        let names = Array(all.shuffled(using: &random).prefix(20))
        let members = all.enumerated().map { "\"\($0.element)\":\($0.offset)" }.shuffled(using: &random)
        let expected = names.map { name in all.firstIndex(of: name).map { "\($0)" } }
        #expect(try found(names, in: "{\(members.joined(separator: ","))}") == expected, "seed \(seed)")
    }
}
