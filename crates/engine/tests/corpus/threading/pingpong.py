import threading

ping, pong = threading.Lock(), threading.Lock()
pong.acquire()


def player(word, mine, other):
    for i in range(3):
        mine.acquire()
        print(word, i)
        other.release()


a = threading.Thread(target=player, args=("ping", ping, pong))
b = threading.Thread(target=player, args=("pong", pong, ping))
b.start()
a.start()
a.join()
b.join()
