workspace "Shop" {
  model {
    customer = person "Customer"
    shop = softwareSystem "Shop" {
      checkout = container "Checkout" "Takes orders" "Go" {
        api = component "API"
      }
      orders = container "Orders DB" "Orders" "PostgreSQL"
      !include parts/more.dsl
    }
    payments = softwareSystem "Payments" "Takes money" "External"
    customer -> checkout "buys"
    api -> orders "reads"
    shop.checkout -> payments "pays"
  }
  views {
    container shop { include * }
  }
}
