import CadrePlanning
import Foundation
import Testing

@testable import CadreContract

@Suite("the AsyncAPI document names everything that the code accepts")
struct AsyncAPITests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Documentation/contract").standardizedFileURL

    private static func document() throws -> String {
        try String(contentsOf: folder.appending(path: "asyncapi.yaml"), encoding: .utf8)
    }

    /// The paths of all keys in block style: `channels/plan/messages`.
    private static func paths(_ document: String) -> Set<String> {
        var open: [(indent: Int, key: Substring)] = []
        var paths: Set<String> = []
        for line in document.split(separator: "\n") {
            let indent = line.prefix { $0 == " " }.count
            let content = line.dropFirst(indent)
            guard let colon = content.firstIndex(of: ":"), content.first != "-" else { continue }
            open.removeAll { $0.indent >= indent }
            open.append((indent, content[..<colon]))
            paths.insert(open.map { String($0.key) }.joined(separator: "/"))
        }
        return paths
    }

    @Test("every reference resolves")
    func references() throws {
        let document = try Self.document()
        let paths = Self.paths(document)
        var inside = 0
        var outside = 0
        for match in document.matches(of: #/\$ref: '([^']+)'/#) {
            let target = String(match.1)
            if target.hasPrefix("#/") {
                inside += 1
                #expect(paths.contains(String(target.dropFirst(2))), "\(target)")
            } else {
                outside += 1
                #expect(FileManager.default.fileExists(atPath: Self.folder.appending(path: target).path), "\(target)")
            }
        }
        #expect(inside > 50 && outside == EventType.allCases.count + 4)
    }

    @Test("every type is a message of the channel on which it arrives")
    func channels() throws {
        let document = try Self.document()
        let paths = Self.paths(document)
        for sample in EventSample.all {
            let words = sample.type.split(separator: ".")
            let message = words[0] + words[1].capitalized
            #expect(document.contains("    \(message):\n      name: cadre.\(sample.type).v1\n"))
            #expect(document.contains("{$ref: 'schemas/\(sample.schema)'}"))
            let topic: String
            switch EventReader().read(payload: try sample.event()).first {
            case .event(let received): topic = Topic.of(received.event)
            case .head(let head): topic = Topic.of(head)
            case .rejected, nil: continue
            }
            let channel = topic.prefix { $0 != "." }
            #expect(paths.contains("channels/\(channel)/messages/\(message)"), "\(topic)")
        }
    }

    @Test("every message has an example, which its schema accepts and the code reads")
    func examples() throws {
        let document = try Self.document()
        let schemas = Dictionary(
            uniqueKeysWithValues: document.matches(
                of: #/\n    (\w+):\n +schemaFormat: .*\n +schema: {\$ref: 'schemas/([^']+)'}/#
            ).map { (String($0.1), String($0.2)) })
        let message =
            #/
            \n\ {4}(\w+):\n(?:\ {6}(?:name|summary|contentType):\ .*\n)+
            \ {6}payload:\ {\$ref:\ '\#\/components\/schemas\/(\w+)'}\n(.*)\n(.*)
            /#
        let messages = document.matches(of: message)
        #expect(messages.count == EventType.allCases.count + 4)
        for message in messages {
            let start = "        - payload: "
            #expect(message.3 == "      examples:" && message.4.hasPrefix(start), "\(message.1)")
            let payload = Array(message.4.dropFirst(start.count).utf8)
            let schema = try #require(schemas[String(message.2)])
            #expect(try SchemaFolder.problems(of: [payload], by: schema) == [nil], "\(message.1)")
            guard schema.hasPrefix("events/") else { continue }
            if case .rejected(let rejection)? = EventReader().read(payload: payload).first {
                Issue.record("\(message.1): \(rejection.detail)")
            }
        }
    }

    @Test("every reason and every limit that a publisher must know is named")
    func reasonsAndLimits() throws {
        let document = try Self.document()
        for reason in RejectionReason.allCases { #expect(document.contains("          - \(reason.rawValue)\n")) }
        #expect(document.contains("bytesMax: \(ContractLimits.topicBytesMax)}"))
        #expect(document.contains("bytesMax: \(ContractLimits.eventBytesDefault)}"))
    }
}
