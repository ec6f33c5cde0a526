"""Several pickles in one file, one after the other."""
import io
import pickle

file = io.BytesIO()
pickle.dump([1, 2], file)
pickle.dump({"k": "v"}, file, protocol=2)
pickle.Pickler(file).dump("x")
file.seek(0)
print(pickle.load(file), pickle.load(file), pickle.Unpickler(file).load())
try:
    pickle.load(file)
except EOFError as error:
    print(repr(error))
