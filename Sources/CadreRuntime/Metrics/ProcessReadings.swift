import Glibc

/// Readings of this process by the kernel, each `nil` if it cannot be read. Source: proc(5).
enum ProcessReadings {
    /// The number of open files and sockets, without the one that counting needs.
    static var openDescriptors: Int? {
        guard let folder = opendir("/proc/self/fd") else { return nil }
        defer { closedir(folder) }
        var count = 0
        while readdir(folder) != nil { count += 1 }
        return max(0, count - 3)  // ".", ".." and the folder itself
    }

    /// The maximum number of open files and sockets.
    static var descriptorsMax: Double? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return nil }
        return Double(limit.rlim_cur)
    }

    /// The bytes of address space, and how many of them are in memory.
    static var memory: (virtualBytes: Double, residentBytes: Double)? {
        guard let fields = read("/proc/self/statm")?.split(separator: " "), fields.count >= 2,
            let virtual = Double(fields[0]), let resident = Double(fields[1])
        else { return nil }
        let pageBytes = Double(sysconf(Int32(_SC_PAGESIZE)))
        return (virtual * pageBytes, resident * pageBytes)
    }

    /// The processor time used by all threads in user and system mode, in seconds.
    static var processorSeconds: Double? {
        var time = timespec()
        guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return nil }
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// The start of the process, in seconds since 1970.
    ///
    /// From the two clocks and not from /proc/stat, which a service with `ProcSubset=pid` does not see.
    static var startTime: Double? {
        // The name, in parentheses, may hold anything; after it the 20th field is the start in ticks since boot.
        guard let line = read("/proc/self/stat"), let nameEnd = line.lastIndex(of: ")") else { return nil }
        let fields = line[nameEnd...].split(separator: " ")
        guard fields.count > 20, let ticks = Double(fields[20]) else { return nil }
        let sinceBoot = ContinuousClock().systemEpoch.duration(to: .now).inSeconds
        return WallTime.now.secondsSince1970 - sinceBoot + ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// A file of /proc of up to 4 KiB, as text.
    private static func read(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count > 0 else { return nil }
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
