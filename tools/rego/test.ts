import { prepareRegoc } from './regoc.ts';

/** Checks the policies strictly and against the input schema, then runs their tests with a least coverage. */
const regoc = prepareRegoc();
regoc('check', '-policies', 'policies');
regoc('test', '-policies', 'policies', '-threshold', '95');
