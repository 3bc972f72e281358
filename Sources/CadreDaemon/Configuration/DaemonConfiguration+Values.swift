import CadreContract
import CadrePlanning

extension DaemonConfiguration {
    /// A setting as it is written, for listing.
    func values(of key: ConfigurationKey) -> [String] {
        switch key {
        case .data: [data]
        case .node: [node.text]
        case .intake: intake.map(\.description)
        case .intakeConnect: intakeConnect.map(\.description)
        case .estimates: estimates.map(\.description)
        case .control: control.map(\.description)
        case .http: [http?.description ?? "off"]
        case .samples: [String(samples)]
        case .planningVerify: [planningVerify.rawValue]
        case .missions: (missions ?? []).sorted().map(\.text)
        case .replay: replay.map { "\($0.key)=\($0.value)" }.sorted()
        case .networkTrusted: [String(isNetworkTrusted)]
        case .zeromqHeartbeat: [heartbeatSeconds.map { String($0) } ?? "off"]
        case .limitsMessageBytes: [String(limits.messageBytes)]
        case .limitsMissions: [String(limits.missions)]
        case .limitsEntities: [String(limits.entities)]
        case .limitsWeight: [String(limits.weight)]
        case .limitsRequests: [String(limits.requests)]
        case .logLevel: [log.level.rawValue]
        case .logFormat: [log.format.rawValue]
        }
    }

    /// Source: CONTRACT § 1, identifiers.
    static func isNodeName(_ text: String) -> Bool {
        let allowed = { (byte: UInt8) -> Bool in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
                true
            default: false
            }
        }
        return (1...ContractLimits.identifierCharactersMax).contains(text.utf8.count) && text.utf8.allSatisfy(allowed)
    }

    static func isMission(_ text: String) -> Bool {
        isNodeName(text) && !text.utf8.contains(UInt8(ascii: "."))
    }
}

extension DaemonConfiguration.HTTPAddress {
    /// Creates an address from `HOST:PORT`, with an IPv6 address in brackets, or returns `nil` if the text is invalid.
    init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
            return nil
        }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = String(host.dropFirst().dropLast())
        } else if host.contains(":") {
            return nil
        }
        guard !host.isEmpty else { return nil }
        self.init(host: host, port: Int(port))
    }
}
