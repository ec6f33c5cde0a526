# Rule 44: spawn only schedules; who was spawned first runs first.
import gevent


def work(name, steps):
    for step in range(steps):
        print(name, step)
        gevent.sleep(0)
    return name


print("before")
greenlets = [gevent.spawn(work, "a", 3), gevent.spawn(work, "b", 2), gevent.spawn(work, "c", 1)]
print("spawned")
done = gevent.joinall(greenlets)
print([g.value for g in done])
print([g.value for g in greenlets])
print([g.successful() for g in greenlets], [g.ready() for g in greenlets], [g.dead for g in greenlets])
