import ArgumentParser
import CadreClient

/// An endpoint, by flag, environment or default. Source: CONTRACT § 8.
enum EndpointChoice {
    /// Returns the endpoint of a flag, else of the environment, else the default.
    /// - Parameter key: The `KEY` of the variable `CADRE_KEY`; of several comma-separated values, the first counts.
    static func first(flag: String?, key: String, otherwise fallback: String) -> String {
        all(flags: flag.map { [$0] } ?? [], key: key, otherwise: fallback).first ?? fallback
    }

    static func all(flags: [String], key: String, otherwise fallback: String) -> [String] {
        if !flags.isEmpty { return flags }
        let listed = (Console.variable("CADRE_\(key)") ?? "").split(separator: ",").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        return listed.isEmpty ? [fallback] : listed
    }

    static func check(_ endpoint: String) throws {
        if let problem = ClientBus.problem(with: endpoint) { throw ValidationError(problem) }
    }
}
