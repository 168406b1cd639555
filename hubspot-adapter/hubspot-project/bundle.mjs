/* Bundles each card as HubSpot's build does, without an account. */
import { remoteBuild } from '@hubspot/ui-extensions-dev-server';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';

const cards = resolve('src/app/cards');
for (const file of readdirSync(cards).filter((name) => name.endsWith('-hsmeta.json'))) {
  const { entrypoint } = JSON.parse(readFileSync(resolve(cards, file), 'utf8')).config;
  const outputDir = resolve('dist', basename(entrypoint, '.tsx'));
  mkdirSync(outputDir, { recursive: true });
  await remoteBuild({ root: cards, entryPoint: basename(entrypoint), outputDir });
}
