import Glibc

/// Removes a temporary folder.
enum FolderRemoval {
    /// Removes as much as possible; the rest remains among the temporary files.
    static func remove(_ path: String) {
        guard let folder = opendir(path) else { return }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(path + "/" + name) }
        }
        closedir(folder)
        for name in names where unlink(name) != 0 { remove(name) }
        rmdir(path)
    }
}
