"""What requests' users find in its `utils`.
"""

from urllib.parse import quote

from requests.structures import CaseInsensitiveDict


def default_user_agent(name="python-requests"):
    return f"{name}/2.34.2"


def default_headers():
    return CaseInsensitiveDict({"User-Agent": default_user_agent(), "Accept-Encoding": "gzip, deflate", "Accept": "*/*", "Connection": "keep-alive"})


def dict_from_cookiejar(jar):
    return jar.get_dict()


def requote_uri(uri):
    return quote(uri, safe="!#$%&'()*+,/:;=?@[]~")


def get_encoding_from_headers(headers):
    kind = headers.get("content-type")
    if not kind:
        return None
    main, *parameters = kind.split(";")
    for parameter in parameters:
        name, _, value = parameter.strip().partition("=")
        if name.lower() == "charset":
            return value.strip("'\" ")
    if "text" in main:
        return "ISO-8859-1"
    if "application/json" in main:
        return "utf-8"
    return None
