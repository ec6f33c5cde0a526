# Listener and Client: messages between processes by address, with a key.
from multiprocessing import AuthenticationError, Process, Queue
from multiprocessing.connection import Client, Listener


def call(address, told):
    with Client(address, authkey=b"secret") as connection:
        print(connection.recv())
        connection.send([1, 2])
        told.put(connection.recv_bytes())


def call_wrongly(address, told):
    try:
        Client(address, authkey=b"guess")
    except AuthenticationError as error:
        told.put(str(error))


if __name__ == "__main__":
    told = Queue()
    with Listener(("localhost", 0), authkey=b"secret") as listener:
        print(listener.address[0])
        process = Process(target=call, args=(listener.address, told))
        process.start()
        with listener.accept() as connection:
            connection.send({"hello": "client"})
            print(sum(connection.recv()))
            connection.send_bytes(b"done")
        print(told.get())
        process.join()
        process = Process(target=call_wrongly, args=(listener.address, told))
        process.start()
        try:
            listener.accept()
        except AuthenticationError as error:
            print(error)
        print(told.get())
        process.join()
        address = listener.address
    try:
        Client(address)
    except ConnectionRefusedError as error:
        print(error)
