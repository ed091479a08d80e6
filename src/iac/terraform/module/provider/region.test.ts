import { describe, expect, it } from 'vitest';
import type { ProjectConfig } from '../../../../model/config.ts';
import { memoryTree } from '../../../../../test/support/memory-tree.ts';
import { openTerraform, ParseCache, readTerraform } from '../../index.ts';

const regions = { aws: 'eu-central-1', google: 'europe-west1' };

function regionOf(configuration: string, projects: readonly ProjectConfig[] = []): string {
  const tree = memoryTree({
    'main.tf': configuration,
    'm/main.tf': 'resource "aws_instance" "x" {}\n',
    'n/main.tf':
      'terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws", configuration_aliases = [aws.eu] }\n  }\n}\n' +
      'resource "aws_instance" "x" {\n  provider = aws.eu\n}\n',
  });
  const { resources } = readTerraform(
    openTerraform(tree, { projects, exclude: [], cache: new ParseCache(), regions }),
    ({ path }) => path === '',
  );
  const region = resources[0]?.region;
  return region?.kind === 'string'
    ? region.value
    : `${region?.kind ?? ''} ${region && 'detail' in region ? (region.detail ?? '') : ''}`;
}

const instance = 'resource "aws_instance" "x" {}\n';

describe('the region of a provider', () => {
  it.each<[string, string, string]>([
    ['no provider block', instance, 'eu-central-1'],
    ['a provider block without region', `provider "aws" {}\n${instance}`, 'eu-central-1'],
    ['a region that is null', `provider "aws" {\n  region = null\n}\n${instance}`, 'eu-central-1'],
    ['a region that is written', `provider "aws" {\n  region = "us-east-1"\n}\n${instance}`, 'us-east-1'],
    [
      'a region that cannot be told',
      `variable "r" {}\nprovider "aws" {\n  region = var.r\n}\n${instance}`,
      'unknown var.r',
    ],
    [
      'an alias that is not declared',
      'resource "aws_instance" "x" {\n  provider = aws.other\n}\n',
      'unknown provider aws.other',
    ],
    ['an inherited provider', 'module "m" {\n  source = "./m"\n}\n', 'eu-central-1'],
    [
      'a provider that a caller passes and that cannot be found',
      'module "n" {\n  source = "./n"\n  providers = { aws.eu = aws.gone }\n}\n',
      'unknown provider aws.eu',
    ],
    ['Google', 'provider "google" {}\nresource "google_compute_address" "x" {}\n', 'europe-west1'],
    ['Google, beta', 'resource "google_x" "x" {\n  provider = google-beta\n}\n', 'europe-west1'],
    [
      'a bucket of Google',
      'resource "google_storage_bucket" "x" {\n  location = "EUROPE-WEST4"\n}\n',
      'europe-west4',
    ],
    [
      'a zone of Google',
      'provider "google" {\n  zone = "us-east1-b"\n}\nresource "google_x" "x" {}\n',
      'us-east1',
    ],
    ['another cloud', 'resource "hcloud_server" "x" {}\n', 'unknown provider hcloud'],
  ])('%s', (_, configuration, expected) => {
    expect(regionOf(configuration)).toBe(expected);
  });

  it('of a project wins, cloud by cloud', () => {
    const project = { path: '.', varFiles: [], variables: {}, regions: { aws: 'eu-west-3' } };
    expect(regionOf(instance, [project])).toBe('eu-west-3');
    expect(regionOf('resource "google_x" "x" {}\n', [project])).toBe('europe-west1');
  });

  it('is what a region data source gives', () => {
    expect(
      regionOf('data "aws_region" "r" {}\nresource "aws_x" "x" {\n  region = data.aws_region.r.name\n}\n'),
    ).toBe('eu-central-1');
  });
});
