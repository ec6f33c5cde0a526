data = {"a": {"b": [1, 2, 3]}}
print(data["a"]["b"][1] + data["a"]["c"][0] + 5)
