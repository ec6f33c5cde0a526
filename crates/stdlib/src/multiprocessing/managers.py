"""`multiprocessing.managers`: objects of a server process, and their proxies in others.

A real server with a thread for each client, as in CPython's Lib/multiprocessing/managers.py, so that costs and orders come
out; objects live as long as their server. A comment `# @n` names the line that CPython 3.11 shows in tracebacks.
(Over 400 lines because server, manager and proxies are one protocol.)
"""

import array
import queue
import signal
import sys
import threading
import time
from traceback import format_exc
from types import GenericAlias

from multiprocessing import connection, context, pool, process, util
from multiprocessing._errors import ProcessError

__all__ = ["BaseManager", "SyncManager", "BaseProxy", "Token"]

_VIEWS = (type({}.keys()), type({}.values()), type({}.items()))


class Token:
    __slots__ = ("typeid", "address", "id")

    def __init__(self, typeid, address, id):
        self.typeid = typeid
        self.address = address
        self.id = id

    def __getstate__(self):
        return (self.typeid, self.address, self.id)

    def __setstate__(self, state):
        self.typeid, self.address, self.id = state

    def __repr__(self):
        kind = type(self).__name__
        return "%s(typeid=%r, address=%r, id=%r)" % (kind, self.typeid, self.address, self.id)


def dispatch(c, id, methodname, args=(), kwds={}):
    c.send((id, methodname, args, kwds))
    kind, result = c.recv()
    if kind == "#RETURN":
        return result
    raise convert_to_error(kind, result)  # @93


def convert_to_error(kind, result):
    if kind == "#ERROR":
        return result
    if kind == "#TRACEBACK":
        return RemoteError(result)
    if kind == "#UNSERIALIZABLE":
        return RemoteError("Unserializable message: %s\n" % result)
    return ValueError("Unrecognized message type {!r}".format(kind))


class RemoteError(Exception):
    def __str__(self):
        line = "-" * 75
        return "\n" + line + "\n" + str(self.args[0]) + line


def public_methods(obj):
    return [name for name in dir(obj) if name[0] != "_" and callable(getattr(obj, name))]


