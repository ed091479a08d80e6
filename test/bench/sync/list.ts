/** Columns of an offer file of EC2 in 2020, which has eighty-odd. */
const COLUMNS =
  'SKU,OfferTermCode,RateCode,TermType,PriceDescription,EffectiveDate,StartingRange,EndingRange,Unit,PricePerUnit,Currency,RelatedTo,' +
  'LeaseContractLength,PurchaseOption,OfferingClass,Product Family,serviceCode,Location,Location Type,Instance Type,' +
  'Current Generation,Instance Family,vCPU,Physical Processor,Clock Speed,Memory,Storage,Network Performance,' +
  'Processor Architecture,Storage Media,Volume Type,Max Volume Size,Max IOPS/volume,Max throughput/volume,Tenancy,' +
  'EBS Optimized,Operating System,License Model,Group,Group Description,Transfer Type,From Location,To Location,usageType,' +
  'operation,CapacityStatus,Dedicated EBS Throughput,ECU,Enhanced Networking Supported,GPU,GPU Memory,Instance,' +
  'instanceSKU,Intel AVX Available,Intel AVX2 Available,Intel Turbo Available,Normalization Size Factor,Physical Cores,' +
  'Pre Installed S/W,Processor Features,Product Type,Resource Type,serviceName,Volume API Name,Region Code,From Region Code,' +
  'To Region Code,From Location Type,To Location Type,Snapshot Archive Fee Type,Elastic Graphics Type,MarketOption,Vpc Networking Support,' +
  'Availability Zone,Classic Networking Support,GPU Type,Accelerator,Instance Capacity - 10xlarge,Instance Capacity - 12xlarge,' +
  'Instance Capacity - 16xlarge,Instance Capacity - 18xlarge,Instance Capacity - 24xlarge,Instance Capacity - 2xlarge';

const names = COLUMNS.split(',');

/** What tells rows apart; each combination stands in the list once. */
const SYSTEMS = ['Linux', 'Windows', 'RHEL', 'SUSE', 'Red Hat Enterprise Linux with HA'];
const TENANCIES = ['Shared', 'Dedicated', 'Host'];
const STATES = ['Used', 'UnusedCapacityReservation', 'AllocatedCapacityReservation'];
const SOFTWARE = ['NA', 'SQL Web', 'SQL Std', 'SQL Ent'];
const TERMS = [['OnDemand', '', '', '']].concat(
  ['1yr', '3yr'].flatMap((length) =>
    ['standard', 'convertible'].map((offering) => ['Reserved', length, 'No Upfront', offering]),
  ),
);
const COMBINATIONS = SYSTEMS.length * TENANCIES.length * STATES.length * SOFTWARE.length * TERMS.length;

/** A regional offer file of EC2, in pieces of about 64 KB, until it has so many bytes. */
export function* offerOfSize(bytes: number): Generator<string> {
  let piece = `"FormatVersion","v1.0"\n"Version","20260101000000"\n"OfferCode","AmazonEC2"\n${line(names)}`;
  let size = 0;
  for (let number = 0; size < bytes; number++) {
    piece += row(number);
    if (piece.length < 65_536) continue;
    size += piece.length;
    yield piece;
    piece = '';
  }
  yield piece;
}

function row(number: number): string {
  let rest = number % COMBINATIONS;
  const pick = <T>(from: readonly T[]): T | undefined => {
    const found = from[rest % from.length];
    rest = Math.floor(rest / from.length);
    return found;
  };
  const type = `m${Math.floor(number / COMBINATIONS)}.large`;
  const [term = '', length = '', purchase = '', offering = ''] = pick(TERMS) ?? [];
  const fields: Record<string, string | undefined> = {
    SKU: number.toString(36).toUpperCase().padStart(16, 'A'),
    TermType: term,
    LeaseContractLength: length,
    PurchaseOption: purchase,
    OfferingClass: offering,
    PriceDescription: `$0.${String(number % 10_000).padStart(4, '0')} per On Demand ${type} Instance Hour`,
    EffectiveDate: '2026-01-01',
    StartingRange: '0',
    EndingRange: 'Inf',
    Unit: 'Hrs',
    PricePerUnit: `0.${String(number % 10_000).padStart(4, '0')}000000`,
    Currency: 'USD',
    'Product Family': 'Compute Instance',
    serviceCode: 'AmazonEC2',
    Location: 'EU (Ireland)',
    'Location Type': 'AWS Region',
    'Instance Type': type,
    'Operating System': pick(SYSTEMS),
    Tenancy: pick(TENANCIES),
    CapacityStatus: pick(STATES),
    'Pre Installed S/W': pick(SOFTWARE),
    'License Model': 'No License required',
    'Physical Processor': 'Intel Xeon Platinum 8175 (Skylake)',
    'Processor Features': 'Intel AVX; Intel AVX2; Intel AVX512; Intel Turbo',
    usageType: `EU-BoxUsage:${type}`,
    serviceName: 'Amazon Elastic Compute Cloud',
    'Region Code': 'eu-west-1',
  };
  return line(names.map((name) => fields[name] ?? 'NA'));
}

function line(fields: readonly string[]): string {
  return `"${fields.join('","')}"\n`;
}
