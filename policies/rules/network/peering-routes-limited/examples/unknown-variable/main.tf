variable "shared" {
  type = string
}

resource "aws_route" "shared" {
  route_table_id            = aws_route_table.private.id
  destination_cidr_block    = var.shared
  vpc_peering_connection_id = aws_vpc_peering_connection.shared.id
}
