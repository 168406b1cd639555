import { hubspot } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CONNECTOR } from '../src/app/cards/connector.ts';
import { LeadLoopCard } from '../src/app/cards/LeadLoopCard.tsx';
import { buttons, eventually, press, sees } from './portal.tsx';

/* HubSpot's simulator, which signs and passes on what the card fetches, and both vendors' records. Set by the build. */
const portal = process.env.LEADLOOP_HUBSPOT ?? '';
const org = process.env.LEADLOOP_SALESFORCE ?? '';
const connector = process.env.LEADLOOP_CONNECTOR ?? '';
const USER = 'jonas.brandt@sales.example';
const NAME = 'Jonas Brandt';

type Row = Record<string, string>;

async function control(path: string, body: unknown): Promise<Row> {
  const answer = await fetch(`${portal}/__sim/actions/${path}`, { method: 'POST', body: JSON.stringify(body) });
  const told = await answer.text();
  expect(answer.status, told).toBe(200);
  return JSON.parse(told) as Row;
}

async function records(vendor: string, type: string): Promise<Row[]> {
  const answer = await fetch(`${vendor}/__sim/records/${type}`);
  return ((await answer.json()) as { records: Row[] }).records;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe.skipIf(portal === '')('with the connector and both simulators', () => {
  it('makes two presses a reason in HubSpot and in Salesforce, once, and tells when it is there', async () => {
    await control('card-app', { actor: USER, arguments: { origin: CONNECTOR, target: connector } });
    let answers = 0;
    vi.spyOn(hubspot, 'fetch').mockImplementation(async (url, options = {}) => {
      answers += options.method === 'POST' ? 1 : 0;
      const told = await control('card-fetch', {
        actor: USER,
        arguments: {
          address: String(url),
          method: options.method ?? 'GET',
          body: options.body === undefined ? '' : JSON.stringify(options.body),
        },
      });
      return new Response(told.body, { status: Number(told.status) });
    });
    const contact = (await records(portal, 'contact')).find((each) => each.leadloop_state === 'handed_off');
    const id = contact?.hs_object_id ?? '';
    const renderer = createRenderer('crm.record.sidebar');
    renderer.render(<LeadLoopCard contact={id} place={{ locale: 'en-GB', timeZone: 'UTC' }} onAnswered={() => undefined} />);
    await eventually(() => buttons(renderer).includes('Reject'));
    press(renderer, 'Reject');
    await eventually(() => buttons(renderer).includes('More reasons'));
    const pressed = performance.now();
    const label = buttons(renderer)[0] ?? '';
    press(renderer, label);
    press(renderer, label);
    await sees(renderer, `Rejected: ${label}`);

    const now = async () => (await records(portal, 'contact')).find((each) => each.hs_object_id === id);
    let there = await now();
    await eventually(() => {
      void now().then((found) => (there = found));
      return (there?.leadloop_reason_code ?? '') !== '';
    }, 60);
    console.error(`MEASURED press in the card to the reason in HubSpot: ${Math.round(performance.now() - pressed)} ms`);
    expect(answers).toBe(1);
    const row = (await records(org, 'LeadLoop_Handoff__c')).filter((each) => each.LeadLoop_Answered_By__c === NAME);
    expect(row.map((each) => each.LeadLoop_Reason__c)).toEqual([there?.leadloop_reason_code]);
    const lead = (await records(org, 'Lead')).find((each) => each.Email === contact?.email);
    expect(lead?.LeadLoop_Reason__c).toBe(there?.leadloop_reason_code);
    await eventually(() => !JSON.stringify(renderer.getRootNode().toString()).includes('Marketing will have it'), 30);
  }, 120_000);
});
