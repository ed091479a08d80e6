provider "google" {
  project        = "p"
  region         = "europe-west1"
  default_labels = { team = "shop" }
}

provider "azurerm" {
  features {}
}

resource "google_compute_instance" "zone" {
  zone = "us-central1-a"
}

resource "google_storage_bucket" "multi" {
  location = "EU"
}

resource "google_compute_address" "provider" {}

resource "azurerm_resource_group" "main" {
  location = "West Europe"
}

resource "azurerm_storage_account" "main" {
  location = azurerm_resource_group.main.location
}

resource "azurerm_subnet" "main" {}
