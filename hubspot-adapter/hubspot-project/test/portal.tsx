import { createRenderer } from '@hubspot/ui-extensions/testing';
import { type ReactElement } from 'react';
import { Button, hubspot } from '@hubspot/ui-extensions';
import { vi } from 'vitest';

export type Renderer = ReturnType<typeof createRenderer<'crm.record.sidebar'>>;

export const NOW = '2026-03-02T10:00:00Z';

export const REASONS = [
  { code: 'F-ENGAGE', label: 'Too little activity', hint: 'Fewer or older touches than we agreed', group: 'fit', phases: ['BEFORE'], asks: [] },
  { code: 'F-SIZE', label: 'Company too small or too big', hint: 'Outside the size that we serve', group: 'fit', phases: ['BEFORE', 'AFTER'], asks: [] },
  { code: 'R-DUP', label: 'Duplicate', hint: 'The same person is here a second time', group: 'routing', phases: ['BEFORE'], asks: [] },
  { code: 'R-TERR', label: 'Wrong territory or owner', hint: 'A colleague owns this account', group: 'routing', phases: ['BEFORE'], asks: [] },
  { code: 'N-TIMING', label: 'Right, but later (date)', hint: 'Wants to talk on a later day', group: 'need', phases: ['AFTER'], asks: ['DATE'] },
  { code: 'S-NOREASON', label: 'None of these fit', hint: 'Say in your words what was wrong', group: 'system', phases: ['BEFORE', 'AFTER'], asks: ['COMMENT'] },
];

export const PENDING = {
  standing: 'pending',
  now: NOW,
  handoff: 'p1-1',
  cycle: 1,
  definition: 'mql v7',
  why: 'fit 60, engagement 20',
  evidence: [
    { id: 'size', result: 'FALSE', seen: '40 employees', points: 0, pivotal: false },
    { id: 'job-level', result: 'UNKNOWN', seen: 'no job title', points: 0, pivotal: false },
  ],
  timeline: [{ on: '2026-02-20', text: 'E-book: Pipeline basics' }],
  answerBy: '2026-03-02T15:11:00Z',
  phase: 'BEFORE',
  earlier: [],
  reasons: REASONS,
  suggested: [
    { phase: 'BEFORE', code: 'F-SIZE', evidence: 'Size: 40 employees' },
    { phase: 'BEFORE', code: 'F-ENGAGE', evidence: '1 touch, the latest 9 days ago' },
    { phase: 'BEFORE', code: 'R-TERR', evidence: '' },
    { phase: 'AFTER', code: 'N-TIMING', evidence: '' },
  ],
};

export const REJECTED = {
  ...PENDING,
  standing: 'answered',
  answer: {
    kind: 'DECLINE',
    reason: 'F-SIZE',
    label: 'Company too small or too big',
    by: 'jonas.brandt@sales.example',
    at: NOW,
    receipt: 'You said: Company too small or too big. We did: low-touch 180 days until 29 Aug 2026.',
    changeUntil: '2026-03-02T10:15:00Z',
  },
};

export const ACCEPTED = {
  ...PENDING,
  standing: 'accepted',
  phase: 'AFTER',
  answer: { kind: 'ACCEPT', by: 'jonas.brandt@sales.example', at: NOW, changeUntil: '2026-03-02T10:15:00Z' },
};

export interface Sent {
  url: string;
  body: Record<string, unknown>;
}

export interface Connector {
  sent: Sent[];
  reads: string[];
}

export function reply(status: number, body: unknown): Response {
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
}

/** A connector that shows this card and answers each press with what comes next. */
export function connector(card: unknown, ...answers: (unknown | Response | Error)[]): Connector {
  const seen: Connector = { sent: [], reads: [] };
  vi.spyOn(hubspot, 'fetch').mockImplementation(async (url, options = {}) => {
    if (options.method === 'POST') {
      seen.sent.push({ url: String(url), body: options.body ?? {} });
      const next = answers.shift();
      if (next instanceof Error) {
        throw next;
      }
      return next instanceof Response ? next : reply(200, next);
    }
    seen.reads.push(String(url));
    if (card instanceof Error) {
      throw card;
    }
    return card instanceof Response ? card : reply(200, card);
  });
  return seen;
}

/** The card on a contact, once this text is there. */
export async function shown(element: ReactElement, text: string): Promise<Renderer> {
  const renderer = createRenderer('crm.record.sidebar');
  renderer.render(element);
  await sees(renderer, text);
  return renderer;
}

export async function sees(renderer: Renderer, text: string): Promise<void> {
  await renderer.waitFor(() => {
    if (!all(renderer).includes(text)) {
      throw new Error(`not there: ${text}\nthere is: ${all(renderer)}`);
    }
  });
}

/** Asks again and again; a renderer's own waiting looks only when something is drawn. */
export async function eventually(check: () => boolean, seconds = 10): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!check()) {
    if (performance.now() > end) {
      throw new Error(`nothing within ${seconds} s`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** All that is read, with the titles of alerts and labels of fields. */
export function all(renderer: Renderer): string {
  return renderer.getRootNode().toString();
}

export function buttons(renderer: Renderer): string[] {
  return renderer
    .getRootNode()
    .findAll(Button)
    .map((button) => button.text ?? '');
}

export function press(renderer: Renderer, label: string): void {
  const found = renderer
    .getRootNode()
    .findAll(Button)
    .find((button) => button.text === label);
  if (!found) {
    throw new Error(`no button ${label} among ${buttons(renderer).join(' | ')}`);
  }
  if (found.props.disabled !== true) {
    found.trigger('onClick');
  }
}
