//! Modules that are somewhere, though not here: CPython's own and well-known packages. A script that imports one of
//! them is told before it runs; any other missing module is a ModuleNotFoundError, as it would be anywhere.

/// CPython 3.11's `sys.stdlib_module_names` on Linux, save for private ones and those that scripts do not import.
const STANDARD: &str = "\
    abc argparse array ast asynchat asyncore atexit base64 binascii bisect bz2 \
    cProfile calendar cgi cmath cmd code codecs codeop collections colorsys compileall concurrent \
    configparser contextlib contextvars copy copyreg csv ctypes curses dataclasses datetime dbm decimal \
    difflib dis distutils doctest email encodings ensurepip enum errno faulthandler fcntl filecmp \
    fileinput fnmatch fractions ftplib functools gc getopt getpass gettext glob graphlib grp \
    hashlib heapq hmac html http imaplib imp importlib inspect io ipaddress itertools json keyword \
    linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder \
    multiprocessing netrc numbers operator optparse os pathlib pickle pickletools pipes pkgutil \
    platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyexpat \
    queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors \
    shelve shlex shutil signal site smtpd smtplib socket socketserver sqlite3 ssl stat statistics string \
    stringprep struct subprocess symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile \
    termios textwrap threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc \
    tty turtle types typing unittest urllib uuid venv warnings wave weakref webbrowser \
    wsgiref xml xmlrpc zipapp zipfile zipimport zoneinfo _thread";

/// Import names of packages that scripts about concurrency use.
const PACKAGES: &str = "\
    aiofiles aiohttp aiomysql aiopg aioredis aiosqlite aiozmq alembic anyio apscheduler arrow asyncpg \
    attr attrs backoff billiard bokeh boto3 botocore bottle bs4 celery certifi chardet cherrypy click \
    colorama coloredlogs cryptography curio cv2 dask dateutil discord django docker eventlet faker \
    fastapi feedparser flask gevent.ares gevent.backdoor gevent.events gevent.fileobject \
    gevent.resolver gevent.selectors gevent.ssl \
    grpc gunicorn h5py httplib2 httpx huey humanize imageio jax \
    jinja2 joblib jwt kafka keras kombu librosa lightgbm loguru lxml markdown matplotlib mechanize mock \
    monotonic mpi4py msgpack multiprocess munch mypy mysql nacl natsort networkx nltk numba numexpr \
    numpy openpyxl orjson paho pandas paramiko pathos patsy peewee pexpect pika PIL plotly pp \
    prometheus_client psutil psycopg2 pyarrow pycurl pydantic pygame pygments pymongo pymysql pyperclip \
    PyQt4 PyQt5 PyQt6 pyspark pytest pytz quart ray redis regex requests rich rq sanic scapy scipy \
    scrapy seaborn selenium sentry_sdk serial setproctitle shapely simpy skimage sklearn slack socketio \
    spacy sqlalchemy starlette statsmodels stem structlog sympy tabulate telegram tenacity tensorflow \
    termcolor thrift torch torchvision tornado tqdm transformers treq trio twisted txaio typer tzlocal \
    ujson uvicorn uvloop websocket websockets werkzeug wx xgboost xlrd xlsxwriter yaml yarl zmq zope";

/// Whether the module of this dotted name is likely to be there for others: its first part is known.
pub(crate) fn is_elsewhere(name: &str) -> bool {
    let top = name.split('.').next().unwrap_or(name);
    let mut known = STANDARD.split(' ').chain(PACKAGES.split(' '));
    known.any(|module| module == top || module == name)
}

#[cfg(test)]
mod tests {
    use super::is_elsewhere;

    #[test]
    fn what_others_have_is_known() {
        assert!(is_elsewhere("numpy.linalg"));
        assert!(is_elsewhere("sqlite3"));
        assert!(is_elsewhere("zope"));
        assert!(!is_elsewhere("no_such_module"));
        assert!(!is_elsewhere("winreg"));
    }
}
