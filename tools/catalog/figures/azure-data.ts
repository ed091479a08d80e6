import type { Placed } from './azure-platform.ts';
import { term } from './term.ts';

const backup = term('backup');
const factory = term('data-factory');
const hdinsight = term('hdinsight');
const logs = term('log-analytics');
const machines = term('vm');
const models = term('azure-openai');
const monitor = term('monitor');
const search = term('search');
const synapse = term('synapse');
const watcher = term('network-watcher');

/** Data platforms, machine learning, monitoring and backup. */
export const azureData: readonly Placed[] = [
  {
    type: 'azurerm_log_analytics_workspace',
    title: 'logs of each kind',
    region: 'westeurope',
    attributes: { sku: 'PerGB2018', retention_in_days: 365 },
    usage: {
      monthly_log_data_ingestion_gb: 105,
      monthly_additional_log_data_retention_gb: 12,
      monthly_log_data_export_gb: 7,
      monthly_basic_log_data_ingestion_gb: 3,
      monthly_basic_log_search_gb: 2,
      monthly_archive_data_gb: 9,
    },
    terms: [
      logs('Log Analytics|Analytics Logs|Analytics Logs Data Ingestion', 100, '5'),
      logs('Log Analytics|Analytics Logs|Analytics Logs Data Retention', 12),
      monitor('Azure Monitor|Log Analytics data export|Log Analytics data export Data Exported', 7),
      monitor('Azure Monitor|Basic Logs|Basic Logs Data Ingestion', 3),
      monitor('Azure Monitor|Search Queries|Search Queries Scanned', 2),
      monitor('Azure Monitor|Data Archive|Data Archive', 9),
    ],
  },
  {
    type: 'azurerm_monitor_action_group',
    title: 'what is included comes off each kind of notification',
    region: 'eastus',
    attributes: {
      email_receiver: [{ name: 'a' }],
      webhook_receiver: [{ name: 'b' }],
      sms_receiver: [{ name: 'c', country_code: 1 }],
      voice_receiver: [{ name: 'd', country_code: 64 }],
    },
    usage: { monthly_notifications: 200_000 },
    terms: [
      monitor('Azure Monitor|Emails|Emails', 199_000, '1000'),
      monitor('Azure Monitor|Notifications|Notifications Web hook', 100_000, '100000'),
      monitor('Azure Monitor|SMS Country Code 1|SMS Country Code 1 Notification', 199_900, '100'),
      monitor('Azure Monitor|Voice Calls|Voice Calls Voice Call Country Code 64', 199_990, '10'),
    ],
  },
  {
    type: 'azurerm_network_connection_monitor',
    title: 'tests in all tiers',
    region: 'westeurope',
    attributes: {},
    usage: { tests: 1_000_110 },
    terms: [
      watcher('Network Watcher|Standard|Standard Connection Monitor Test', 240_000, '10'),
      watcher('Network Watcher|Standard|Standard Connection Monitor Test', 510_000, '240010'),
      watcher('Network Watcher|Standard|Standard Connection Monitor Test', 250_000, '750010'),
      watcher('Network Watcher|Standard|Standard Connection Monitor Test', 100, '1000010'),
    ],
  },
  {
    type: 'azurerm_data_factory_integration_runtime_azure',
    title: 'sixteen cores that compute for ten hours',
    region: 'westeurope',
    attributes: { location: 'westeurope', compute_type: 'ComputeOptimized', core_count: 16 },
    usage: {
      monthly_data_flow_hrs: 10,
      monthly_orchestration_runs: 1234,
      monthly_data_movement_hrs: 5,
      monthly_pipeline_activity_hrs: 6,
      monthly_external_pipeline_activity_hrs: 0,
    },
    terms: [
      factory('Azure Data Factory v2 Data Flow - Compute Optimized|vCore|vCore', 160),
      factory('Azure Data Factory v2|Cloud|Cloud Orchestration Activity Run', 1234),
      factory('Azure Data Factory v2|Cloud|Cloud Data Movement', 5),
      factory('Azure Data Factory v2|Cloud|Cloud Pipeline Activity', 6),
    ],
    unknown: 1,
  },
  {
    type: 'azurerm_synapse_sql_pool',
    title: 'five hundred units',
    region: 'westeurope',
    attributes: { sku_name: 'DW500c', geo_backup_policy_enabled: false },
    usage: { storage_tb: 3 },
    terms: [
      synapse('Azure Synapse Analytics Dedicated SQL Pool|DW100c|100 DWUs', 3650),
      synapse('Azure Synapse Analytics SQL Storage|Standard LRS|Standard LRS Data Stored', 3),
    ],
  },
  {
    type: 'azurerm_synapse_spark_pool',
    title: 'four small nodes for an hour a day',
    region: 'westeurope',
    attributes: { node_size: 'Small', node_count: 4 },
    usage: { monthly_hours: 30 },
    terms: [
      synapse(
        'Azure Synapse Analytics Serverless Apache Spark Pool - Memory Optimized|vCore|vCore',
        4 * 4 * 30 - 120,
        '120',
      ),
    ],
  },
  {
    type: 'azurerm_hdinsight_interactive_query_cluster',
    title: 'two heads, four workers, three Zookeepers',
    region: 'westeurope',
    attributes: {
      roles: [
        {
          head_node: [{ vm_size: 'Standard_E2_V3' }],
          worker_node: [{ vm_size: 'Standard_E16_V3', target_instance_count: 4 }],
          zookeeper_node: [{ vm_size: 'Standard_E64i_V3' }],
        },
      ],
    },
    terms: [
      hdinsight('HDInsight E Series|E2 v3|E2 v3', 2 * 730),
      hdinsight('HDInsight E Series|E16 v3|E16 v3', 4 * 730),
      hdinsight('HDInsight E Series|E64i v3|E64i v3', 3 * 730),
    ],
  },
  {
    type: 'azurerm_machine_learning_compute_cluster',
    title: 'six nodes for forty hours',
    region: 'westeurope',
    attributes: {
      vm_size: 'Standard_D4s_v3',
      vm_priority: 'Dedicated',
      scale_settings: [{ min_node_count: 0, max_node_count: 6 }],
    },
    usage: { instances: 6, monthly_hrs: 40 },
    terms: [machines('instance|Standard_D4s_v3|linux', 240)],
  },
  {
    type: 'azurerm_search_service',
    title: 'images in three tiers',
    region: 'eastus',
    attributes: { sku: 'standard2', replica_count: 3 },
    usage: { monthly_images_extracted: 5_500_000 },
    terms: [
      search('Azure AI Search|Standard S2|Standard S2 Unit', 2190),
      search('Azure AI Search|Document Cracking|Document Cracking Image Extraction', 1_000_000),
      search('Azure AI Search|Document Cracking|Document Cracking Image Extraction', 4_000_000, '1000000'),
      search('Azure AI Search|Document Cracking|Document Cracking Image Extraction', 500_000, '5000000'),
    ],
  },
  {
    type: 'azurerm_cognitive_deployment',
    title: 'embeddings',
    region: 'eastus',
    attributes: { model: [{ name: 'text-embedding-3-large' }], sku: [{ name: 'Standard' }] },
    usage: { monthly_text_embedding_tokens: 123_456_789 },
    terms: [models('Azure OpenAI|Az-Text-Embedding-3-Large|Az-Text-Embedding-3-Large Tokens', 123_456_789)],
  },
  {
    type: 'azurerm_backup_protected_vm',
    title: 'three fees for 1,200 GB',
    region: 'westeurope',
    attributes: {},
    usage: { disk_utilization_gb: 1200, additional_backup_retention_gb: 300 },
    terms: [
      backup('Backup|Azure VM|Azure VM Protected Instance', 3),
      backup('Backup|Standard|Standard GRS Data Stored', 1500),
    ],
  },
];
