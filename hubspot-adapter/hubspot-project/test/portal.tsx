import { createRenderer } from '@hubspot/ui-extensions/testing';
import { type ReactElement } from 'react';
import { Button, hubspot } from '@hubspot/ui-extensions';
import { vi } from 'vitest';
import states from '../browser/states.json' with { type: 'json' };

export type Renderer = ReturnType<typeof createRenderer<'crm.record.sidebar'>>;

/** The same cards as in the pictures. */
export const { ACCEPTED, REJECTED } = states;
export const WITH_CONTENT = states.PENDING;
export const PENDING = { ...states.PENDING, content: [] };
export const NOW = PENDING.now;

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
