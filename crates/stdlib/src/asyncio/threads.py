"""`asyncio.threads`: a function in a thread of the loop's pool."""

import contextvars
import functools
from asyncio import events


async def to_thread(func, /, *args, **kwargs):  # @12
    loop = events.get_running_loop()
    context = contextvars.copy_context()
    call = functools.partial(context.run, func, *args, **kwargs)
    return await loop.run_in_executor(None, call)  # @25
