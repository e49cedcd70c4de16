print("tenken")
