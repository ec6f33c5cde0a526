import sched
import time

scheduler = sched.scheduler(time.time, time.sleep)
started = time.time()


def say(text, mark="."):
    print(text + mark)


scheduler.enter(0.3, 1, say, argument=("third",))
scheduler.enter(0.1, 1, say, ("first",), {"mark": "!"})
late = scheduler.enter(0.2, 2, say, ("second, lower priority",))
scheduler.enter(0.2, 1, say, kwargs={"text": "second"})
dropped = scheduler.enter(0.25, 1, say, ("never",))
scheduler.cancel(dropped)
print(len(scheduler.queue), scheduler.empty(), [event.priority for event in scheduler.queue])
scheduler.run()
print(scheduler.empty(), 0.29 < time.time() - started < 0.6)
try:
    scheduler.cancel(dropped)
except ValueError:
    print("already gone")


def repeat(times):
    say(f"tick {times}")
    if times > 1:
        scheduler.enter(0.1, 1, repeat, (times - 1,))


scheduler.enterabs(time.time() + 0.1, 1, repeat, (3,))
print(scheduler.run(blocking=False) > 0)
scheduler.run()
default = sched.scheduler()
default.enter(0.05, 1, print, ("by the default clock",))
default.run()
event = sched.Event(1, 2, 3, print, (), {})
print(event.time, event.priority, event._fields)
