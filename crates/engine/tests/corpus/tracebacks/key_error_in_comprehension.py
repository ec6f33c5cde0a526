prices = {"tea": 2}
orders = ["tea", "cake"]
total = {name: prices[name] * 2 for name in orders}