class Server:
    public = ["shutdown", "create", "accept_connection", "get_methods", "debug_info", "number_of_objects", "dummy"]

    def __init__(self, registry, address, authkey, serializer):
        if not isinstance(authkey, bytes):
            raise TypeError("Authkey {0!r} is type {1!s}, not bytes".format(authkey, type(authkey)))
        self.registry = registry
        self.authkey = process.AuthenticationString(authkey)
        # The threads of the clients authenticate them.
        self.listener = connection.Listener(address=address, backlog=16)
        self.address = self.listener.address
        self.id_to_obj = {}
        self.mutex = threading._inner_lock(None)
        self.stop_event = threading._InnerEvent()

    def serve_forever(self):
        process.current_process()._manager_server = self
        try:
            threading.Thread(target=self.accepter, daemon=True).start()
            try:
                self.stop_event.wait()
            except (KeyboardInterrupt, SystemExit):
                pass
        finally:
            sys.exit(0)

    def accepter(self):
        while True:
            client = self.listener.accept()
            threading.Thread(target=self.handle_request, args=(client,), daemon=True).start()

    def handle_request(self, conn):
        try:
            self._handle_request(conn)
        except SystemExit:
            pass
        finally:
            conn.close()

    def _handle_request(self, c):
        try:
            connection.deliver_challenge(c, self.authkey)
            connection.answer_challenge(c, self.authkey)
            ignored, name, args, kwds = c.recv()
            assert name in self.public, "%r unrecognized" % name
            function = getattr(self, name)
            message = ("#RETURN", function(c, *args, **kwds))
        except Exception:
            message = ("#TRACEBACK", format_exc())
        try:
            c.send(message)
        except Exception as error:
            util.info("Failure to send message: %r", message)
            util.info(" ... exception was %r", error)

    def serve_client(self, conn):
        util.debug("starting server thread to service %r", threading.current_thread().name)
        while not self.stop_event.is_set():
            try:
                request = conn.recv()
            except (EOFError, OSError):
                util.debug("got EOF -- exiting thread serving %r", threading.current_thread().name)
                sys.exit(0)
            message = self._answer(conn, *request)
            try:
                conn.send(message)
            except Exception:
                conn.send(("#UNSERIALIZABLE", format_exc()))

    def _answer(self, conn, ident, methodname, args, kwds):
        try:
            obj, exposed, gettypeid = self.id_to_obj[ident]
            if methodname not in exposed:
                fallback = self._fallbacks.get(methodname)
                if fallback is not None:
                    return ("#RETURN", fallback(obj))
                raise AttributeError(  # @265
                    "method %r of %r object is not in exposed=%r" % (methodname, type(obj), exposed)
                )
            function = getattr(obj, methodname)
        except Exception:
            return ("#TRACEBACK", format_exc())
        try:
            result = function(*args, **kwds)
        except Exception as error:
            return ("#ERROR", error)
        typeid = gettypeid and gettypeid.get(methodname, None)
        if typeid:
            ident, exposed = self.create(conn, typeid, result)
            return ("#PROXY", (exposed, Token(typeid, self.address, ident)))
        if isinstance(result, _VIEWS):
            result = list(result)
        return ("#RETURN", result)

    _fallbacks = {"__str__": str, "__repr__": repr, "#GETVALUE": lambda obj: obj}

    def dummy(self, c):
        pass

    def debug_info(self, c):
        with self.mutex:
            return "\n".join(
                "  %s:       refcount=1\n    %s" % (ident, str(self.id_to_obj[ident][0])[:75])
                for ident in sorted(self.id_to_obj)
            )

    def number_of_objects(self, c):
        return len(self.id_to_obj)

    def shutdown(self, c):
        util.debug("manager received shutdown message")
        c.send(("#RETURN", None))
        self.stop_event.set()

    def create(self, c, typeid, /, *args, **kwds):
        with self.mutex:
            function, exposed, method_to_typeid, proxytype = self.registry[typeid]
            if function is None:
                if kwds or len(args) != 1:
                    raise ValueError("Without callable, must have one non-keyword argument")
                obj = args[0]
            else:
                obj = function(*args, **kwds)
            if exposed is None:
                exposed = public_methods(obj)
            if method_to_typeid is not None:
                exposed = list(exposed) + list(method_to_typeid)
            ident = "%x" % id(obj)
            util.debug("%r callable returned object with id %r", typeid, ident)
            self.id_to_obj[ident] = (obj, set(exposed), method_to_typeid)
        return ident, tuple(exposed)

    def get_methods(self, c, token):
        return tuple(self.id_to_obj[token.id][1])

    def accept_connection(self, c, name):
        threading.current_thread().name = name
        c.send(("#RETURN", None))
        self.serve_client(c)


class State:
    __slots__ = ["value"]
    INITIAL = 0
    STARTED = 1
    SHUTDOWN = 2


