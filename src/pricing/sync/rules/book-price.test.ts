import { describe, expect, test } from 'vitest';
import { decimal } from '../../../lib/decimal.ts';
import { bookPrice } from './book-price.ts';

const price = (unit: string, listedUnit: string, from: string, amount: string, listed?: string) =>
  bookPrice(
    { service: 's', key: 'k', unit, ...(listed === undefined ? {} : { listed }) },
    { unit: listedUnit, from: decimal(from), price: decimal(amount) },
  );

describe('a price in the unit of the book', () => {
  test.each([
    ['hour', 'Hrs', '0', '0.048', { unit: 'hour', from: '0', price: '0.048' }],
    ['operation', '10K', '0', '0.054', { unit: 'operation', from: '0', price: '0.0000054' }],
    ['query', '1M queries', '1000', '0.2', { unit: 'query', from: '1000000000', price: '0.0000002' }],
    ['hour', '100 Hours', '0', '1.5', { unit: 'hour', from: '0', price: '0.015' }],
    ['*', '1 GB/Month', '51200', '0.02', { unit: 'GB-month', from: '51200', price: '0.02' }],
    ['request', 'Requests', '0', '0.0000000014', { unit: 'request', from: '0', price: '0.0000000014' }],
  ])('%s of %s', (unit, listedUnit, from, amount, expected) => {
    expect(price(unit, listedUnit, from, amount)).toEqual(expected);
  });

  test('a listed unit may be several of the book, and a rule may say where the tier begins', () => {
    const match = { service: 's', key: 'k', unit: 'MiBps-month', listed: 'GiBps-mo', per: 1024, from: 125 };
    const listed = (from: string) => ({ unit: 'GiBps-mo', from: decimal(from), price: decimal('45.056') });
    expect(bookPrice(match, listed('0'))).toEqual({ unit: 'MiBps-month', from: '125', price: '0.044' });
    expect(bookPrice(match, listed('1'))).toEqual({ problem: 'the list has tiers of its own' });
  });

  test('an allowance of the account is left out, and what follows holds from 0', () => {
    const match = { service: 's', key: 'k', unit: 'request', allowance: 1_000_000 };
    const listed = (from: string, amount: string) =>
      bookPrice(match, { unit: 'Requests', from: decimal(from), price: decimal(amount) });
    const taken = { unit: 'request', from: '0', price: '0.0000005' };
    expect(listed('1000000', '0.0000005')).toEqual(taken);
    expect(listed('0', '0.0000005')).toEqual(taken);
    expect(listed('0', '0')).toEqual({
      problem: 'an allowance of the account, which is no price',
      loses: 'nothing',
    });
    expect(listed('2000000', '0.0000005')).toEqual({
      problem: "a tier begins neither at 0 nor at the account's allowance of 1000000",
    });
  });

  test('a word that only this list has counts as the unit', () => {
    expect(price('RCU-hour', 'ReadCapacityUnit-Hrs', '0', '0.00013', 'ReadCapacityUnit-Hrs')).toEqual({
      unit: 'RCU-hour',
      from: '0',
      price: '0.00013',
    });
  });

  test.each([
    ['1e-30', '0', 'the price is too small'],
    ['1e300', '0', 'the price or its tier is too large'],
    ['1', '1e300', 'the price or its tier is too large'],
  ])('%s from %s cannot be one', (amount, from, problem) => {
    expect(price('hour', 'Hrs', from, amount)).toEqual({ problem });
  });

  test.each([
    ['hour', 'GB', 'the unit is "GB", not hour'],
    ['hour', 'Furlongs', 'the unit "Furlongs" is not known'],
    ['*', 'constructor', 'the unit "constructor" is not known'],
  ])('%s is not %s', (unit, listedUnit, problem) => {
    expect(price(unit, listedUnit, '0', '1')).toEqual({ problem });
  });
});
