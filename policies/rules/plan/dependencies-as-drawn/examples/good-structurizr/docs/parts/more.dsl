reports = container "Reports" {
  -> orders "sums up"
}
