import { useCallback, useEffect, useRef, useState } from 'react';
import { type Answer, type Outcome, readCard, sendAnswer } from './calls.ts';
import type { CardData } from './data.ts';
import { instant } from './moments.ts';

const TICK = 30_000;
const LOOK = 3_000;
const LOOKS = 20;

/** Unlike any other: the same press that is sent twice counts once. */
function newId(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`;
}

export interface CardState {
  card?: CardData;
  fault: string;
  busy: boolean;
  /** The connector's time, in milliseconds. */
  now: number;
  reload: () => Promise<void>;
  /** @returns whether it was taken */
  send: (answer: Answer) => Promise<boolean>;
}

/** Reads a contact's card, keeps its clock, sends answers, and looks for what became of the last one for a minute. */
export function useCard(contact: string): CardState {
  const [card, setCard] = useState<CardData>();
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const [now, setNow] = useState(() => Date.now());
  const [looks, setLooks] = useState(0);
  const ahead = useRef(0);
  const receipt = useRef('');
  const sending = useRef(false);
  const pressed = useRef({ print: '', id: '' });

  const show = useCallback((outcome: Outcome) => {
    if (outcome.card) {
      ahead.current = (instant(outcome.card.now) ?? Date.now()) - Date.now();
      setNow(Date.now() + ahead.current);
      setCard(outcome.card);
    }
    setFault(outcome.fault ?? '');
  }, []);

  const reload = useCallback(async () => {
    show(await readCard(contact, receipt.current));
  }, [contact, show]);

  useEffect(() => {
    void reload();
    const ticking = setInterval(() => setNow(Date.now() + ahead.current), TICK);
    return () => clearInterval(ticking);
  }, [reload]);

  const isWaiting = looks > 0 && card?.written === 'waiting';
  useEffect(() => {
    if (!isWaiting) {
      return undefined;
    }
    const looking = setTimeout(() => {
      setLooks(looks - 1);
      void readCard(contact, receipt.current).then((outcome) => {
        if (outcome.card) {
          show(outcome);
        }
      });
    }, LOOK);
    return () => clearTimeout(looking);
  }, [contact, isWaiting, looks, show]);

  const send = async (answer: Answer) => {
    if (sending.current || !card) {
      return false;
    }
    sending.current = true;
    setBusy(true);
    const print = JSON.stringify([card.handoff, answer]);
    if (pressed.current.print !== print) {
      pressed.current = { print, id: newId() };
    }
    const outcome = await sendAnswer(card.handoff, pressed.current.id, answer);
    const taken = outcome.receipt !== undefined;
    if (taken) {
      receipt.current = outcome.receipt ?? '';
      setLooks(LOOKS);
    }
    if (taken || outcome.card) {
      pressed.current = { print: '', id: '' };
    }
    show(outcome);
    setBusy(false);
    sending.current = false;
    return taken;
  };

  return { card, fault, busy, now, reload, send };
}
