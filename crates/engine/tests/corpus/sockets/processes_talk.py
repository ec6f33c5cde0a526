# A server in a process of its own, clients in others.
import multiprocessing
import socket


def serve(server, count):
    for _ in range(count):
        connection, _ = server.accept()
        with connection:
            connection.sendall(connection.recv(100)[::-1])


def ask(port, word, answers):
    with socket.create_connection(("localhost", port)) as connection:
        connection.sendall(word)
        answers.put(connection.recv(100))


if __name__ == "__main__":
    server = socket.create_server(("127.0.0.1", 0))
    serving = multiprocessing.Process(target=serve, args=(server, 3))
    serving.start()
    answers = multiprocessing.Queue()
    port = server.getsockname()[1]
    asking = [multiprocessing.Process(target=ask, args=(port, word, answers)) for word in (b"abc", b"def", b"ghi")]
    for process in asking:
        process.start()
    print(sorted(answers.get() for _ in asking))
    for process in [serving, *asking]:
        process.join()
        print(process.exitcode)
