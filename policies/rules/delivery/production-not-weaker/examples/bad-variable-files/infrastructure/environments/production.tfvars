keep_days = 3
