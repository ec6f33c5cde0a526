class Box:
    pass


box = Box()
print(box.content.upper())
