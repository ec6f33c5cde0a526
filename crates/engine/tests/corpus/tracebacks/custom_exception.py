class Trouble(Exception):
    def __str__(self):
        return f"code {self.args[0]}"


class Shop:
    class Closed(Exception):
        pass


try:
    raise Shop.Closed("sunday")
except Shop.Closed as error:
    print(error)
raise Trouble(7)
