import { ExpressionError } from '../failure.ts';
import { number, text } from '../make.ts';
import { formatInstant } from './date-format.ts';
import { addDuration, compareInstants, parseDuration, parseInstant, rfc3339 } from './instant.ts';
import { type FunctionTable, stringFunction } from './definition.ts';

/** Functions on RFC 3339 timestamps. `timestamp` and `plantimestamp` are not here: they read a clock. */
export const DATE: FunctionTable = {
  formatdate: stringFunction(['format', 'time'], 'string', (args) =>
    text(formatInstant(args.string(0), parseInstant(args.string(1)))),
  ),
  timeadd: stringFunction(['timestamp', 'duration'], 'string', (args) => {
    const sum = addDuration(parseInstant(args.string(0)), parseDuration(args.string(1)));
    if (sum.year < 0 || sum.year > 9999)
      throw new ExpressionError('the result is outside of the years 0 to 9999');
    return text(rfc3339(sum));
  }),
  timecmp: stringFunction(['timestamp_a', 'timestamp_b'], 'number', (args) =>
    number(compareInstants(parseInstant(args.string(0)), parseInstant(args.string(1)))),
  ),
};
