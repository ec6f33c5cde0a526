"""`requests.codes`: status codes by name.
"""

from http import HTTPStatus

from requests.structures import LookupDict

codes = LookupDict(name="status_codes")
for _status in HTTPStatus:
    setattr(codes, _status.name.lower(), _status.value)
    setattr(codes, _status.name, _status.value)
for _name, _code in {
    "okay": 200, "all_ok": 200, "all_okay": 200, "moved": 301, "redirect": 302, "other": 303, "bad": 400, "not_allowed": 405,
    "timeout": 408, "too_many": 429, "teapot": 418, "im_a_teapot": 418, "server_error": 500, "unavailable": 503,
    "temporary_redirect": 307, "temporary_moved": 307, "permanent_redirect": 308, "unprocessable": 422, "no_response": 204,
}.items():
    setattr(codes, _name, _code)
    setattr(codes, _name.upper(), _code)
