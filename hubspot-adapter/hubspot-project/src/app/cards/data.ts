/* What LeadLoop says of a contact. Whatever is missing or strange becomes empty: a card must never break for it. */

export type Phase = 'BEFORE' | 'AFTER';
export type Ask = 'DATE' | 'COMMENT';

export interface Reason {
  code: string;
  label: string;
  hint: string;
  group: string;
  phases: Phase[];
  asks: Ask[];
}

export interface Suggestion {
  phase: Phase;
  code: string;
  evidence: string;
}

export interface Criterion {
  id: string;
  name: string;
  result: string;
  seen: string;
}

export interface Engagement {
  on: string;
  text: string;
}

export interface Given {
  kind: string;
  reason: string;
  label: string;
  comment: string;
  revisitOn: string;
  receipt: string;
  changeUntil: string;
  undoable: boolean;
}

export interface Used {
  title: string;
  vote: string;
}

export interface Cycle {
  cycle: number;
  outcome: string;
  label: string;
  comment: string;
  by: string;
  at: string;
}

export interface CardData {
  standing: string;
  now: string;
  handoff: string;
  cycle: number;
  definition: string;
  why: string;
  evidence: Criterion[];
  timeline: Engagement[];
  answerBy: string;
  phase: Phase;
  answer?: Given;
  written: string;
  content: Used[];
  earlier: Cycle[];
  reasons: Reason[];
  suggested: Suggestion[];
}

type Fields = Record<string, unknown>;

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function list<T>(value: unknown, read: (each: Fields) => T): T[] {
  return Array.isArray(value) ? value.map((each) => read(fields(each))) : [];
}

function words<T extends string>(value: unknown, known: readonly T[]): T[] {
  return Array.isArray(value) ? known.filter((word) => value.includes(word)) : [];
}

const PHASES = ['BEFORE', 'AFTER'] as const;
const ASKS = ['DATE', 'COMMENT'] as const;

function phase(value: unknown): Phase {
  return value === 'AFTER' ? 'AFTER' : 'BEFORE';
}

function given(value: Fields): Given {
  return {
    kind: text(value.kind),
    reason: text(value.reason),
    label: text(value.label),
    comment: text(value.comment),
    revisitOn: text(value.revisitOn),
    receipt: text(value.receipt),
    changeUntil: text(value.changeUntil),
    undoable: value.undoable === true,
  };
}

export function cardOf(value: unknown): CardData {
  const card = fields(value);
  return {
    standing: text(card.standing),
    now: text(card.now),
    handoff: text(card.handoff),
    cycle: count(card.cycle),
    definition: text(card.definition),
    why: text(card.why),
    evidence: list(card.evidence, (each) => ({
      id: text(each.id),
      name: text(each.name),
      result: text(each.result),
      seen: text(each.seen),
    })),
    timeline: list(card.timeline, (each) => ({ on: text(each.on), text: text(each.text) })),
    answerBy: text(card.answerBy),
    phase: phase(card.phase),
    answer: Object.keys(fields(card.answer)).length > 0 ? given(fields(card.answer)) : undefined,
    written: text(card.written),
    content: list(card.content, (each) => ({ title: text(each.title), vote: text(each.vote) })).filter(
      (each) => each.title !== '',
    ),
    earlier: list(card.earlier, (each) => ({
      cycle: count(each.cycle),
      outcome: text(each.outcome),
      label: text(each.label),
      comment: text(each.comment),
      by: text(each.by),
      at: text(each.at),
    })),
    reasons: list(card.reasons, (each) => ({
      code: text(each.code),
      label: text(each.label) || text(each.code),
      hint: text(each.hint),
      group: text(each.group),
      phases: words(each.phases, PHASES),
      asks: words(each.asks, ASKS),
    })).filter((reason) => reason.code !== ''),
    suggested: list(card.suggested, (each) => ({
      phase: phase(each.phase),
      code: text(each.code),
      evidence: text(each.evidence),
    })),
  };
}
