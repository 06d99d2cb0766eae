variable "name" {
  default = "own"
}