class BaseManager:
    _registry = {}
    _Server = Server

    def __init__(self, address=None, authkey=None, serializer="pickle", ctx=None, *, shutdown_timeout=1.0):
        if authkey is None:
            authkey = process.current_process().authkey
        self._address = address
        self._authkey = process.AuthenticationString(authkey)
        self._state = State()
        self._state.value = State.INITIAL
        self._serializer = serializer
        self._process = None
        self._ctx = ctx or context._default_context.get_context()
        self._shutdown_timeout = shutdown_timeout

    def _check_initial(self):
        if self._state.value == State.STARTED:
            raise ProcessError("Already started server")
        if self._state.value == State.SHUTDOWN:
            raise ProcessError("Manager has shut down")

    def get_server(self):
        self._check_initial()
        return self._Server(self._registry, self._address, self._authkey, self._serializer)

    def connect(self):
        conn = connection.Client(self._address, authkey=self._authkey)  # @532
        dispatch(conn, None, "dummy")  # @533
        self._state.value = State.STARTED

    def start(self, initializer=None, initargs=()):
        self._check_initial()
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')  # @550
        reader, writer = connection.Pipe(duplex=False)
        self._process = self._ctx.Process(
            target=type(self)._run_server,
            args=(self._registry, self._address, self._authkey, self._serializer, writer, initializer, initargs),
        )
        ident = ":".join(str(number) for number in self._process._identity)
        self._process.name = type(self).__name__ + "-" + ident
        self._process.start()  # @563
        writer.close()
        self._address = reader.recv()  # @567
        reader.close()
        self._state.value = State.STARTED
        self.shutdown = util.Finalize(self, self._finalize, exitpriority=0)

    @classmethod
    def _run_server(cls, registry, address, authkey, serializer, writer, initializer=None, initargs=()):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if initializer is not None:
            initializer(*initargs)  # @588
        server = cls._Server(registry, address, authkey, serializer)  # @591
        writer.send(server.address)
        writer.close()
        util.info("manager serving at %r", server.address)
        server.serve_forever()

    def _create(self, typeid, /, *args, **kwds):
        assert self._state.value == State.STARTED, 'server not yet started'  # @606
        conn = connection.Client(self._address, authkey=self._authkey)  # @607
        try:
            id, exposed = dispatch(conn, None, 'create', (typeid,)+args, kwds)  # @609
        finally:
            conn.close()
        return Token(typeid, self._address, id), exposed

    def _ask(self, question):
        conn = connection.Client(self._address, authkey=self._authkey)
        try:
            return dispatch(conn, None, question)
        finally:
            conn.close()

    def join(self, timeout=None):
        if self._process is not None:
            self._process.join(timeout)
            if not self._process.is_alive():
                self._process = None

    def _debug_info(self):
        return self._ask("debug_info")

    def _number_of_objects(self):
        return self._ask("number_of_objects")

    def __enter__(self):
        if self._state.value == State.INITIAL:
            self.start()
        if self._state.value == State.SHUTDOWN:
            raise ProcessError("Manager has shut down")  # @650
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown()

    def _finalize(self):
        server = self._process
        if server is not None and server.is_alive():
            util.info("sending shutdown message to manager")
            try:
                self._ask("shutdown")
            except Exception:
                pass
            server.join(timeout=self._shutdown_timeout)
            if server.is_alive():
                util.info("manager still alive")
                server.terminate()
                server.join(timeout=self._shutdown_timeout)
        self._state.value = State.SHUTDOWN
        BaseProxy._address_to_local.pop(self._address, None)

    def __reduce__(self):
        return type(self)._rebuild, (self._address, None, self._serializer)

    @classmethod
    def _rebuild(cls, address, authkey, serializer):
        manager = cls(address, authkey, serializer)
        manager._state.value = State.STARTED
        return manager

    @property
    def address(self):
        return self._address

    @classmethod
    def register(
        cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True
    ):
        if "_registry" not in cls.__dict__:
            cls._registry = cls._registry.copy()
        if proxytype is None:
            proxytype = AutoProxy
        exposed = exposed or getattr(proxytype, "_exposed_", None)
        method_to_typeid = method_to_typeid or getattr(proxytype, "_method_to_typeid_", None)
        if method_to_typeid:
            for key, value in method_to_typeid.items():
                assert type(key) is str, "%r is not a string" % key
                assert type(value) is str, "%r is not a string" % value
        cls._registry[typeid] = (callable, exposed, method_to_typeid, proxytype)
        if create_method:

            def temp(self, /, *args, **kwds):
                util.debug("requesting creation of a shared %r object", typeid)
                token, exp = self._create(typeid, *args, **kwds)  # @725
                return proxytype(token, self._serializer, manager=self, authkey=self._authkey, exposed=exp)

            temp.__name__ = typeid
            setattr(cls, typeid, temp)


