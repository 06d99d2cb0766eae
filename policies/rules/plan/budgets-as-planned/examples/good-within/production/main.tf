resource "azurerm_consumption_budget_subscription" "production" {
  name            = "production"
  subscription_id = "/subscriptions/00000000-0000-0000-0000-000000000000"
  amount          = 1000

  notification {
    operator       = "GreaterThan"
    threshold      = 90
    contact_emails = ["costs@shop.example"]
  }
}

resource "google_billing_budget" "production" {
  billing_account = "000000-000000-000000"

  amount {
    specified_amount {
      currency_code = "USD"
      units         = "1000"
    }
  }

  threshold_rules {
    threshold_percent = 0.9
  }
}
