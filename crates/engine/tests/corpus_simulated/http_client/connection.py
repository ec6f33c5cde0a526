import http.client

connection = http.client.HTTPSConnection("httpbin.org", timeout=5)
connection.request("GET", "/get?a=1", headers={"Accept": "application/json"})
answer = connection.getresponse()
print(answer.status, answer.reason, answer.getheader("content-type"), len(answer.read()) > 50)
connection.request("POST", "/post", body="x=1", headers={"Content-Type": "application/x-www-form-urlencoded"})
print(b'"x": "1"' in connection.getresponse().read())
connection.close()
try:
    connection.getresponse()
except http.client.ResponseNotReady as error:
    print(type(error).__name__, error)
try:
    refused = http.client.HTTPConnection("localhost", 9)
    refused.request("GET", "/")
    refused.getresponse()
except ConnectionRefusedError as error:
    print(error)
print(http.client.responses[404], http.client.NOT_FOUND == 404)
