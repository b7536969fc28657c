import {configs as lit} from 'eslint-plugin-lit';
import {configs as wc} from 'eslint-plugin-wc';
import {defineConfig, globalIgnores} from 'eslint/config';
import tseslint from 'typescript-eslint';
import {house} from './scripts/eslint-house.mjs';

const unused = {argsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true};
const elementBaseClasses = ['LitElement', 'PolicyElement'];

export default defineConfig([
  globalIgnores([
    'dist/',
    'examples/*/{dist,dist-prerender,.next,.angular,.svelte-kit}/',
    'out/',
    'coverage/',
    '.cache/',
    'src/l10n/generated/',
  ]),
  {
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    rules: {
      eqeqeq: ['error', 'always', {null: 'ignore'}],
      'no-else-return': 'error',
      'no-unused-vars': ['error', unused],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'demo/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked, lit['flat/recommended'], wc['flat/recommended']],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    settings: {wc: {elementBaseClasses}, lit: {elementBaseClasses}},
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // a type's members can be those of an interface of the browser
      '@typescript-eslint/no-empty-object-type': ['error', {allowInterfaces: 'with-single-extends'}],
      '@typescript-eslint/no-unused-vars': ['error', unused],
      'no-unused-vars': 'off',
      // Lit binds the methods that a template names to the element
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // expect(…).to.be.true is an expression
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/require-await': 'off',
      // tests build elements that are wrong on purpose
      'wc/no-invalid-element-name': 'off',
      'wc/guard-super-call': 'off',
    },
  },
  {
    // an example's types are checked by its own compiler, in its own packages
    files: ['examples/**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: {parserOptions: {ecmaFeatures: {jsx: true}}},
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', unused],
      'no-unused-vars': 'off',
    },
  },
  ...house,
]);
