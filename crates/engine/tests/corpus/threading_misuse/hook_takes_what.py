import threading


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


told(threading.excepthook)
told(threading.excepthook, 5)
told(threading.ExceptHookArgs, 5)
told(threading.ExceptHookArgs, (1, 2))
args = threading.ExceptHookArgs([ValueError, ValueError("v"), None, None])
print(args.exc_type, args.exc_value, args.exc_traceback, args.thread, len(args), args[1])
told(threading.stack_size, -1)
told(threading.stack_size, 100)
told(threading.stack_size, "big")
print(threading.stack_size(), threading.stack_size(262144), threading.stack_size(0))