class BaseProxy:
    # The connections to a server, a thread's own each.
    _address_to_local = {}

    def __init__(self, token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
        local = BaseProxy._address_to_local.get(token.address)
        if local is None:
            local = BaseProxy._address_to_local[token.address] = util.ForkAwareLocal()
        self._tls = local
        self._token = token
        self._id = token.id
        self._manager = manager
        self._serializer = serializer
        self._owned_by_manager = manager_owned
        if authkey is not None:
            self._authkey = process.AuthenticationString(authkey)
        elif manager is not None:
            self._authkey = manager._authkey
        else:
            self._authkey = process.current_process().authkey
        util.register_after_fork(self, BaseProxy._after_fork)

    def _after_fork(self):
        self._manager = None

    def _connect(self):
        util.debug("making connection to manager")
        name = process.current_process().name
        thread = threading.current_thread().name
        if thread != "MainThread":
            name += "|" + thread
        conn = connection.Client(self._token.address, authkey=self._authkey)  # @805
        dispatch(conn, None, 'accept_connection', (name,))  # @806
        self._tls.connection = conn

    def _callmethod(self, methodname, args=(), kwds={}):
        try:
            conn = self._tls.connection
        except AttributeError:
            util.debug("thread %r does not own a connection", threading.current_thread().name)
            self._connect()  # @818
            conn = self._tls.connection
        conn.send((self._id, methodname, args, kwds))  # @820
        kind, result = conn.recv()  # @821
        if kind == "#RETURN":
            return result
        if kind == "#PROXY":
            exposed, token = result
            proxytype = self._manager._registry[token.typeid][-1]
            token.address = self._token.address
            return proxytype(token, self._serializer, manager=self._manager, authkey=self._authkey, exposed=exposed)
        raise convert_to_error(kind, result)  # @837

    def _getvalue(self):
        return self._callmethod('#GETVALUE')  # @843

    def __reduce__(self):
        kwds = {}
        if context.get_spawning_popen() is not None:
            kwds["authkey"] = self._authkey
        if getattr(self, "_isauto", False):
            kwds["exposed"] = self._exposed_
            return (RebuildProxy, (AutoProxy, self._token, self._serializer, kwds))
        return (RebuildProxy, (type(self), self._token, self._serializer, kwds))

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        return "<%s object, typeid %r at %#x>" % (type(self).__name__, self._token.typeid, id(self))

    def __str__(self):
        try:
            return self._callmethod("__repr__")
        except Exception:
            return repr(self)[:-1] + "; '__str__()' failed>"


def RebuildProxy(func, token, serializer, kwds):
    server = getattr(process.current_process(), "_manager_server", None)
    if server and server.address == token.address:
        kwds["manager_owned"] = True
    return func(token, serializer, **kwds)


def _forward(name):
    def method(self, /, *args, **kwds):
        return self._callmethod(name, args, kwds)  # @2

    method.__name__ = method.__qualname__ = name
    return method


_proxy_types = {}


def MakeProxyType(name, exposed):
    exposed = tuple(exposed)
    kind = _proxy_types.get((name, exposed))
    if kind is None:
        kind = type(name, (BaseProxy,), {method: _forward(method) for method in exposed})
        kind._exposed_ = exposed
        _proxy_types[(name, exposed)] = kind
    return kind


def AutoProxy(token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
    if exposed is None:
        conn = connection.Client(token.address, authkey=authkey)
        try:
            exposed = dispatch(conn, None, 'get_methods', (token,))  # @984
        finally:
            conn.close()
    if authkey is None and manager is not None:
        authkey = manager._authkey
    if authkey is None:
        authkey = process.current_process().authkey
    kind = MakeProxyType("AutoProxy[%s]" % token.typeid, exposed)
    proxy = kind(token, serializer, manager=manager, authkey=authkey, manager_owned=manager_owned)
    proxy._isauto = True
    return proxy
