import { translate } from '@hubspot/project-parsing-lib/translate';
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONNECTOR } from '../src/app/cards/connector.ts';

function json(path: string) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

const app = json('src/app/app-hsmeta.json');
const cards = readdirSync('src/app/cards').filter((name) => name.endsWith('-hsmeta.json'));

describe('the project', () => {
  it('is of platform version 2026.09 and is understood by HubSpot\'s own parser', async () => {
    expect(json('hsproject.json').platformVersion).toBe('2026.09');
    const translated = await translate(
      { projectSourceDir: resolve('src'), platformVersion: '2026.09', accountId: 1 },
      { skipValidation: true },
    );
    const parts = Object.values(translated.intermediateRepresentation?.intermediateNodesIndexedByUid ?? {});
    expect(parts.map((part) => part.componentType).sort()).toEqual(['APPLICATION', 'CARD', 'CARD']);
  });

  it('may fetch the connector and nothing else', () => {
    expect(app.config.permittedUrls).toEqual({ fetch: [new URL(CONNECTOR).origin], iframe: [], img: [] });
    expect(new URL(CONNECTOR).protocol).toBe('https:');
  });

  it.each(cards)('names an entry that is there: %s', (file) => {
    const { entrypoint, location } = json(`src/app/cards/${file}`).config;
    expect(readdirSync('src/app/cards')).toContain(entrypoint.replace('/app/cards/', ''));
    expect(location).toBe('crm.record.sidebar');
  });

  it('is built by HubSpot with the versions that were tested', () => {
    expect(json('src/app/cards/package.json').dependencies).toEqual(json('package.json').dependencies);
  });
});
