import { describe, expect, it } from 'vitest';
import { openCatalog } from './catalog.ts';

const catalog = openCatalog();

describe('the shipped catalog', () => {
  it('knows many types, each as priced or as free and never as both', () => {
    expect(catalog.types.priced.length).toBeGreaterThanOrEqual(30);
    expect(catalog.types.free.length).toBeGreaterThanOrEqual(150);
    for (const type of catalog.types.free) expect(catalog.entry(type), type).toBeUndefined();
  });

  it('says why a type is free, with a page that says it', () => {
    for (const type of catalog.types.free) {
      expect(catalog.free(type)?.reason).toMatch(/\.$/);
      expect(catalog.free(type)?.link).toMatch(/^https:\/\//);
    }
  });

  it('tells usage keys and what forces a replacement', () => {
    expect(catalog.usageKeys('aws_lambda_function')).toEqual(['monthly_requests', 'request_duration_ms']);
    expect(catalog.usageKeys('aws_subnet')).toBeUndefined();
    expect(catalog.textKeys('aws_lambda_function')).toEqual([]);
    expect(catalog.textKeys('aws_eks_node_group')).toEqual([
      'disk_type',
      'operating_system',
      'reserved_instance_payment_option',
      'reserved_instance_term',
      'reserved_instance_type',
    ]);
    expect(catalog.replaceOn('aws_db_instance')).toContain('engine');
    expect(catalog.replaceOn('aws_alb')).toEqual(catalog.replaceOn('aws_lb'));
    expect(catalog.replaceOn('aws_mystery')).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('holds nothing under the name %s', (name) => {
    expect(catalog.entry(name)).toBeUndefined();
    expect(catalog.free(name)).toBeUndefined();
  });
});
