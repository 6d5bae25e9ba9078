import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';

/** Which packages and folders each layer may import (ARCHITECTURE.md, "Dependency rules"). */
const layer = (files, patterns, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group: patterns, message }] }] },
});

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      '.tsbuild/**',
      '**/*.gen.*',
      'node_modules/**',
      'test/**/out/**',
      '.cache/**',
      'coverage/**',
      // Texts for the gate, some of which are code; and configurations that belong to no project.
      'test/gate/**',
      'vitest*.config.mts',
    ],
  },
  {
    files: ['**/*.ts', '**/*.mts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/prefer-for-of': 'off',
    },
  },
  {
    files: ['engine/index.ts', 'protocol/**/*.ts'],
    plugins: { jsdoc },
    rules: { 'jsdoc/require-jsdoc': ['error', { publicOnly: true }] },
  },
  {
    // Hot loops over typed arrays, whose indexes are in bounds by construction: `?? 0` on each read costs a tenth of
    // the engine's speed and hides what the loop does.
    files: [
      'engine/{model,detect,attribute}/**/*.ts',
      'scripts/train*.mts',
      'scripts/train/**/*.ts',
      'scripts/bench/**',
    ],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
    },
  },
  layer(
    ['engine/**/*.ts'],
    ['vscode*', 'node:*', '**/server/**', '**/client/**', '**/cli/**', '**/protocol/**', 'yaml'],
    'The engine is pure: it knows neither Node nor LSP nor VS Code, and imports no other layer.',
  ),
  layer(['protocol/**/*.ts'], ['*'], 'protocol holds names and plain types only and imports nothing.'),
  layer(
    ['server/src/**/*.ts'],
    ['vscode', 'vscode-languageclient*', '**/client/**', '**/cli/**'],
    'The server serves every editor: it may import the engine, the protocol and the language server library.',
  ),
  layer(
    ['client/**/*.ts'],
    ['**/engine/**', '**/server/**', '**/cli/**', 'vscode-languageserver*'],
    'The client shows and asks; it analyses nothing.',
  ),
);
