import { type Configuration, everywhere, term } from './term.ts';

/** A configuration in the region whose prices the fact files hold. */
export interface Placed extends Configuration {
  readonly region: string;
}

const app = term('app-service');
const bus = term('service-bus');
const domain = term('domain-services');
const events = term('event-hubs');
const functions = term('functions');
const gateway = term('api-management');
const grid = term('event-grid');
const hubs = term('notification-hubs');
const logic = term('logic-apps');
const registry = term('container-registry');
const vault = term('key-vault');

/** Web apps, messaging, keys and registries. */
export const azurePlatform: readonly Placed[] = [
  {
    type: 'azurerm_service_plan',
    title: 'three Linux instances of the first isolated generation',
    region: 'eastus',
    attributes: { sku_name: 'I2', os_type: 'Linux', worker_count: 3 },
    terms: [app('Azure App Service Isolated Plan - Linux|I2|I2 App', 2190)],
  },
  {
    type: 'azurerm_service_plan',
    title: 'elastic premium: vCPU and memory of each instance',
    region: 'eastus',
    attributes: { sku_name: 'EP2', os_type: 'Windows', worker_count: 2 },
    terms: [
      functions('Premium Functions|Premium|Premium vCPU Duration', 2 * 2 * 730),
      functions('Premium Functions|Premium|Premium Memory Duration', 2 * 7 * 730),
    ],
  },
  {
    type: 'azurerm_app_service_plan',
    title: 'ten of the second premium generation',
    region: 'eastus',
    attributes: { kind: 'Linux', sku: [{ tier: 'PremiumV2', size: 'P1v2', capacity: 10 }] },
    terms: [app('Azure App Service Premium v2 Plan - Linux|P1 v2|P1 v2 App', 7300)],
  },
  {
    type: 'azurerm_static_web_app',
    title: 'bandwidth over what is included',
    region: 'centralus',
    attributes: { sku_size: 'Standard' },
    usage: { monthly_bandwidth_gb: '100.5' },
    terms: [
      app('Static Web Apps|Standard|Standard App', 1),
      app('Static Web Apps|Standard|Standard Bandwidth Usage', '0.5', '100'),
    ],
  },
  {
    type: 'azurerm_logic_app_standard',
    title: 'calls of connectors',
    region: 'westeurope',
    attributes: { app_service_plan_id: 'plan' },
    usage: { monthly_standard_connector_calls: 1234567, monthly_enterprise_connector_calls: 89 },
    terms: [
      logic('Logic Apps|Consumption|Consumption Standard Connector Actions', 1234567),
      logic('Logic Apps|Consumption|Consumption Enterprise Connector Actions', 89),
    ],
  },
  {
    type: 'azurerm_container_registry',
    title: 'a home and two replicas',
    region: 'eastus',
    attributes: { sku: 'Premium', georeplications: [{ location: 'westus' }, { location: 'westus2' }] },
    usage: { monthly_build_vcpu_hrs: 10 },
    terms: [
      registry('Container Registry|Premium|Premium Registry Unit', '91.25'),
      registry('Container Registry|Premium|Task vCPU Duration', 30_000, '6000'),
    ],
    unknown: 1,
  },
  {
    type: 'azurerm_key_vault_key',
    title: 'five thousand advanced keys in hardware, in four tiers',
    region: 'westeurope',
    attributes: { key_type: 'RSA-HSM', key_size: 4096, key_vault_id: '${azurerm_key_vault.v.id}' },
    others: { 'azurerm_key_vault.v': { sku_name: 'premium' } },
    usage: { hsm_protected_keys: 5000, monthly_protected_keys_operations: 123456 },
    terms: [
      vault('Key Vault|Premium|Premium HSM-protected Advanced Key', 250),
      vault('Key Vault|Premium|Premium HSM-protected Advanced Key', 1250, '250'),
      vault('Key Vault|Premium|Premium HSM-protected Advanced Key', 2500, '1500'),
      vault('Key Vault|Premium|Premium HSM-protected Advanced Key', 1000, '4000'),
      vault('Key Vault|Premium|Advanced Key Operations', 123456),
    ],
  },
  {
    type: 'azurerm_eventhub_namespace',
    title: 'standard units with capture',
    region: 'eastus',
    attributes: { sku: 'Standard', capacity: 4 },
    usage: { monthly_ingress_events: 7654321, capture_enabled: 'true' },
    terms: [
      events('Event Hubs|Standard|Standard Throughput Unit', 2920),
      events('Event Hubs|Standard|Standard Capture', 2920),
      events('Event Hubs|Standard|Standard Ingress Events', 7654321),
    ],
  },
  {
    type: 'azurerm_servicebus_namespace',
    title: 'standard: what is included, and three tiers',
    region: 'westeurope',
    attributes: { sku: 'Standard' },
    usage: { monthly_messaging_operations: 2_600_000_000, monthly_brokered_connections: 600_000 },
    terms: [
      bus('Service Bus|Standard|Standard Base Unit', 730),
      bus('Service Bus|Standard|Standard Messaging Operations', 87_000_000, '13000000'),
      bus('Service Bus|Standard|Standard Messaging Operations', 2_400_000_000, '100000000'),
      bus('Service Bus|Standard|Standard Messaging Operations', 100_000_000, '2500000000'),
      bus('Service Bus|Standard|Standard Brokered Connection', 99_000, '1000'),
      bus('Service Bus|Standard|Standard Brokered Connection', 400_000, '100000'),
      bus('Service Bus|Standard|Standard Brokered Connection', 100_000, '500000'),
    ],
  },
  {
    type: 'azurerm_eventgrid_domain',
    title: 'nothing below the first hundred thousand',
    region: 'westeurope',
    attributes: {},
    usage: { monthly_operations: 100_000 },
    terms: [],
  },
  {
    type: 'azurerm_eventgrid_system_topic',
    title: 'operations over what is included',
    region: 'westeurope',
    attributes: {},
    usage: { monthly_operations: 250_000 },
    terms: [grid('Event Grid|Standard|Standard Operations', 150_000, '100000')],
  },
  {
    type: 'azurerm_notification_hub_namespace',
    title: 'standard: two tiers of pushes',
    region: 'eastus',
    attributes: { sku_name: 'Standard' },
    usage: { monthly_pushes: 150_000_000 },
    terms: [
      hubs('Notification Hubs|Standard|Standard Unit', 1),
      hubs('Notification Hubs|Standard|Standard Pushes', 90_000_000, '10000000'),
      hubs('Notification Hubs|Standard|Standard Pushes', 50_000_000, '100000000'),
    ],
  },
  {
    type: 'azurerm_api_management',
    title: 'premium in two regions, with a gateway',
    region: 'eastus',
    attributes: { sku_name: 'Premium_1', additional_location: [{ location: 'westus', capacity: 2 }] },
    usage: { self_hosted_gateway_count: 3 },
    terms: [
      gateway('API Management|Premium|Premium Unit', 3 * 730),
      gateway('API Management|Gateway|Gateway Unit', 3 * 730),
    ],
  },
  {
    type: 'azurerm_active_directory_domain_service',
    title: 'premium',
    region: 'australiaeast',
    attributes: { sku: 'Premium' },
    terms: [domain('Microsoft Entra Domain Services|Premium|Premium User Forest', 730)],
  },
  {
    type: 'azurerm_security_center_subscription_pricing',
    title: 'containers',
    region: 'global',
    attributes: { tier: 'Standard', resource_type: 'Containers' },
    usage: { monthly_containers_vcores: 16 },
    terms: [
      everywhere(
        term('defender')(
          'Microsoft Defender for Containers|Standard vCore|Standard vCore vCore Pack',
          16 * 730,
        ),
      ),
    ],
  },
];
