print("pricing begins", __name__)
