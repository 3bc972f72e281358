import Glibc

/// The descriptors of standard input, output and error.
enum StandardStreams {
    /// Opens /dev/null on those that are closed, so that no file or socket of the program takes their place.
    ///
    /// Each is opened for the other direction: reading a closed input and writing to a closed output fail with EBADF,
    /// instead of giving nothing and losing everything.
    static func open() {
        for (descriptor, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
        where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest free descriptor is this one: those before it are open by now.
            _ = Glibc.open("/dev/null", mode)
        }
    }
}
