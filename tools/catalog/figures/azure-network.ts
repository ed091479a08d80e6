import type { Placed } from './azure-platform.ts';
import { type Term, term } from './term.ts';

const bastion = term('bastion');
const cache = term('redis-cache');
const cosmos = term('cosmos-db');
const delivery = term('content-delivery-network');
const dns = term('dns');
const firewall = term('firewall');
const front = term('front-door');
const gateway = term('application-gateway');
const instance = term('sql-managed-instance');
const link = term('virtual-network');
const nat = term('nat-gateway');
const postgres = term('database-for-postgresql');
const sql = term('sql-database');
const vpn = term('vpn-gateway');
const wan = term('virtual-wan');

const at = (region: string, part: Term): Term => ({ ...part, region });
const endpoint = 'Virtual Network Private Link|Standard|Standard ';
const door = 'Azure Front Door Service|Standard|Standard ';

/** Networks, delivery and databases, in the regions whose prices the examples have. */
export const azureNetwork: readonly Placed[] = [
  {
    type: 'azurerm_nat_gateway',
    title: 'with a terabyte',
    region: 'uksouth',
    attributes: {},
    usage: { monthly_data_processed_gb: 1000 },
    terms: [
      at('global', nat('NAT Gateway|Standard|Standard Gateway', 730)),
      at('global', nat('NAT Gateway|Standard|Standard Data Processed', 1000)),
    ],
  },
  {
    type: 'azurerm_private_endpoint',
    title: 'in three tiers',
    region: 'uksouth',
    attributes: {},
    usage: { monthly_inbound_data_processed_gb: 5_500_000, monthly_outbound_data_processed_gb: 10 },
    terms: [
      at('global', link(`${endpoint}Private Endpoint`, 730)),
      at('global', link(`${endpoint}Data Processed - Ingress`, 1_000_000)),
      at('global', link(`${endpoint}Data Processed - Ingress`, 4_000_000, '1000000')),
      at('global', link(`${endpoint}Data Processed - Ingress`, 500_000, '5000000')),
      at('global', link(`${endpoint}Data Processed - Egress`, 10)),
    ],
  },
  {
    type: 'azurerm_public_ip_prefix',
    title: 'four addresses',
    region: 'eastus',
    attributes: { prefix_length: 30 },
    terms: [link('Public IP Prefix|Standard|Standard Static IP Addresses', 4 * 730)],
  },
  {
    type: 'azurerm_application_gateway',
    title: 'three reserved instances are thirty capacity units',
    region: 'eastus',
    attributes: { sku: [{ name: 'Standard_v2', capacity: 3 }] },
    terms: [
      gateway('Application Gateway Standard v2|Standard|Standard Fixed Cost', 730),
      gateway('Application Gateway Standard v2|Standard|Standard Capacity Units', 30 * 730),
    ],
  },
  {
    type: 'azurerm_firewall',
    title: 'premium, in a hub',
    region: 'eastus',
    attributes: { sku_name: 'AZFW_Hub', sku_tier: 'Premium' },
    usage: { monthly_data_processed_gb: 250 },
    terms: [
      firewall('Azure Firewall|Premium Secured Virtual Hub|Premium Secured Virtual Hub Deployment', 730),
      firewall('Azure Firewall|Premium Secured Virtual Hub|Premium Secured Virtual Hub Data Processed', 250),
    ],
  },
  {
    type: 'azurerm_bastion_host',
    title: 'the first five gigabytes are included',
    region: 'australiaeast',
    attributes: {},
    usage: { monthly_outbound_data_gb: 15_000 },
    terms: [
      bastion('Azure Bastion|Basic|Basic Gateway', 730),
      bastion('Azure Bastion|Basic|Basic Data Transfer Out', 10_235, '5'),
      bastion('Azure Bastion|Basic|Basic Data Transfer Out', 4760, '10240'),
    ],
  },
  {
    type: 'azurerm_virtual_network_gateway',
    title: '128 clients are included',
    region: 'eastus',
    attributes: { type: 'Vpn', sku: 'VpnGw3' },
    usage: { p2s_connection: 138, monthly_data_transfer_gb: 0 },
    terms: [vpn('VPN Gateway|VpnGw3|VpnGw3', 730), vpn('VPN Gateway|VpnGw3|P2S Connection', 10 * 730)],
  },
  {
    type: 'azurerm_express_route_gateway',
    title: 'of seven units five have a known price',
    region: 'westeurope',
    attributes: { scale_units: 7 },
    terms: [wan('Virtual WAN|ExpressRoute Scale Unit|ExpressRoute Scale Unit', 5 * 730)],
    unknown: 1,
  },
  {
    type: 'azurerm_frontdoor',
    title: 'two rules and 20 TB',
    region: 'westeurope',
    attributes: { routing_rule: [{}, {}], frontend_endpoint: [{}] },
    usage: {
      monthly_inbound_data_transfer_gb: 0,
      'monthly_outbound_data_transfer_gb.north_america_europe_africa': 20_000,
    },
    terms: [
      at('zone:1', front(`${door}Included Routing Rules`, 2 * 730)),
      at('zone:1', front(`${door}Data Transfer Out`, 10_000)),
      at('zone:1', front(`${door}Data Transfer Out`, 10_000, '10000')),
    ],
  },
  {
    type: 'azurerm_cdn_endpoint',
    title: 'two tiers of Verizon',
    region: 'eastus',
    attributes: { profile_name: '${azurerm_cdn_profile.p.name}' },
    others: { 'azurerm_cdn_profile.p': { sku: 'Standard_Verizon' } },
    usage: { monthly_outbound_gb: 12_000 },
    terms: [
      at('zone:1', delivery('Azure CDN from Verizon|Standard|Standard Data Transfer', 10_000)),
      at('zone:1', delivery('Azure CDN from Verizon|Standard|Standard Data Transfer', 2000, '10000')),
    ],
  },
  {
    type: 'azurerm_dns_a_record',
    title: 'queries above a billion',
    region: 'global',
    attributes: {},
    usage: { monthly_queries: 2_000_000_000 },
    terms: [
      at('zone:1', dns('Azure DNS|Public|Public Queries', 1_000_000_000)),
      at('zone:1', dns('Azure DNS|Public|Public Queries', 1_000_000_000, '1000000000')),
    ],
  },
  {
    type: 'azurerm_redis_cache',
    title: 'two shards with a replica each are four nodes',
    region: 'eastus',
    attributes: { sku_name: 'Premium', family: 'P', capacity: 2, shard_count: 2 },
    terms: [cache('Azure Redis Cache Premium|P2|P2 Cache Instance', 4 * 730)],
  },
  {
    type: 'azurerm_postgresql_flexible_server',
    title: 'a standby doubles compute and storage',
    region: 'eastus',
    attributes: {
      sku_name: 'B_Standard_B1ms',
      storage_mb: 131_072,
      high_availability: [{ mode: 'SameZone' }],
    },
    terms: [
      postgres('Azure Database for PostgreSQL Flexible Server Burstable BS Series Compute|B1MS|B1MS', 1460),
      postgres('Az DB for PostgreSQL Flexible Server Storage|Storage|Storage Data Stored', 256),
    ],
  },
  {
    type: 'azurerm_mssql_database',
    title: 'cores in zones, with a licence of its own; storage is in no list',
    region: 'eastus',
    attributes: { sku_name: 'GP_Gen5_4', zone_redundant: true, license_type: 'BasePrice', max_size_gb: 100 },
    usage: { backup_storage_gb: 50 },
    terms: [
      sql('SQL Database Single/Elastic Pool General Purpose - Compute Gen5|4 vCore|vCore', 730),
      sql(
        'SQL Database Single/Elastic Pool General Purpose - Compute Gen5|4 vCore Zone Redundancy|Zone Redundancy vCore',
        730,
      ),
      sql('SQL Database Single/Elastic Pool PITR Backup Storage|Backup RA-GRS|RA-GRS Data Stored', 50),
    ],
    unknown: 1,
  },
  {
    type: 'azurerm_mssql_managed_instance',
    title: 'sixteen cores with a licence each',
    region: 'westeurope',
    attributes: { sku_name: 'GP_Gen5', vcores: 16, storage_size_in_gb: 256, license_type: 'LicenseIncluded' },
    terms: [
      instance('SQL Managed Instance General Purpose - Compute Gen5|16 vCore|vCore', 730),
      instance(
        'SQL Managed Instance General Purpose - Storage|General Purpose|General Purpose Data Stored',
        224,
      ),
      at('global', instance('SQL Managed Instance General Purpose - SQL License|vCore|vCore', 16 * 730)),
    ],
  },
  {
    type: 'azurerm_cosmosdb_mongo_collection',
    title: 'autoscale at half of 4,000 request units a second, in two regions',
    region: 'westus',
    attributes: {
      account_name: '${azurerm_cosmosdb_account.a.name}',
      autoscale_settings: [{ max_throughput: 4000 }],
    },
    others: {
      'azurerm_cosmosdb_account.a': { geo_location: [{ location: 'West US' }, { location: 'centralus' }] },
    },
    usage: { max_request_units_utilization_percentage: 50, storage_gb: 100 },
    // 40 hundreds, half of them used, at one and a half times the price: 30.
    terms: ['westus', 'centralus'].flatMap((region) => [
      at(region, cosmos('Azure Cosmos DB|RUs|100 RU/s', 30 * 730)),
      at(region, cosmos('Azure Cosmos DB|RUs|Data Stored', 100)),
    ]),
  },
];
