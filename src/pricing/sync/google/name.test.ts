import { expect, test } from 'vitest';
import { nameOf } from './name.ts';

test.each([
  ['N2 Instance Core running in Netherlands', 'N2 Instance Core'],
  ['E2 Instance Ram running in Sao Paulo', 'E2 Instance Ram'],
  ['Storage PD Capacity in London', 'Storage PD Capacity'],
  ['Cloud SQL for MySQL: Zonal - vCPU in Americas', 'Cloud SQL for MySQL: Zonal - vCPU'],
  ['Commitment v1: N2 Cpu in Netherlands for 1 Year', 'Commitment v1: N2 Cpu'],
  ['Commitment v1: N2 Cpu in Netherlands for 3 Years', 'Commitment v1: N2 Cpu'],
  ['Static Ip Charge in (multi-region) EU', 'Static Ip Charge'],
  ['CPU Allocation Time in europe-west4', 'CPU Allocation Time'],
  ['Bytes in transit in Tokyo', 'Bytes in transit'],
  ['Message Delivery Basic', 'Message Delivery Basic'],
  ['Data in transit', 'Data in transit'],
  ['in Tokyo', 'in Tokyo'],
])('%s is %s', (description, name) => {
  expect(nameOf(description)).toBe(name);
});
