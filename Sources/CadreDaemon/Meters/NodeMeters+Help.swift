import CadreRuntime

extension PrometheusMetrics {
    /// Describes the metrics of `NodeMeters`, for their HELP lines.
    func describeNode() {
        for (label, help) in Self.nodeHelp { describe(label, help) }
    }

    private static let nodeHelp = [
        ("cadre_build_info", "1, with the version as a label."),
        ("cadre_events_total", "Events read, by type and outcome."),
        ("cadre_rejections_total", "Rejected events, by reason."),
        ("cadre_event_seconds", "Seconds from receipt to durable."),
        ("cadre_publish_seconds", "Seconds from receipt to changed estimates on the wire."),
        ("cadre_recompute_seconds", "Seconds from changed state to a finished plan."),
        ("cadre_requests_total", "Requests on control, by method and outcome."),
        ("cadre_request_seconds", "Seconds from a request on control to its answer, by method."),
        ("cadre_journal_sequence", "Sequence of the newest event in the journal."),
        ("cadre_missions", "Known missions."),
        ("cadre_queue_depth", "Length of a queue: batches of intake, submissions, requests."),
        ("cadre_queue_capacity", "The greatest length of a queue."),
        ("cadre_socket_events_total", "Connections, disconnections, failed sends and the like, by socket."),
        ("cadre_reload_failures_total", "Reloads with an invalid configuration."),
        ("cadre_snapshot_failures_total", "Snapshots that could not be written."),
        ("cadre_plans_verified_total", "Plans compared with one from scratch."),
        ("cadre_plan_differences_total", "Estimates in which such a plan differed."),
        ("cadre_sequence_gaps_open", "Sources with missing numbers."),
    ]
}
