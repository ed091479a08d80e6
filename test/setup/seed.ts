import fc from 'fast-check';

/**
 * Every run tries the same inputs, so that a failure is of the change and not of the day. `TEST_SEED=7 npm test` tries
 * others.
 */
fc.configureGlobal({ seed: Number(process.env.TEST_SEED ?? '20270101') });
