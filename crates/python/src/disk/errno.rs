//! The errors of system calls: numbers, names, texts and the exception that each becomes. Source: Linux's errno.h,
//! glibc's strerror, and CPython's `OSError` map (Objects/exceptions.c).

/// The number of a failed system call's error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Errno(pub i64);

macro_rules! numbers {
    ($($name:ident = $number:literal, $text:literal;)*) => {
        impl Errno {
            $(
                #[doc = $text]
                pub const $name: Errno = Errno($number);
            )*
        }

        /// Every error: number, name, text.
        pub const ERRNOS: &[(i64, &str, &str)] = &[$(($number, stringify!($name), $text)),*];
    };
}

numbers! {
    EPERM = 1, "Operation not permitted";
    ENOENT = 2, "No such file or directory";
    ESRCH = 3, "No such process";
    EINTR = 4, "Interrupted system call";
    EIO = 5, "Input/output error";
    ENXIO = 6, "No such device or address";
    E2BIG = 7, "Argument list too long";
    ENOEXEC = 8, "Exec format error";
    EBADF = 9, "Bad file descriptor";
    ECHILD = 10, "No child processes";
    EAGAIN = 11, "Resource temporarily unavailable";
    ENOMEM = 12, "Cannot allocate memory";
    EACCES = 13, "Permission denied";
    EFAULT = 14, "Bad address";
    EBUSY = 16, "Device or resource busy";
    EEXIST = 17, "File exists";
    EXDEV = 18, "Invalid cross-device link";
    ENODEV = 19, "No such device";
    ENOTDIR = 20, "Not a directory";
    EISDIR = 21, "Is a directory";
    EINVAL = 22, "Invalid argument";
    ENFILE = 23, "Too many open files in system";
    EMFILE = 24, "Too many open files";
    ENOTTY = 25, "Inappropriate ioctl for device";
    EFBIG = 27, "File too large";
    ENOSPC = 28, "No space left on device";
    ESPIPE = 29, "Illegal seek";
    EROFS = 30, "Read-only file system";
    EMLINK = 31, "Too many links";
    EPIPE = 32, "Broken pipe";
    EDOM = 33, "Numerical argument out of domain";
    ERANGE = 34, "Numerical result out of range";
    EDEADLK = 35, "Resource deadlock avoided";
    ENAMETOOLONG = 36, "File name too long";
    ENOLCK = 37, "No locks available";
    ENOSYS = 38, "Function not implemented";
    ENOTEMPTY = 39, "Directory not empty";
    ELOOP = 40, "Too many levels of symbolic links";
    ENODATA = 61, "No data available";
    ETIME = 62, "Timer expired";
    EPROTO = 71, "Protocol error";
    EOVERFLOW = 75, "Value too large for defined data type";
    EILSEQ = 84, "Invalid or incomplete multibyte or wide character";
    ENOTSOCK = 88, "Socket operation on non-socket";
    EMSGSIZE = 90, "Message too long";
    EPROTONOSUPPORT = 93, "Protocol not supported";
    ENOTSUP = 95, "Operation not supported";
    EADDRINUSE = 98, "Address already in use";
    EADDRNOTAVAIL = 99, "Cannot assign requested address";
    ENETDOWN = 100, "Network is down";
    ENETUNREACH = 101, "Network is unreachable";
    ECONNABORTED = 103, "Software caused connection abort";
    ECONNRESET = 104, "Connection reset by peer";
    ENOBUFS = 105, "No buffer space available";
    EISCONN = 106, "Transport endpoint is already connected";
    ENOTCONN = 107, "Transport endpoint is not connected";
    ESHUTDOWN = 108, "Cannot send after transport endpoint shutdown";
    ETIMEDOUT = 110, "Connection timed out";
    ECONNREFUSED = 111, "Connection refused";
    EHOSTDOWN = 112, "Host is down";
    EHOSTUNREACH = 113, "No route to host";
    EALREADY = 114, "Operation already in progress";
    EINPROGRESS = 115, "Operation now in progress";
    ECANCELED = 125, "Operation canceled";
    EOWNERDEAD = 130, "Owner died";
}

impl Errno {
    /// What `os.strerror` says.
    pub fn text(self) -> String {
        match ERRNOS.iter().find(|entry| entry.0 == self.0) {
            Some(entry) => entry.2.to_owned(),
            None if self.0 == 0 => "Success".to_owned(),
            None => format!("Unknown error {}", self.0),
        }
    }

    /// The exception class that an `OSError` of this number is.
    pub fn exception(self) -> &'static str {
        match self {
            Errno::EAGAIN | Errno::EALREADY | Errno::EINPROGRESS => "BlockingIOError",
            Errno::EPIPE | Errno::ESHUTDOWN => "BrokenPipeError",
            Errno::ECHILD => "ChildProcessError",
            Errno::ECONNABORTED => "ConnectionAbortedError",
            Errno::ECONNREFUSED => "ConnectionRefusedError",
            Errno::ECONNRESET => "ConnectionResetError",
            Errno::EEXIST => "FileExistsError",
            Errno::ENOENT => "FileNotFoundError",
            Errno::EISDIR => "IsADirectoryError",
            Errno::ENOTDIR => "NotADirectoryError",
            Errno::EINTR => "InterruptedError",
            Errno::EACCES | Errno::EPERM => "PermissionError",
            Errno::ESRCH => "ProcessLookupError",
            Errno::ETIMEDOUT => "TimeoutError",
            _ => "OSError",
        }
    }
}
