import type { Placed } from './azure-platform.ts';
import { term } from './term.ts';

const aks = term('kubernetes-service');
const balancer = term('load-balancer');
const spot = term('vm-spot');
const storage = term('storage');
const vm = term('vm');

const region = 'westeurope';
const everywhere = { region: 'global' };

/** Machines, their disks and clusters. */
export const azureMachines: readonly Placed[] = [
  {
    type: 'azurerm_linux_virtual_machine',
    title: 'a standard SSD of 200 GiB is one of 256',
    region,
    attributes: {
      size: 'Standard_D4s_v5',
      os_disk: [{ storage_account_type: 'StandardSSD_LRS', disk_size_gb: 200 }],
    },
    usage: { monthly_hrs: 200, 'os_disk.monthly_disk_operations': 3_000_000 },
    terms: [
      vm('instance|Standard_D4s_v5|linux', 200),
      storage('Standard SSD Managed Disks|E15 LRS|E15 LRS Disk', 1),
      storage('Standard SSD Managed Disks|E15 LRS|E15 LRS Disk Operations', 3_000_000),
    ],
  },
  {
    type: 'azurerm_windows_virtual_machine',
    title: 'on spot capacity, with the disk that images have',
    region,
    attributes: {
      size: 'Standard_D2s_v3',
      priority: 'Spot',
      os_disk: [{ storage_account_type: 'Premium_ZRS' }],
    },
    terms: [
      spot('instance|Standard_D2s_v3|windows', 730),
      storage('Premium SSD Managed Disks|P10 ZRS|P10 ZRS Disk', 1),
    ],
  },
  {
    type: 'azurerm_windows_virtual_machine',
    title: 'a licence of its own leaves the price of Linux, also where Windows is not listed',
    region: 'japaneast',
    attributes: { size: 'Standard_D2s_v3', license_type: 'Windows_Server' },
    terms: [vm('instance|Standard_D2s_v3|linux', 730)],
  },
  {
    type: 'azurerm_windows_virtual_machine',
    title: 'Windows outside Europe',
    region: 'japaneast',
    attributes: { size: 'Standard_D2s_v3' },
    terms: [vm('instance|Standard_D2s_v3|windows', 730)],
  },
  {
    type: 'azurerm_linux_virtual_machine_scale_set',
    title: 'five machines, each with a data disk of 1 TiB',
    region,
    attributes: {
      sku: 'Standard_F4s_v2',
      instances: 5,
      os_disk: [{ storage_account_type: 'Premium_LRS', disk_size_gb: 64 }],
      data_disk: [{ storage_account_type: 'Premium_LRS', disk_size_gb: 1024 }],
    },
    terms: [
      vm('instance|Standard_F4s_v2|linux', 5 * 730),
      storage('Premium SSD Managed Disks|P6 LRS|P6 LRS Disk', 5),
      storage('Premium SSD Managed Disks|P30 LRS|P30 LRS Disk', 5),
    ],
  },
  {
    type: 'azurerm_managed_disk',
    title: 'an ultra disk of 1.5 TiB is one of 2',
    region,
    attributes: {
      storage_account_type: 'UltraSSD_LRS',
      disk_size_gb: 1536,
      disk_iops_read_write: 5000,
      disk_mbps_read_write: 100,
    },
    terms: [
      storage('Ultra Disks|Ultra LRS|Ultra LRS Provisioned Capacity', 2048 * 730),
      storage('Ultra Disks|Ultra LRS|Ultra LRS Provisioned IOPS', 5000 * 730),
      storage('Ultra Disks|Ultra LRS|Ultra LRS Provisioned Throughput (MBps)', 100 * 730),
    ],
  },
  {
    type: 'azurerm_managed_disk',
    title: 'the second premium generation above what is included',
    region,
    attributes: {
      storage_account_type: 'PremiumV2_LRS',
      disk_size_gb: 300,
      disk_iops_read_write: 5000,
      disk_mbps_read_write: 200,
    },
    terms: [
      storage('Azure Premium SSD v2|Premium LRS|Premium LRS Provisioned Capacity', 300 * 730),
      storage('Azure Premium SSD v2|Premium LRS|Premium LRS Provisioned IOPS', 2000 * 730),
      storage('Azure Premium SSD v2|Premium LRS|Premium LRS Provisioned Throughput (MBps)', 75 * 730),
    ],
  },
  {
    type: 'azurerm_kubernetes_cluster',
    title: 'three nodes, premium by their size, behind a balancer',
    region: 'eastus',
    attributes: {
      sku_tier: 'Standard',
      default_node_pool: [{ vm_size: 'Standard_D4s_v3', node_count: 3, os_disk_size_gb: 100 }],
    },
    usage: { 'load_balancer.monthly_data_processed_gb': 500 },
    terms: [
      aks('Azure Kubernetes Service|Standard|Standard Uptime SLA', 730),
      vm('instance|Standard_D4s_v3|linux', 3 * 730),
      storage('Premium SSD Managed Disks|P10 LRS|P10 LRS Disk', 3),
      { ...balancer('Load Balancer|Standard|Standard Data Processed', 500), ...everywhere },
    ],
  },
  {
    type: 'azurerm_kubernetes_cluster_node_pool',
    title: 'spot nodes stand where their cluster does',
    region,
    attributes: {
      kubernetes_cluster_id: '${azurerm_kubernetes_cluster.k.id}',
      vm_size: 'Standard_D4s_v3',
      priority: 'Spot',
      node_count: 2,
      os_disk_type: 'Ephemeral',
    },
    others: { 'azurerm_kubernetes_cluster.k': {} },
    terms: [spot('instance|Standard_D4s_v3|linux', 2 * 730)],
  },
  {
    type: 'azurerm_storage_account',
    title: 'what is stored is in no list; operations are',
    region,
    attributes: { account_tier: 'Standard', account_replication_type: 'GRS', access_tier: 'Cool' },
    usage: {
      storage_gb: 100,
      monthly_write_operations: 200_000,
      monthly_list_and_create_container_operations: 0,
      monthly_read_operations: 1_000_000,
      monthly_other_operations: 0,
      monthly_data_retrieval_gb: 50,
    },
    terms: [
      storage('General Block Blob v2|Cool GRS|Cool GRS Write Operations', 200_000),
      storage('General Block Blob v2|Cool GRS|Cool Read Operations', 1_000_000),
      storage('General Block Blob v2|Cool GRS|Cool Data Retrieval', 50),
    ],
    unknown: 1,
  },
];
