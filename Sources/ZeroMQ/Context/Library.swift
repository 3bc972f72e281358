import CZeroMQ

/// The libzmq that this process uses.
public enum Library {
    /// A version of libzmq.
    public struct Version: Comparable, Hashable, Sendable, CustomStringConvertible {
        public let major: Int, minor: Int, patch: Int
        public init(_ major: Int, _ minor: Int, _ patch: Int) {
            self.major = major
            self.minor = minor
            self.patch = patch
        }
        public var description: String { "\(major).\(minor).\(patch)" }
        public static func < (left: Version, right: Version) -> Bool {
            (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
        }
    }

    /// An optional feature of libzmq, chosen when libzmq is built.
    public enum Capability: String, Sendable, CaseIterable { case ipc, curve, gssapi, pgm, draft }

    /// The version at run time, which may differ from the version that this library was compiled against.
    public static var version: Version {
        var major: Int32 = 0, minor: Int32 = 0, patch: Int32 = 0
        zmq_version(&major, &minor, &patch)
        return Version(Int(major), Int(minor), Int(patch))
    }

    /// The oldest libzmq that this library's rules were tested with.
    public static let versionMin = Version(4, 3, 4)

    /// Returns whether libzmq was built with a capability.
    public static func has(_ capability: Capability) -> Bool { zmq_has(capability.rawValue) == 1 }

    /// Checks the version and the capabilities of libzmq. Every ``Context`` checks the version itself.
    /// - Throws: ``ZeroMQError/Code/libraryTooOld`` or ``ZeroMQError/Code/capabilityMissing``.
    public static func check(needs capabilities: Capability...) throws(ZeroMQError) {
        guard version >= versionMin else {
            throw ZeroMQError(
                .libraryTooOld, "use libzmq", subject: version.description,
                remedy: "install libzmq \(versionMin) or later")
        }
        for capability in capabilities where !has(capability) {
            throw ZeroMQError(
                .capabilityMissing, "use libzmq", subject: "without \(capability.rawValue)",
                remedy: "install a libzmq built with \(capability.rawValue) (Debian's is)")
        }
    }
}
