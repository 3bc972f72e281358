import Hashing
import CadreContract
import CadreJSON
import CadreJournal
import CadreRuntime

extension Verification {
    /// The readable form of the findings.
    var text: String {
        var lines = ["\(events) events, \(rejectionsKept) rejections kept; newest \(newest), hash \(hash.hexadecimal)"]
        if let firstDamage {
            lines.append(
                "DAMAGED: event \(firstDamage.sequence): \(firstDamage.kind.rawValue): \(firstDamage.detail) "
                    + "(\(damagedEvents) damaged or missing in total)")
        }
        lines += database.map { "DAMAGED: the database: \($0)" }
        lines.append(isSound ? "sound" : "restore a backup: `cadre journal restore`")
        return lines.joined(separator: "\n")
    }

    /// A JSON object and a line end.
    var json: [UInt8] {
        var writer = JSONWriter()
        writer.object {
            $0.member("isSound", isSound)
            $0.member("events", events)
            $0.member("newest", newest)
            $0.member("hash", hash.hexadecimal)
            $0.member("damagedEvents", damagedEvents)
            if let firstDamage {
                $0.member("firstDamage") {
                    $0.object {
                        $0.member("sequence", firstDamage.sequence)
                        $0.member("kind", firstDamage.kind.rawValue)
                        $0.member("detail", firstDamage.detail)
                    }
                }
            }
            $0.member("database", database)
            $0.member("rejectionsKept", rejectionsKept)
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }
}
