# Pipe: both ways, one way, EOFError after the other end is closed, bytes, poll.
from multiprocessing import Pipe, Process


def child(connection):
    connection.send([42, None, "hello"])
    print(connection.recv())
    connection.send_bytes(b"raw bytes")
    connection.close()


if __name__ == "__main__":
    here, there = Pipe()
    process = Process(target=child, args=(there,))
    process.start()
    there.close()
    print(here.recv())
    here.send({"reply": True})
    process.join()
    print(here.poll(), here.recv_bytes())
    try:
        here.recv()
    except EOFError as error:
        print(repr(error))
    here.close()
    print(here.closed)
    try:
        here.send(1)
    except OSError as error:
        print(error)
    reader, writer = Pipe(duplex=False)
    print(reader.readable, reader.writable, writer.readable, writer.writable)
    for call in (lambda: reader.send(1), writer.recv):
        try:
            call()
        except OSError as error:
            print(error)
    print(reader.poll(), reader.poll(0.05))
    writer.send(1)
    print(reader.poll(), reader.recv())
    writer.send_bytes(b"0123456789", 2, 5)
    print(reader.recv_bytes())
    writer.send_bytes(b"0123456789")
    try:
        reader.recv_bytes(4)
    except OSError as error:
        print(error)
    try:
        writer.send(2)
    except BrokenPipeError as error:
        print(error)
