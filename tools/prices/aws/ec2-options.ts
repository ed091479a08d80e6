import { decimal } from '../../../src/lib/decimal.ts';
import { type Fact, hourly, readTable, type Row, text } from '../fact.ts';
import { machineKey, older } from './ec2.ts';

/** Columns of the table of reserved instances, and what they are called in a key. */
const reservations = {
  std_1y_no_upfront: '1y|standard|no-upfront',
  std_3y_no_upfront: '3y|standard|no-upfront',
  convertible_1y_no_upfront: '1y|convertible|no-upfront',
  convertible_3y_no_upfront: '3y|convertible|no-upfront',
} as const;

/** Reserved instances without upfront payment, an hour. An empty cell is a term that is not sold. */
export function reservedFacts(folder: URL): Fact[] {
  return readTable(folder, 'aws-ec2-reserved.csv.gz').flatMap((row) =>
    Object.entries(reservations)
      .filter(([column]) => text(row, column) !== '')
      .map(([column, term]): Fact => {
        const key = `${machineKey(text(row, 'instance_type'), 'linux')}|${term}`;
        return {
          ...hourly({ ...row, currency: 'USD' }, 'aws', 'ec2-reserved', key, column),
          option: 'reserved',
        };
      }),
  );
}

/** Spot: the on-demand price of the book less the average saving that the Spot Instance Advisor shows for the region. */
export function spotFacts(folder: URL, onDemand: readonly Fact[]): Fact[] {
  const prices = new Map(onDemand.map((fact) => [`${fact.region} ${fact.key}`, fact]));
  return readTable(folder, 'aws-ec2-spot-advisor.csv.gz').map((row) => {
    const key = machineKey(text(row, 'instance_type'), text(row, 'os'));
    const fact = prices.get(`${text(row, 'region')} ${key}`);
    if (fact === undefined) throw new Error(`spot ${key} ${text(row, 'region')}: no on-demand price`);
    return spot(fact, row);
  });
}

function spot(fact: Fact, row: Row): Fact {
  const share = decimal('100').minus(decimal(text(row, 'savings_percent_vs_on_demand')));
  return {
    ...fact,
    service: 'ec2-spot',
    price: decimal(fact.price).times(share).div(decimal('100')).toFixed(),
    asOf: older(fact.asOf, text(row, 'as_of')),
    source: `${fact.source}, saving by ${text(row, 'source')}`,
    quality: 'estimate',
    option: 'spot',
  };
}
