import { config as uiExtensions } from '@hubspot/eslint-config-ui-extensions';
import js from '@eslint/js';
import react from 'eslint-plugin-react';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const CARD = ['src/**/*.ts', 'src/**/*.tsx'];

export default defineConfig([
  { ignores: ['node_modules/**', 'dist/**'] },
  js.configs.recommended,
  tseslint.configs.recommended,
  react.configs.flat.recommended,
  react.configs.flat['jsx-runtime'],
  { settings: { react: { version: '18.3' } } },
  reactHooks.configs.flat['recommended-latest'],
  ...uiExtensions.map((each) => ({ ...each, files: CARD })),
  { rules: { 'react/prop-types': 'off' } },
  {
    files: ['*.mjs', '*.js', 'browser/*.mjs'],
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', URL: 'readonly', window: 'readonly', document: 'readonly' },
    },
  },
]);
