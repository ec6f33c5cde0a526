import gc

print(gc.isenabled(), gc.get_threshold())
gc.disable()
print(gc.isenabled())
gc.enable()
gc.set_threshold(500, 5, 5)
print(gc.isenabled(), gc.get_threshold(), isinstance(gc.collect(), int), gc.garbage)
try:
    gc.collect(5)
except ValueError as error:
    print(error)
