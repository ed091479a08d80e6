import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** The house: a folder may import from itself and from folders further right. See docs/architecture.md. */
const layers = [
  ['entry'],
  ['app'],
  ['platform', 'render'],
  ['policy', 'approval', 'units', 'estimate', 'tags', 'billing'],
  ['iac', 'pricing'],
  ['tree', 'config'],
  ['model'],
  ['lib'],
];

const direction = layers.flatMap((names, level) =>
  names.map((name) => {
    const left = layers.slice(0, level).flat();
    const siblings = names.filter((other) => other !== name);
    const forbidden = name === 'entry' ? [] : [...left, ...(level === 3 ? [] : siblings)];
    return {
      files: [`src/${name}/**/*.ts`],
      ignores: ['**/*.test.ts'],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              ...forbidden.map((other) => ({
                regex: `^(\\.\\./)+${other}/`,
                message: `src/${name} must not import src/${other}: imports run one way.`,
              })),
              ...(name === 'entry' || name === 'platform'
                ? []
                : [{ regex: '^(@actions|@octokit)/', message: 'Only entry/ and platform/ talk to GitHub.' }]),
              ...(name === 'tree' || name === 'app'
                ? []
                : [{ regex: '^node:child_process$', message: 'Only tree/ runs git.' }]),
            ],
          },
        ],
      },
    };
  }),
);

export default tseslint.config(
  { ignores: ['dist/**', 'coverage/**', 'node_modules/**', '.cache/**', 'examples/**', 'prices/**'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 400 }],
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.cjs'], languageOptions: { globals: { process: 'readonly', require: 'readonly' } } },
  ...direction,
);
