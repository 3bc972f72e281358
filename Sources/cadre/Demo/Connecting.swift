import CadreClient

/// Lines to copy that connect to a daemon.
struct Connecting {
    let mission: String
    let ports: LoopbackPorts
    /// Whether the daemon continues to run.
    let stays: Bool

    var lines: [String] {
        let cadre = CommandLine.arguments.first ?? "cadre"
        let introduction =
            stays
            ? "The daemon runs until Ctrl-C. From another terminal:"
            : "The daemon of this demonstration has ended. With another daemon (\(cadre) serve):"
        let python =
            "import zmq; s = zmq.Context().socket(zmq.SUB); "
            + "s.connect('\(endpoint(ports.estimates, DefaultEndpoint.estimates))'); "
            + "s.subscribe('estimate.\(mission).summary'); print(s.recv_multipart()[1].decode())"
        return [
            introduction,
            "  \(cadre) get summary\(flag("--control", ports.control, DefaultEndpoint.control))",
            "  \(cadre) watch estimate.\(mission)\(flag("--estimates", ports.estimates, DefaultEndpoint.estimates))",
            "  \(cadre) submit FILE\(flag("--control", ports.control, DefaultEndpoint.control))",
            "  /usr/bin/python3 -c \"\(python)\"",
        ]
    }

    private func endpoint(_ used: String, _ standard: String) -> String { stays ? used : standard }

    private func flag(_ name: String, _ used: String, _ standard: String) -> String {
        used == standard || !stays ? "" : " \(name) \(used)"
    }
}
