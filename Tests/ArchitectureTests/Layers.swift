/// Folders of a target as layers: a folder uses the types of folders before it, never the reverse. And each type lives
/// in a file of its name.
enum Layers {
    /// The folders by target, from the ground up. Targets that are not listed are not yet in layers.
    static let order: [String: [String]] = [
        "CadrePlanning": [
            "", "Names", "Time", "State/Documents", "State/Factors", "State", "Stages", "Assignment", "Basis/Numbers",
            "Basis/Entries", "Basis", "Selection", "Training", "Requirements", "Scenarios", "Logistics", "Estimates",
            "Explain", "Ranges", "Gaps",
        ],
        "Threading": ["", "Waiting", "Writing", "Threads", "Executors"],
        "CadreRuntime": [
            "", "Bytes", "Clocks", "Tasks", "Logging", "Metrics", "Health", "Signals", "Systemd", "Supervision",
        ],
        "CadreDaemon": [
            "", "Clocks", "Configuration", "Health", "Meters", "Submissions", "Intake", "Publishing", "Planning",
            "Missions", "Restoration", "Loss", "Snapshots", "Acceptance", "Questions", "Control", "Node", "Process",
        ],
        "CadreReports": [
            "", "Tables", "Markup", "Charts", "Estimates", "Events", "Published", "Board", "Answers", "Node",
            "Report/Document", "Report/Reading", "Report/Pages", "Report",
        ],
        "cadre": [
            "Printing", "Files", "Requests", "Options", "Demo", "Commands/Check",
            "Commands/Journal", "Commands/Exchange", "Commands/Report", "Commands/Questions", "Commands", "",
        ],
    ]

    private static let declaring: Set<String> = ["struct", "class", "enum", "actor", "protocol", "typealias"]

    /// Returns the names of the types that a file declares at its top level, with their lines, but for private ones.
    static func types(in file: SourceFile) -> [(name: String, line: Int)] {
        file.code.enumerated().compactMap { index, line in
            guard let first = line.first, first != " ", first != "}" else { return nil }
            let words = Words.identifiers(in: line)
            guard !words.contains("private"), !words.contains("fileprivate"), !words.contains("extension"),
                let place = words.firstIndex(where: declaring.contains), place + 1 < words.count
            else { return nil }
            return (words[place + 1], index + 1)
        }
    }

    /// Returns the types of a file that belong into other files.
    static func foreignTypes(_ file: SourceFile) -> [Breach] {
        guard order[file.target] != nil else { return [] }
        let name = file.path.split(separator: "/").last?.split(separator: ".").first?.split(separator: "+").first
        return types(in: file).filter { $0.name != name.map(String.init) }.map {
            Breach(path: file.path, line: $0.line, message: "\($0.name) belongs into \($0.name).swift")
        }
    }

    /// Returns every use of a type by a folder that comes before that of the type.
    /// - Parameter files: All files of the sources.
    static func upwardUses(_ files: [SourceFile]) -> [Breach] {
        order.flatMap { target, folders -> [Breach] in
            let ranks = Dictionary(uniqueKeysWithValues: folders.enumerated().map { ($1, $0) })
            let own = files.filter { $0.target == target }
            var homes: [String: Set<String>] = [:]
            for file in own {
                for type in types(in: file) { homes[type.name, default: []].insert(folder(of: file)) }
            }
            return own.flatMap { file -> [Breach] in
                guard let rank = ranks[folder(of: file)] else {
                    return [Breach(path: file.path, line: 1, message: "a folder that is in no layer")]
                }
                return file.code.enumerated().flatMap { index, line in
                    Words.identifiers(in: line).compactMap { name in
                        // Only the compiler can resolve a name that several folders define.
                        guard let home = homes[name], home.count == 1, let folder = home.first,
                            let other = ranks[folder], other > rank
                        else { return nil }
                        return Breach(
                            path: file.path, line: index + 1, message: "uses \(name) of \(folder), a later layer")
                    }
                }
            }
        }
    }

    /// Below the target, such as `Basis/Entries`; "" for the target itself.
    private static func folder(of file: SourceFile) -> String {
        file.path.split(separator: "/").dropFirst(2).dropLast().joined(separator: "/")
    }
}
