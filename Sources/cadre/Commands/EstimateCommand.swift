import ArgumentParser
import CadreContract
import CadreJSON
import CadrePlanning
import CadreReports

struct EstimateCommand: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case json, text, csv }

    static let configuration = CommandConfiguration(
        commandName: "estimate",
        abstract: "Compute the estimates of event files, without a daemon.",
        discussion: """
            Prints {mission: {estimate: data}} as JSON, or tables. Topic, authority and time-in-future are not checked. \
            Rejected lines are reported on standard error as FILE:LINE: reason: detail; the rest is computed, and the \
            exit code is 65.
            """)

    @Argument(help: "Event files (NDJSON); - is standard input.")
    var files: [String]

    @Option(help: "The mission to compute; otherwise all.")
    var mission: String?

    @Option(name: .long, help: "The estimate to print, such as force.offered; repeatable; otherwise all.")
    var name: [EstimateName] = []

    @Option(help: "The number of samples of the ranges, 0 to 100000; 0 for none.")
    var samples = 200

    @Option(help: "The format: json, text or csv.")
    var format = Format.json

    func validate() throws {
        guard (0...100_000).contains(samples) else { throw ValidationError("--samples takes 0 to 100000.") }
    }

    func run() async throws {
        let hadBadLines = try await CommandFailure.reported {
            let read = try MissionFiles(files)
            try await print(read.missions)
            return read.rejected > 0
        }
        if hadBadLines { throw ExitStatus.badData }
    }

    private func print(_ missions: [ID<Mission>: CurrentDocuments]) async throws {
        let wanted = Set(name)
        var planned: [(ID<Mission>, Estimates)] = []
        for (id, documents) in missions.sorted(by: { $0.key < $1.key }) {
            guard mission.map({ $0 == id.text }) ?? true,
                let plan = try PlannedMission(documents, defaults: DefaultFactors.all)
            else { continue }
            planned.append((id, try await plan.deepened(samples: samples, wanted: wanted)))
        }
        if let mission, planned.isEmpty {
            throw CommandFailure(
                "no mission \(mission) is defined in \(files.joined(separator: ", ")); name a defined one", .badData)
        }
        switch format {
        case .json: try printJSON(planned, wanted)
        case .text, .csv: try printTables(planned, wanted)
        }
    }

    private func documents(_ estimates: Estimates, _ wanted: Set<EstimateName>) -> [EncodedEstimate] {
        estimates.encoded().filter { wanted.isEmpty || wanted.contains($0.name) }
    }

    private func printJSON(_ planned: [(ID<Mission>, Estimates)], _ wanted: Set<EstimateName>) throws {
        var writer = JSONWriter(capacity: 1 << 16)
        writer.object {
            for (id, estimates) in planned {
                $0.member(id.text) {
                    $0.object {
                        for document in documents(estimates, wanted) {
                            $0.member(document.name.text) { $0.raw(document.data(estimates.head)) }
                        }
                    }
                }
            }
        }
        try Console.write(writer.bytes + [UInt8(ascii: "\n")])
    }

    private func printTables(_ planned: [(ID<Mission>, Estimates)], _ wanted: Set<EstimateName>) throws {
        var figures = Figures()
        for (_, estimates) in planned {
            for estimate in PublishedEstimates(estimates).all where wanted.isEmpty || wanted.contains(estimate.name) {
                if format == .csv {
                    figures.add(estimate)
                } else {
                    try Console.print(EstimateTables().tables(estimate))
                }
            }
        }
        if format == .csv { try Console.write(Array(figures.table.csv.utf8)) }
    }
}

extension EstimateName: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }

    public static var allValueStrings: [String] { allCases.map(\.text) }
}
