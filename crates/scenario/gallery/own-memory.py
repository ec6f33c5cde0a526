# A process has its own memory: what it changes stays there, unless a queue, a pipe or a manager carries it.
import multiprocessing

STEP = 100  #@param {type:"integer", min:1, max:1000}

total = 1


def change():
    global total
    total += STEP
    print("child sees", total)


def by_queue(queue):
    queue.put("carried by a queue")


def by_pipe(end):
    end.send({"carried by": "a pipe"})
    end.close()


def by_manager(shared, queue):
    shared["carried by"] = "a manager's dict"
    queue.put("carried by a manager's queue")


def into(queue):
    queue.put("never arrives")


def in_a_child(target, *args):
    child = multiprocessing.Process(target=target, args=args)
    child.start()
    child.join()


if __name__ == "__main__":
    in_a_child(change)
    print("parent sees", total)

    queue = multiprocessing.Queue()
    in_a_child(by_queue, queue)
    print(queue.get())

    mine, yours = multiprocessing.Pipe()
    in_a_child(by_pipe, yours)
    print(mine.recv())

    with multiprocessing.Manager() as manager:
        shared, shared_queue = manager.dict(), manager.Queue()
        in_a_child(by_manager, shared, shared_queue)
        print(dict(shared), shared_queue.get())

    with multiprocessing.Pool(1) as pool:
        try:
            pool.apply(into, (queue,))
        except RuntimeError as error:
            print("a pool's task can't take a plain queue:")
            print(error)
