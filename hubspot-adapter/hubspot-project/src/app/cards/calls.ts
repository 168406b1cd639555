import { hubspot } from '@hubspot/ui-extensions';
import { CONNECTOR } from './connector.ts';
import { type CardData, cardOf } from './data.ts';
import { NOT_ADMITTED, UNREACHABLE, UNREACHABLE_SAVING, refusal } from './words.ts';

const TIMEOUT = 10_000;

export interface Answer {
  answer: 'accept' | 'reject' | 'correct' | 'undo' | 'vote';
  content?: string;
  helped?: boolean;
  to?: 'accept' | 'reject';
  reason?: string;
  comment?: string;
  revisitOn?: string;
}

/** What became of a call: the card as it is now, a fault in words, or both. */
export interface Outcome {
  card?: CardData;
  receipt?: string;
  fault?: string;
}

/* HubSpot's proxy tells of an answer that is not 2xx only that it was so, and at best its status. */
function fault(status: number, otherwise: string): string {
  return status === 401 || status === 403 ? NOT_ADMITTED : otherwise;
}

async function statusOf(response: Response): Promise<number> {
  try {
    const body = (await response.json()) as { appServerStatusCode?: unknown };
    return typeof body.appServerStatusCode === 'number' ? body.appServerStatusCode : response.status;
  } catch {
    return response.status;
  }
}

export async function readCard(contact: string, receipt: string): Promise<Outcome> {
  try {
    const asked = receipt === '' ? '' : `?receipt=${encodeURIComponent(receipt)}`;
    const response = await hubspot.fetch(`${CONNECTOR}/api/v1/cards/hubspot/${contact}${asked}`, { timeout: TIMEOUT });
    return response.ok
      ? { card: cardOf(await response.json()) }
      : { fault: fault(await statusOf(response), UNREACHABLE) };
  } catch {
    return { fault: UNREACHABLE };
  }
}

export async function sendAnswer(handoff: string, requestId: string, answer: Answer): Promise<Outcome> {
  try {
    const response = await hubspot.fetch(`${CONNECTOR}/api/v1/handoffs/${encodeURIComponent(handoff)}/answers`, {
      method: 'POST',
      timeout: TIMEOUT,
      body: { requestId, ...answer },
    });
    if (!response.ok) {
      return { fault: fault(await statusOf(response), UNREACHABLE_SAVING) };
    }
    const told = (await response.json()) as Record<string, unknown>;
    const card = told.card === undefined ? undefined : cardOf(told.card);
    return told.ok === true
      ? { card, receipt: String(told.receipt ?? '') }
      : { card, fault: refusal(String(told.code ?? ''), String(told.message ?? '')) };
  } catch {
    return { fault: UNREACHABLE_SAVING };
  }
}
