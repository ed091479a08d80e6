import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { load } from 'js-yaml';

import { parseOutputs } from './outputs.ts';

export interface ActionRun {
  readonly event: string;
  readonly payload: unknown;
  /** GITHUB_SHA */
  readonly sha: string;
  /** The checkout. */
  readonly workspace: string;
  /** Address of the loopback GitHub. */
  readonly api: string;
  /** `github.token` of the run. */
  readonly token: string;
  /** Inputs that the workflow gives; the others have their defaults. */
  readonly with?: Readonly<Record<string, string>>;
}

export interface ActionResult {
  readonly exitCode: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly stdout: string;
  readonly stderr: string;
  /** The file that the output `result-path` names, parsed; undefined when there is none. */
  readonly result: unknown;
}

interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Runs the action as a runner does: what `action.yml` names, with its defaults, in a process whose environment holds
 * nothing but what a runner sets.
 */
export async function runAction(run: ActionRun): Promise<ActionResult> {
  const manifest = load(readFileSync(join(root, 'action.yml'), 'utf8')) as Manifest;
  if (manifest.runs.using !== `node${process.versions.node.split('.')[0] ?? ''}`) {
    throw new Error(`action.yml runs on ${manifest.runs.using}, the tests on ${process.version}.`);
  }
  if (!existsSync(join(root, manifest.runs.main))) throw new Error('Build first: npm run build');
  const temp = mkdtempSync(join(tmpdir(), 'tollgate-runner-'));
  try {
    for (const name of ['output', 'summary']) writeFileSync(join(temp, name), '');
    writeFileSync(join(temp, 'event.json'), JSON.stringify(run.payload));
    const env = { ...inputVariables(manifest, run), ...runnerVariables(run, temp) };
    const ended = await spawn(join(root, manifest.runs.main), run.workspace, env);
    const outputs = parseOutputs(readFileSync(join(temp, 'output'), 'utf8'));
    const path = outputs['result-path'];
    return {
      ...ended,
      outputs,
      summary: readFileSync(join(temp, 'summary'), 'utf8'),
      result: path === undefined ? undefined : JSON.parse(readFileSync(path, 'utf8')),
    };
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

function inputVariables(manifest: Manifest, run: ActionRun): Record<string, string> {
  const given = run.with ?? {};
  for (const name of Object.keys(given)) {
    if (manifest.inputs[name] === undefined) throw new Error(`action.yml has no input "${name}".`);
  }
  const entries = Object.entries(manifest.inputs).map(([name, input]) => {
    const value = given[name] ?? input.default ?? '';
    return [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value.replace('${{ github.token }}', run.token),
    ];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

function runnerVariables(run: ActionRun, temp: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: temp,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: run.api,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_RUN_ID: '4711',
    GITHUB_EVENT_NAME: run.event,
    GITHUB_EVENT_PATH: join(temp, 'event.json'),
    GITHUB_SHA: run.sha,
    GITHUB_WORKSPACE: run.workspace,
    GITHUB_OUTPUT: join(temp, 'output'),
    GITHUB_STEP_SUMMARY: join(temp, 'summary'),
    RUNNER_TEMP: temp,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_ALLOW_PROTOCOL: 'file',
  };
}

function spawn(
  script: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [script],
      { cwd, env, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
  });
}
