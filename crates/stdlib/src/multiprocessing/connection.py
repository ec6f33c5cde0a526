"""`multiprocessing.connection`: messages over pipes, and listeners inside the simulated world.

A message is its length in four bytes and the pickled value, as in CPython's Lib/multiprocessing/connection.py. A duplex
connection is two pipes. A comment `# @n` names the line that CPython 3.11 shows in tracebacks.
"""

import os

from multiprocessing._errors import AuthenticationError, BufferTooShort
from multiprocessing.reduction import ForkingPickler as _ForkingPickler

read = os.read
write = os.write

__all__ = ["Client", "Listener", "Pipe", "wait"]

families = ["AF_INET", "AF_UNIX"]
default_family = "AF_UNIX"
BUFSIZE = 8192
MESSAGE_LENGTH = 20
CHALLENGE = b"#CHALLENGE#"
WELCOME = b"#WELCOME#"
FAILURE = b"#FAILURE#"


class _ConnectionBase:
    _handle = None
    # The descriptor that is written to, where it is another than the one that is read.
    _out = None
    # What its messages are called in the trace: a queue's row.
    _row = None

    def __init__(self, handle, readable=True, writable=True):
        if handle < 0:
            raise ValueError("invalid handle")
        if not readable and not writable:
            raise ValueError("at least one of `readable` and `writable` must be True")
        self._handle = handle
        self._out = handle
        self._readable = readable
        self._writable = writable

    def _check_closed(self):
        if self._handle is None:
            raise OSError("handle is closed")  # @136

    def _check_readable(self):
        if not self._readable:
            raise OSError("connection is write-only")  # @140

    def _check_writable(self):
        if not self._writable:
            raise OSError("connection is read-only")  # @144

    @property
    def closed(self):
        return self._handle is None

    @property
    def readable(self):
        return self._readable

    @property
    def writable(self):
        return self._writable

    def fileno(self):
        self._check_closed()
        return self._handle

    def close(self):
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)
            if self._out != handle:
                os.close(self._out)

    def send_bytes(self, buf, offset=0, size=None):
        self._check_closed()  # @183
        self._check_writable()  # @184
        data = bytes(buf)
        length = len(data)
        if offset < 0:
            raise ValueError("offset is negative")  # @190
        if length < offset:
            raise ValueError("buffer length < offset")  # @192
        if size is None:
            size = length - offset
        elif size < 0:
            raise ValueError("size is negative")  # @196
        elif offset + size > length:
            raise ValueError("buffer length < offset + size")  # @198
        if size != length:
            data = data[offset : offset + size]
        self._send_bytes(data)  # @199

    def send(self, obj):
        self._check_closed()  # @203
        self._check_writable()  # @204
        self._send_bytes(_ForkingPickler.dumps(obj))  # @205

    def recv_bytes(self, maxlength=None):
        self._check_closed()  # @211
        self._check_readable()  # @212
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")  # @214
        buf = self._recv_bytes(maxlength)  # @215
        if buf is None:
            if self._writable:
                self._readable = False
            else:
                self.close()
            raise OSError("bad message length")  # @151
        return buf

    def recv_bytes_into(self, buf, offset=0):
        self._check_closed()
        self._check_readable()
        length = len(buf)
        if offset < 0:
            raise ValueError("negative offset")  # @232
        if offset > length:
            raise ValueError("offset too large")  # @234
        data = self._recv_bytes()
        size = len(data)
        if length < offset + size:
            raise BufferTooShort(data)  # @238
        if isinstance(buf, (bytearray, memoryview)):
            buf[offset : offset + size] = data
        else:
            # An array's items are wider than a byte.
            width = buf.itemsize
            own = type(buf)(buf.typecode)
            own.frombytes(data)
            buf[offset // width : offset // width + len(own)] = own
        return size

    def recv(self):
        self._check_closed()  # @247
        self._check_readable()  # @248
        buf = self._recv_bytes()  # @249
        return _ForkingPickler.loads(buf)  # @250

    def poll(self, timeout=0.0):
        self._check_closed()  # @254
        self._check_readable()  # @255
        return bool(wait([self], timeout))

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


class Connection(_ConnectionBase):
    def __reduce__(self):
        out = self._out if self._out == self._handle else _lend(self._out)
        return _rebuild, (_lend(self._handle), out, self._handle == self._out, self._readable, self._writable)

    def _send_bytes(self, data):
        length = len(data)
        _message(self._out, "put", length, self._row)
        head = length.to_bytes(4, "big")
        if length > 16384:
            self._send(head)  # @403
            self._send(data)  # @404
        else:
            self._send(head + data)  # @410

    def _send(self, buf):
        while True:
            n = write(self._out, buf)  # @367
            if n == len(buf):
                return
            buf = buf[n:]

    def _recv(self, size):
        if not size:
            return b""
        data = read(self._handle, size)  # @378
        if len(data) == size:
            return data
        if not data:
            raise EOFError  # @382
        parts = [data]
        left = size - len(data)
        while left:
            data = read(self._handle, left)  # @378
            if not data:
                raise OSError("got end of file during message")  # @384
            parts.append(data)
            left -= len(data)
        return b"".join(parts)

    def _recv_bytes(self, maxsize=None):
        buf = self._recv(4)  # @413
        size = int.from_bytes(buf, "big")
        if maxsize is not None and size > maxsize:
            return None
        data = self._recv(size)  # @420
        _message(self._handle, "get", size, self._row)
        return data


def _rebuild(handle, out, is_one, readable, writable):
    handle = _borrow(handle)
    connection = Connection(handle, readable, writable)
    if not is_one:
        connection._out = _borrow(out)
    return connection


def _duplex(handle, out):
    connection = Connection(handle)
    connection._out = out
    return connection


def Pipe(duplex=True):
    reader, writer = os.pipe()
    if not duplex:
        return Connection(reader, writable=False), Connection(writer, readable=False)
    other_reader, other_writer = os.pipe()
    return _duplex(reader, other_writer), _duplex(other_reader, writer)


def wait(object_list, timeout=None):
    if timeout is not None and timeout < 0:
        timeout = 0
    objects = list(object_list)
    handles = [each if isinstance(each, int) else each.fileno() for each in objects]
    ready = _wait_readable(handles, timeout)
    return [each for each, handle in zip(objects, handles) if handle in ready]


def address_type(address):
    if type(address) is tuple:
        return "AF_INET"
    if type(address) is str and address.startswith("\\\\"):
        return "AF_PIPE"
    if type(address) is str:
        return "AF_UNIX"
    raise ValueError("address type of %r unrecognized" % address)  # @108


def _check_family(family):
    if family == "AF_PIPE":
        raise ValueError("Family %s is not recognized." % family)  # @88


_hosts = {"": "0.0.0.0", "localhost": "127.0.0.1"}
_unix_names = 0


def _arbitrary_address(family):
    global _unix_names
    if family == "AF_INET":
        return ("localhost", 0)
    if family == "AF_UNIX":
        _unix_names += 1
        return f"/tmp/pymp-{os.getpid():08x}/listener-{_unix_names:08x}"
    raise ValueError("unrecognized family")  # @81


def _dial(name):
    there, own_out = os.pipe()
    own, out_there = os.pipe()
    found = _call(name, there, out_there)
    os.close(there)
    os.close(out_there)
    if found:
        return own, own_out
    os.close(own)
    os.close(own_out)
    return None


class Listener:
    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        family = family or (address and address_type(address)) or default_family
        _check_family(family)
        address = address or _arbitrary_address(family)
        if family == "AF_INET":
            host, port = address
            host = _hosts.get(host, host)
            found = _listen(f"{port}", backlog)
            address = (host, port if found is None else found[1])
        else:
            found = _listen(address, backlog)
        if found is None:
            raise OSError(98, "Address already in use")
        self._handle = found[0]
        self._address = address
        self._last_accepted = None
        if authkey is not None and not isinstance(authkey, bytes):
            raise TypeError('authkey should be a byte string')  # @450
        self._authkey = authkey

    def accept(self):
        if self._handle is None:
            raise OSError('listener is closed')  # @461
        reader, writer, port = _accept(self._handle)
        if isinstance(self._address, tuple):
            self._last_accepted = ("127.0.0.1", port)
        connection = _duplex(reader, writer)
        if self._authkey:
            deliver_challenge(connection, self._authkey)  # @465
            answer_challenge(connection, self._authkey)  # @466
        return connection

    def close(self):
        handle, self._handle = self._handle, None
        if handle is not None:
            _unlisten(handle)

    def fileno(self):
        return self._handle

    @property
    def address(self):
        return self._address

    @property
    def last_accepted(self):
        return self._last_accepted

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def Client(address, family=None, authkey=None):
    family = family or address_type(address)
    _check_family(family)
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError('authkey should be a byte string')  # @504
    name = f"{address[1]}" if family == "AF_INET" else address
    ends = _dial(name)
    if ends is None:
        if family == "AF_INET":
            raise ConnectionRefusedError(111, "Connection refused")
        raise FileNotFoundError(2, "No such file or directory")
    connection = _duplex(*ends)
    if authkey is not None:
        answer_challenge(connection, authkey)  # @507
        deliver_challenge(connection, authkey)  # @508
    return connection


def _digest(authkey, message):
    import hmac

    return hmac.new(authkey, message, "md5").digest()


def deliver_challenge(connection, authkey):
    if not isinstance(authkey, bytes):
        raise ValueError("Authkey must be bytes, not {0!s}".format(type(authkey)))
    message = os.urandom(MESSAGE_LENGTH)
    connection.send_bytes(CHALLENGE + message)
    digest = _digest(authkey, message)
    if connection.recv_bytes(256) == digest:
        connection.send_bytes(WELCOME)
    else:
        connection.send_bytes(FAILURE)
        raise AuthenticationError('digest received was wrong')  # @744


def answer_challenge(connection, authkey):
    if not isinstance(authkey, bytes):
        raise ValueError("Authkey must be bytes, not {0!s}".format(type(authkey)))
    message = connection.recv_bytes(256)
    assert message.startswith(CHALLENGE), "message = %r" % message
    connection.send_bytes(_digest(authkey, message[len(CHALLENGE) :]))
    if connection.recv_bytes(256) != WELCOME:
        raise AuthenticationError('digest sent was rejected')  # @758
