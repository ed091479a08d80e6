import { result as build } from '../build.ts';

/** Nothing costs more or less, and nothing is violated. */
export const result = build();
