import type { Placed } from './azure-platform.ts';
import { everywhere, term } from './term.ts';

const compute = term('compute');
const custom = term('compute-custom');
const disk = term('compute-disk');
const gke = term('gke');
const gpu = term('compute-gpu');
const licence = term('compute-licence');
const network = term('network');
const spot = term('compute-spot');
const debian = 'debian-cloud/debian-12';
const template = '${google_compute_instance_template.t.id}';

/** Machines, their disks and clusters. */
export const googleMachines: readonly Placed[] = [
  {
    type: 'google_compute_instance',
    title: 'two local SSDs, GPUs and an address',
    region: 'us-central1',
    attributes: {
      machine_type: 'n1-standard-8',
      boot_disk: [{ initialize_params: [{ image: debian, type: 'pd-balanced', size: 50 }] }],
      scratch_disk: [{ interface: 'NVME' }, { interface: 'NVME' }],
      guest_accelerator: [{ type: 'nvidia-tesla-k80', count: 2 }],
      network_interface: [{ access_config: [{}] }],
    },
    usage: { monthly_hrs: 200 },
    terms: [
      compute('instance|n1-standard-8|linux', 200),
      disk('pd-balanced.storage', 50),
      disk('local-ssd.storage', 750),
      gpu('Nvidia Tesla K80 GPU', 400),
      network('external-ip.vm-hour', 200),
    ],
  },
  {
    type: 'google_compute_instance',
    title: 'a type that is sold with its GPU',
    region: 'europe-west4',
    attributes: {
      machine_type: 'g2-standard-4',
      guest_accelerator: [{ type: 'nvidia-l4', count: 1 }],
      boot_disk: [{ initialize_params: [{ image: debian, type: 'pd-ssd', size: 100 }] }],
    },
    terms: [compute('instance|g2-standard-4|linux', 730), disk('pd-ssd.storage', 100)],
  },
  {
    type: 'google_compute_instance',
    title: 'SUSE for SAP on spot capacity',
    region: 'europe-west4',
    attributes: {
      machine_type: 'n2-highmem-8',
      scheduling: [{ preemptible: true, provisioning_model: 'SPOT' }],
      boot_disk: [
        { initialize_params: [{ image: 'suse-sap-cloud/sles-15-sp5-sap', type: 'pd-ssd', size: 20 }] },
      ],
    },
    usage: { operating_system: 'sles-sap' },
    terms: [
      spot('instance|n2-highmem-8|linux', 730),
      everywhere(licence('os-licence|n2-highmem-8|sles-sap', 730)),
      disk('pd-ssd.storage', 20),
    ],
  },
  {
    type: 'google_compute_instance',
    title: 'a custom type with more memory than is usual',
    region: 'us-central1',
    attributes: {
      machine_type: 'custom-2-15360-ext',
      boot_disk: [{ initialize_params: [{ image: debian, type: 'pd-standard', size: 10 }] }],
    },
    terms: [
      custom('Custom Instance Core', 1460),
      custom('Custom Instance Ram', 9490),
      custom('Custom Extended Instance Ram', 1460),
      disk('pd-standard.storage', 10),
    ],
  },
  {
    type: 'google_compute_instance_group_manager',
    title: 'four instances with an SSD and a local SSD each',
    region: 'europe-west4',
    attributes: { target_size: 4, version: [{ instance_template: template }] },
    others: {
      'google_compute_instance_template.t': {
        machine_type: 'c3-standard-8',
        disk: [
          { source_image: debian, disk_type: 'pd-ssd', disk_size_gb: 30 },
          { type: 'SCRATCH', disk_type: 'local-ssd' },
        ],
      },
    },
    terms: [
      compute('instance|c3-standard-8|linux', 2920),
      disk('pd-ssd.storage', 120),
      disk('local-ssd.storage', 1500),
    ],
  },
  {
    type: 'google_container_node_pool',
    title: 'two nodes in each of three zones',
    region: 'europe-west4',
    attributes: {
      location: 'europe-west4',
      node_count: 2,
      node_config: [{ machine_type: 'e2-standard-4', disk_size_gb: 80 }],
    },
    terms: [compute('instance|e2-standard-4|linux', 4380), disk('pd-balanced.storage', 480)],
  },
  {
    type: 'google_container_cluster',
    title: 'a cluster in one zone with its default pool',
    region: 'us-central1',
    attributes: { location: 'us-central1-f', initial_node_count: 3 },
    terms: [
      everywhere(gke('Zonal Kubernetes Clusters', 730)),
      compute('instance|e2-medium|linux', 2190),
      disk('pd-balanced.storage', 300),
    ],
  },
  {
    type: 'google_compute_region_disk',
    title: 'in two zones',
    region: 'africa-south1',
    attributes: { type: 'pd-ssd', size: 250 },
    terms: [disk('regional-pd-ssd.storage', 250)],
  },
  {
    type: 'google_container_node_pool',
    title: 'as many zones as its zonal cluster has',
    region: 'europe-west4',
    attributes: {
      cluster: '${google_container_cluster.c.id}',
      node_count: 2,
      node_config: [{ machine_type: 'n2-standard-4', disk_size_gb: 50 }],
    },
    others: {
      'google_container_cluster.c': { location: 'europe-west4-a', node_locations: ['europe-west4-b'] },
    },
    terms: [compute('instance|n2-standard-4|linux', 2920), disk('pd-balanced.storage', 200)],
  },
  {
    type: 'google_container_cluster',
    title: 'a default pool with GPUs and a local SSD',
    region: 'us-central1',
    attributes: {
      location: 'us-central1-a',
      initial_node_count: 3,
      node_config: [
        {
          machine_type: 'n1-standard-16',
          disk_size_gb: 120,
          disk_type: 'pd-ssd',
          local_ssd_count: 1,
          guest_accelerator: [{ type: 'nvidia-tesla-k80', count: 4 }],
        },
      ],
    },
    terms: [
      everywhere(gke('Zonal Kubernetes Clusters', 730)),
      compute('instance|n1-standard-16|linux', 2190),
      disk('pd-ssd.storage', 360),
      disk('local-ssd.storage', 1125),
      gpu('Nvidia Tesla K80 GPU', 8760),
    ],
  },
];
