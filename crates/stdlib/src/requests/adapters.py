"""`HTTPAdapter`: one request over the connections that a session keeps.
"""

import _network
import datetime
from requests.cookies import RequestsCookieJar
from requests.exceptions import ConnectionError, ConnectTimeout, InvalidSchema, ReadTimeout, RetryError
from requests.models import Response
from requests.structures import CaseInsensitiveDict
from requests.utils import get_encoding_from_headers
import urllib3
from urllib3.exceptions import ConnectTimeoutError, MaxRetryError, NewConnectionError, ProtocolError, ReadTimeoutError, ResponseError
from urllib3.util.retry import Retry
from urllib3.util.timeout import Timeout

DEFAULT_POOLBLOCK = False
DEFAULT_POOLSIZE = 10
DEFAULT_RETRIES = 0


class BaseAdapter:
    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        raise NotImplementedError

    def close(self):
        raise NotImplementedError


def _timeout(value):
    if isinstance(value, tuple):
        try:
            connect, read = value
        except ValueError:
            raise ValueError(
                f"Invalid timeout {value}. Pass a (connect, read) timeout tuple, or a single float to set both timeouts to the same value."
            ) from None
        return Timeout(connect=connect, read=read)
    if isinstance(value, Timeout):
        return value
    for given in (value,):
        if given is not None and (isinstance(given, bool) or given <= 0):
            raise ValueError(f"Attempted to set connect timeout to {given}, but the timeout cannot be set to a value less than or equal to 0.")
    return Timeout(connect=value, read=value)


class HTTPAdapter(BaseAdapter):
    def __init__(self, pool_connections=DEFAULT_POOLSIZE, pool_maxsize=DEFAULT_POOLSIZE, max_retries=DEFAULT_RETRIES, pool_block=DEFAULT_POOLBLOCK):
        self.max_retries = Retry(0, read=False) if max_retries == 0 else Retry.from_int(max_retries)
        self._pool_connections = pool_connections
        self._pool_maxsize = pool_maxsize
        self._kept = _network.Pool()

    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        timeout = _timeout(timeout)
        _network._spend_us(500)
        body = request.body or b""
        body = body.encode() if isinstance(body, str) else body
        headers = list(request.headers.items())
        try:
            answer = urllib3._send(self._kept, request.method, request.url, headers, body, self.max_retries, timeout)
        except MaxRetryError as error:
            if isinstance(error.reason, ConnectTimeoutError):
                raise ConnectTimeout(error, request=request)
            if isinstance(error.reason, ResponseError):
                raise RetryError(error, request=request)
            raise ConnectionError(error, request=request)
        except ProtocolError as error:
            raise ConnectionError(error, request=request)
        except ReadTimeoutError as error:
            raise ReadTimeout(error, request=request)
        return self.build_response(request, urllib3.HTTPResponse(answer, self._kept, timeout, request.url))

    def build_response(self, request, raw):
        response = Response()
        response.status_code = raw.status
        response.headers = CaseInsensitiveDict(raw.headers.items())
        response.encoding = get_encoding_from_headers(response.headers)
        response.raw = raw
        response.reason = raw.reason
        response.url = request.url
        response.cookies._learn(raw._answer.target.host, raw._answer.headers)
        response.request = request
        response.connection = self
        return response

    def close(self):
        self._kept.close()
