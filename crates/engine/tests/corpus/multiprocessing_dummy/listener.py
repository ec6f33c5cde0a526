# Listener and Client of multiprocessing.dummy.connection, between two threads.
import threading
from multiprocessing.dummy.connection import Client, Listener

with Listener() as listener:

    def serve():
        with listener.accept() as connection:
            while True:
                word = connection.recv()
                if word is None:
                    break
                connection.send(word.upper())

    server = threading.Thread(target=serve)
    server.start()
    client = Client(listener.address)
    for word in ("one", "two"):
        client.send(word)
        print(client.recv())
    client.send(None)
    server.join()
print(listener.address)
