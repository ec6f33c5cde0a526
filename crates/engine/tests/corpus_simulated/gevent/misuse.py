import gevent
from gevent import Timeout
from gevent.event import AsyncResult, Event
from gevent.hub import Waiter
from gevent.pool import Pool
from gevent.queue import Queue


def attempt(function):
    try:
        print("gave", function())
    except BaseException as error:
        print(type(error).__name__ + ":", str(error).split(" at 0x")[0])


attempt(lambda: gevent.spawn(5))
attempt(lambda: gevent.spawn_later(0.01))
attempt(lambda: gevent.spawn_raw(5))
attempt(lambda: gevent.Greenlet().rawlink(5))
attempt(lambda: gevent.Greenlet().link(5))
attempt(lambda: Event().rawlink(None))
attempt(lambda: gevent.joinall([]))
attempt(lambda: gevent.killall([]))
attempt(lambda: gevent.wait([], timeout=0.01))
attempt(lambda: gevent.joinall([1]))
attempt(lambda: Queue("x"))
attempt(lambda: gevent.get_hub().loop.run_callback(None) and None)
attempt(lambda: gevent.sleep("x"))
attempt(lambda: gevent.get_hub().loop.timer(0.1, repeat=-1.0))
attempt(lambda: gevent.get_hub().loop.timer(0.1).start(5))
attempt(lambda: Pool(2).spawn())
attempt(lambda: Pool("x"))
attempt(lambda: AsyncResult().set_exception(ValueError("v")))
attempt(lambda: gevent.with_timeout(0.01, 5))
attempt(lambda: gevent.sleep(-1))
waiter = Waiter()
waiter.switch(3)
print(waiter.ready(), waiter.successful(), waiter.get())
waiter = Waiter()
waiter.throw(ValueError("thrown"))
attempt(waiter.get)
never_started = gevent.Greenlet(print, "never")
print(never_started.join(timeout=0.01), never_started.dead)
attempt(lambda: never_started.get(timeout=0.01))
never_started.kill()
print(never_started.dead, repr(never_started.value))
never_started.start()
gevent.sleep(0.01)
