# Servers of the script itself, on the machine's own addresses: they are asked over its sockets, with HTTP as it is on the
# wire. A thread asks through `socket`, a task through asyncio's streams.


class Locally:
    "A request to a server of the machine itself, yielded by an exchange for its driver to make."

    def __init__(self, method, target, headers, body, limits):
        self.target = target
        self.limits = limits
        self.method = method
        lines = [f"{method} {target.selector()} HTTP/1.1"]
        named = {name.lower() for name, _ in headers}
        if "host" not in named:
            lines.append(f"Host: {target.host}:{target.port}")
        if "content-length" not in named and (body or method in ("POST", "PUT", "PATCH")):
            lines.append(f"Content-Length: {len(body)}")
        lines += [f"{name}: {value}" for name, value in headers if name.lower() != "connection"]
        lines.append("Connection: close")
        self.words = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body

    def _left_s(self, own_ns):
        known = [own_ns] if own_ns is not None else []
        if self.limits.deadline_ns is not None:
            known.append(max(self.limits.deadline_ns - _now_ns(), 1))
        return min(known) / 1e9 if known else None

    def by_thread(self):
        import socket

        place = ("127.0.0.1" if self.target.host in _LOCAL else self.target.host, self.target.port)
        received = b""
        kind = "connect timeout"
        try:
            with socket.create_connection(place, timeout=self._left_s(self.limits.connect_ns)) as connection:
                kind = "read timeout"
                connection.settimeout(self._left_s(self.limits.read_ns))
                connection.sendall(self.words)
                while not _is_whole(received, self.method):
                    piece = connection.recv(PIECE_BYTES)
                    if not piece:
                        break
                    received += piece
        except ConnectionRefusedError:
            raise Failure("connect", REFUSED) from None
        except ConnectionError:
            raise Failure("closed", RESET) from None
        except TimeoutError:
            raise Failure(kind) from None
        return _parsed(received, self.method)

    async def by_task(self):
        import asyncio

        place = "127.0.0.1" if self.target.host in _LOCAL else self.target.host
        received = b""
        kind = "connect timeout"
        writer = None
        try:
            opening = asyncio.open_connection(place, self.target.port)
            reader, writer = await asyncio.wait_for(opening, self._left_s(self.limits.connect_ns))
            kind = "read timeout"
            writer.write(self.words)
            await writer.drain()
            while not _is_whole(received, self.method):
                piece = await asyncio.wait_for(reader.read(PIECE_BYTES), self._left_s(self.limits.read_ns))
                if not piece:
                    break
                received += piece
        except ConnectionRefusedError:
            raise Failure("connect", REFUSED) from None
        except ConnectionError:
            raise Failure("closed", RESET) from None
        except (TimeoutError, asyncio.TimeoutError):
            late = self.limits.deadline_ns is not None and _now_ns() >= self.limits.deadline_ns
            raise Failure("total timeout" if late else kind) from None
        finally:
            if writer is not None:
                writer.close()
        return _parsed(received, self.method)


def _head_of(received):
    head, blank, rest = received.partition(b"\r\n\r\n")
    if not blank:
        return None, None, received
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = []
    for line in lines:
        name, _, value = line.partition(":")
        headers.append((name.strip(), value.strip()))
    return first, headers, rest


def _value(headers, wanted):
    for name, value in headers:
        if name.lower() == wanted:
            return value
    return None


def _is_whole(received, method):
    "Whether nothing more has to come; an answer without a length ends with its connection."
    first, headers, rest = _head_of(received)
    if first is None:
        return False
    status = first.split(" ")[1]
    if method == "HEAD" or status in ("204", "304"):
        return True
    if (_value(headers, "transfer-encoding") or "").lower() == "chunked":
        return rest.endswith(b"0\r\n\r\n")
    length = _value(headers, "content-length")
    return length is not None and len(rest) >= int(length)


def _parsed(received, method):
    first, headers, rest = _head_of(received)
    if first is None:
        raise Failure("closed", RESET)
    _, status, reason = (first.split(" ", 2) + [""])[:3]
    if (_value(headers, "transfer-encoding") or "").lower() == "chunked":
        body = b""
        while rest:
            size, _, rest = rest.partition(b"\r\n")
            count = int(size.partition(b";")[0] or b"0", 16)
            body += rest[:count]
            rest = rest[count + 2 :]
        rest = body
    length = _value(headers, "content-length")
    if length is not None:
        rest = rest[: int(length)]
    return int(status), reason, headers, b"" if method == "HEAD" else rest
