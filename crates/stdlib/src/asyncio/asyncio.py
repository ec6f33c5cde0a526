"""`asyncio`: what a script sees of the package."""

import threading as _threading
from asyncio import base_events, base_futures, constants, coroutines, events, exceptions
from asyncio import format_helpers, futures, locks, log, mixins, protocols, queues, runners, streams, tasks, threads
from asyncio import subprocess, transports, unix_events
from asyncio.base_events import BaseEventLoop
from asyncio.coroutines import iscoroutine, iscoroutinefunction
from asyncio.events import (
    AbstractEventLoop,
    AbstractEventLoopPolicy,
    AbstractServer,
    Handle,
    TimerHandle,
    _get_running_loop,
    _set_running_loop,
    get_child_watcher,
    get_event_loop,
    get_event_loop_policy,
    get_running_loop,
    new_event_loop,
    set_child_watcher,
    set_event_loop,
    set_event_loop_policy,
)
from asyncio.exceptions import (
    BrokenBarrierError,
    CancelledError,
    IncompleteReadError,
    InvalidStateError,
    LimitOverrunError,
    SendfileNotAvailableError,
    TimeoutError,
)
from asyncio.futures import Future, isfuture, wrap_future
from asyncio.locks import BoundedSemaphore, Condition, Event, Lock, Semaphore
from asyncio.protocols import BaseProtocol, BufferedProtocol, DatagramProtocol, Protocol, SubprocessProtocol
from asyncio.queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull
from asyncio.runners import Runner, run
from asyncio.streams import (
    StreamReader,
    StreamReaderProtocol,
    StreamWriter,
    open_connection,
    open_unix_connection,
    start_server,
    start_unix_server,
)
from asyncio.subprocess import create_subprocess_exec, create_subprocess_shell
from asyncio.tasks import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    Task,
    all_tasks,
    as_completed,
    create_task,
    current_task,
    ensure_future,
    gather,
    run_coroutine_threadsafe,
    shield,
    sleep,
    wait,
    wait_for,
)
from asyncio.threads import to_thread
from asyncio.transports import (
    BaseTransport,
    DatagramTransport,
    ReadTransport,
    SubprocessTransport,
    Transport,
    WriteTransport,
)
from asyncio.unix_events import DefaultEventLoopPolicy, SelectorEventLoop

if _threading._version() <= 10:
    from asyncio.coroutines import coroutine

    del Runner
if _threading._version() >= 11:
    from asyncio import taskgroups, timeouts
    from asyncio.locks import Barrier
    from asyncio.taskgroups import TaskGroup
    from asyncio.timeouts import Timeout, timeout, timeout_at
if _threading._version() >= 12:
    from asyncio.tasks import create_eager_task_factory, eager_task_factory
if _threading._version() >= 13:
    from asyncio.queues import QueueShutDown

    EventLoop = SelectorEventLoop
