# Two lines in one bracket: the caret stays on the first.
names = ["a", "b"
         "c" 5]
