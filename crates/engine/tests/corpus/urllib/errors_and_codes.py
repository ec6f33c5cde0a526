"""Errors of requests, codes of answers."""
from http import HTTPMethod, HTTPStatus
from urllib import error

e = error.URLError('timed out'); print(e, repr(e), e.reason, isinstance(e, OSError))
h = error.HTTPError('http://x', 404, 'Not Found', {}, None); print(h, repr(h), h.code, h.reason, h.status, isinstance(h, error.URLError))
print(HTTPStatus.OK, repr(HTTPStatus.OK), HTTPStatus(404).phrase, HTTPStatus.NOT_FOUND == 404, HTTPStatus['IM_A_TEAPOT'].value, HTTPStatus.OK.description, int(HTTPStatus.CREATED), f'{HTTPStatus.OK}', HTTPStatus.OK.name, len(list(HTTPStatus)))
print(HTTPMethod.GET, repr(HTTPMethod.GET), HTTPMethod.GET == 'GET')
try: HTTPStatus(999)
except ValueError as e: print(e)
print(isinstance(HTTPStatus.OK, HTTPStatus), type(HTTPStatus.OK), f"{HTTPStatus.OK.value} {HTTPStatus.OK.phrase}")
