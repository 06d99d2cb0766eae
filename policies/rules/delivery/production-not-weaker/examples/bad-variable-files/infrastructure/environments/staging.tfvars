multi_az  = true
keep_days = 7
