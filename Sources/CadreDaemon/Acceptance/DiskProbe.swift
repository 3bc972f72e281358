import Glibc
import Threading

/// Checks whether a disk that failed is writable again, when there is nothing to be journaled that would show it.
struct DiskProbe: Sendable {
    /// The data folder.
    let folder: String
    /// The threads on which it blocks.
    let threads: ThreadPool

    /// Writes a file of the size of a small batch, brings it to the disk, and removes it.
    func isWritable() async -> Bool {
        await withTaskExecutorPreference(threads) { await write() }
    }

    @concurrent private func write() async -> Bool {
        let path = folder + "/probe"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer {
            close(descriptor)
            unlink(path)
        }
        let bytes = [UInt8](repeating: 0, count: DaemonLimits.diskProbeBytes)
        do throws(IncompleteWrite) {
            try OutputDescriptor(descriptor).writeAll(bytes)
        } catch {
            return false
        }
        return fsync(descriptor) == 0
    }
}
