import { DateInput, TextArea } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LeadLoopCard } from '../src/app/cards/LeadLoopCard.tsx';
import { OnContact, OnLead } from '../src/app/cards/records.tsx';
import * as words from '../src/app/cards/words.ts';
import { ACCEPTED, NOW, PENDING, REJECTED, WITH_CONTENT, all, buttons, connector, eventually, press, reply, sees, shown } from './portal.tsx';

const place = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
const said: string[] = [];
const card = () => <LeadLoopCard contact="40000000001" place={place} onAnswered={(text) => said.push(text)} />;
const rejected = { ok: true, receipt: 'r1', card: REJECTED };

beforeEach(() => {
  said.length = 0;
  vi.useFakeTimers({ now: new Date(NOW), toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('what is shown', () => {
  it('says why, what happened, how long is left, and by which definition', async () => {
    connector(PENDING);
    const renderer = await shown(card(), '5 h 11 min left to answer');
    for (const text of ['Why this lead', '40 employees, not met', 'buying role unknown', 'Buying role', 'Company size', 'MQL definition: mql v7']) {
      await sees(renderer, text);
    }
    await sees(renderer, '20 Feb 2026  E-book: Pipeline basics');
    await sees(renderer, 'Answer by Mon');
    expect(buttons(renderer)).toEqual(['Accept', 'Reject']);
  });

  it('says in words that the answer is overdue', async () => {
    connector({ ...PENDING, answerBy: '2026-03-02T08:59:00Z' });
    await shown(card(), 'Overdue by 1 h 1 min');
  });

  it('counts by the time of the connector, whatever the clock of this computer says', async () => {
    vi.setSystemTime(new Date('2027-01-01T00:00:00Z'));
    connector(PENDING);
    await shown(card(), '5 h 11 min left to answer');
  });

  it('shows the latest five engagements, and all on demand', async () => {
    const timeline = Array.from({ length: 50 }, (_, index) => ({ on: '2026-02-20', text: `Touch ${index}` }));
    connector({ ...PENDING, timeline });
    const renderer = await shown(card(), 'Touch 4');
    expect(all(renderer)).not.toContain('Touch 5');
    press(renderer, 'Show all 50');
    await sees(renderer, 'Touch 49');
  });

  it('shows earlier cycles with their reasons', async () => {
    connector({
      ...PENDING,
      cycle: 3,
      earlier: [
        { cycle: 2, outcome: 'rejected', reason: 'F-ENGAGE', label: 'Too little activity', comment: 'one e-book', by: 'Marco Ruiz', at: '2026-01-20T10:00:00Z' },
        { cycle: 1, outcome: 'expired', reason: 'S-EXPIRED', label: 'Not answered in time' },
      ],
    });
    const renderer = await shown(card(), 'Too little activity, 20 Jan 2026, Marco Ruiz');
    await sees(renderer, '“one e-book”');
    await sees(renderer, 'not answered in time');
  });

  it.each([
    ['none', words.NOTHING],
    ['expired', words.CLOCK.expired],
    ['sales', words.CLOCK.sales],
    ['closed', words.CLOCK.closed],
  ])('has nothing to answer when it stands at %s', async (standing, text) => {
    connector({ ...PENDING, standing });
    const renderer = await shown(card(), String(text));
    expect(buttons(renderer)).toEqual([]);
  });

  it.each([
    ['an empty object', {}],
    ['a list', []],
    ['null', null],
    ['other types', { ...PENDING, evidence: 'x', timeline: 7, reasons: [null, 5], suggested: {}, earlier: null, cycle: 'two', answer: [] }],
    ['an unknown standing', { ...PENDING, standing: 'somewhere' }],
    ['an unknown reason', { ...REJECTED, answer: { ...REJECTED.answer, reason: 'Z-NEW', label: '', receipt: 'Etwas anderes.' } }],
    ['times that are none', { ...PENDING, now: 'soon', answerBy: 'later', timeline: [{ on: 'long ago', text: 'x' }] }],
  ])('does not break for %s', async (_, data) => {
    connector(data);
    const renderer = createRenderer('crm.record.sidebar');
    renderer.render(card());
    await renderer.waitFor(() => expect(all(renderer)).not.toContain('LoadingSpinner'));
    expect(all(renderer).length).toBeGreaterThan(10);
  });

  it('shows HTML and emoji as they were written', async () => {
    connector({ ...REJECTED, answer: { ...REJECTED.answer, comment: '<b>no</b> 💶' } });
    await shown(card(), '<b>no</b> 💶');
  });
});

describe('answers', () => {
  it('accepts by one press', async () => {
    const seen = connector(PENDING, { ok: true, receipt: 'r1', card: ACCEPTED });
    const renderer = await shown(card(), 'Accept');
    press(renderer, 'Accept');
    await sees(renderer, words.CLOCK.accepted ?? '');
    expect(seen.sent).toHaveLength(1);
    expect(seen.sent[0]?.url).toBe('https://leadloop.example/api/v1/handoffs/p1-1/answers');
    expect(seen.sent[0]?.body).toEqual({ requestId: expect.stringMatching(/.{10,}/), answer: 'accept' });
    expect(said).toEqual(['Accepted']);
  });

  it('rejects by two presses, the suggested reason first, and shows what followed', async () => {
    const seen = connector(PENDING, rejected);
    const renderer = await shown(card(), 'Reject');
    press(renderer, 'Reject');
    await sees(renderer, 'Suggested. Company size: 40 employees');
    expect(buttons(renderer)).toEqual(['Company too small or too big', 'Too little activity', 'Wrong territory or owner', 'More reasons', 'Cancel']);
    press(renderer, 'Company too small or too big');
    await sees(renderer, 'Rejected: Company too small or too big');
    await sees(renderer, 'low-touch 180 days until 29 Aug 2026');
    expect(seen.sent[0]?.body).toMatchObject({ answer: 'reject', reason: 'F-SIZE' });
    expect(buttons(renderer)).toEqual(['Undo', 'Change answer', 'Add a comment']);
  });

  it('opens the other reasons by groups, those of after contact left out', async () => {
    connector(PENDING);
    const renderer = await shown(card(), 'Reject');
    press(renderer, 'Reject');
    await sees(renderer, 'More reasons');
    press(renderer, 'More reasons');
    await sees(renderer, 'Routing');
    expect(buttons(renderer)).toEqual([
      'Company too small or too big', 'Too little activity', 'Wrong territory or owner', 'Duplicate', 'None of these fit', 'Cancel',
    ]);
  });

  it('asks for a few words if none of the reasons fit, and does not send without them', async () => {
    const seen = connector(PENDING, rejected);
    const renderer = await shown(card(), 'Reject');
    press(renderer, 'Reject');
    await sees(renderer, 'More reasons');
    press(renderer, 'More reasons');
    await sees(renderer, 'None of these fit');
    press(renderer, 'None of these fit');
    await sees(renderer, 'In your words');
    press(renderer, 'Save');
    await sees(renderer, words.FEW_WORDS);
    expect(seen.sent).toHaveLength(0);
    renderer.getRootNode().find(TextArea).trigger('onInput', '<b>wrong</b> person 😀' as never);
    await sees(renderer, 'wrong');
    press(renderer, 'Save');
    await sees(renderer, 'You said');
    expect(seen.sent[0]?.body).toMatchObject({ reason: 'S-NOREASON', comment: '<b>wrong</b> person 😀' });
  });

  it('asks for a day where the reason has one: one press more', async () => {
    const seen = connector(ACCEPTED, rejected);
    const renderer = await shown(card(), 'Disqualify');
    press(renderer, 'Disqualify');
    await sees(renderer, 'Right, but later (date)');
    press(renderer, 'Right, but later (date)');
    await sees(renderer, 'Come back to this person');
    press(renderer, 'In 3 months');
    await sees(renderer, 'You said');
    expect(seen.sent[0]?.body).toMatchObject({ answer: 'reject', reason: 'N-TIMING', revisitOn: '2026-06-02' });
  });

  it('takes a day of the calendar that is still to come, and no other', async () => {
    const seen = connector(ACCEPTED, rejected);
    const renderer = await shown(card(), 'Disqualify');
    press(renderer, 'Disqualify');
    await sees(renderer, 'Right, but later (date)');
    press(renderer, 'Right, but later (date)');
    await sees(renderer, 'or on this day');
    renderer.getRootNode().find(DateInput).trigger('onChange', { year: 2026, month: 2, date: 2 } as never);
    press(renderer, 'Save');
    await sees(renderer, words.DAY_TO_COME);
    expect(seen.sent).toHaveLength(0);
    renderer.getRootNode().find(DateInput).trigger('onChange', { year: 2026, month: 11, date: 1 } as never);
    press(renderer, 'Save');
    await sees(renderer, 'You said');
    expect(seen.sent[0]?.body).toMatchObject({ revisitOn: '2026-12-01' });
  });

  it('sends a double press once', async () => {
    const seen = connector(PENDING, { ok: true, receipt: 'r1', card: ACCEPTED });
    const renderer = await shown(card(), 'Accept');
    press(renderer, 'Accept');
    press(renderer, 'Accept');
    await sees(renderer, words.CLOCK.accepted ?? '');
    expect(seen.sent).toHaveLength(1);
  });

  it('lets its author change an answer', async () => {
    const seen = connector(REJECTED, { ok: true, receipt: 'r2', card: ACCEPTED });
    const renderer = await shown(card(), 'Change answer');
    press(renderer, 'Change answer');
    await sees(renderer, 'Accept');
    press(renderer, 'Accept');
    await sees(renderer, words.CLOCK.accepted ?? '');
    expect(seen.sent[0]?.body).toMatchObject({ answer: 'correct', to: 'accept' });
  });

  it('lets nobody else change it, nor its author when the time is over', async () => {
    connector({ ...REJECTED, answer: { ...REJECTED.answer, changeUntil: undefined } });
    expect(buttons(await shown(card(), 'Rejected'))).toEqual([]);
    vi.restoreAllMocks();
    connector({ ...REJECTED, now: '2026-03-02T10:15:01Z' });
    expect(buttons(await shown(card(), 'Rejected'))).toEqual([]);
  });

  it('adds a comment to what was said, with all that was said', async () => {
    const timing = { ...REJECTED, answer: { ...REJECTED.answer, reason: 'N-TIMING', revisitOn: '2026-09-01' } };
    const seen = connector(timing, rejected);
    const renderer = await shown(card(), 'Add a comment');
    press(renderer, 'Add a comment');
    await sees(renderer, 'Save comment');
    renderer.getRootNode().find(TextArea).trigger('onInput', 'next spring' as never);
    await sees(renderer, 'next spring');
    press(renderer, 'Save comment');
    await sees(renderer, 'You said');
    expect(seen.sent[0]?.body).toMatchObject({
      answer: 'correct', to: 'reject', reason: 'N-TIMING', comment: 'next spring', revisitOn: '2026-09-01',
    });
  });

  it('looks for what became of the answer', async () => {
    const seen = connector({ ...REJECTED, written: 'written' }, { ok: true, receipt: 'r1', card: { ...REJECTED, written: 'waiting' } });
    const renderer = createRenderer('crm.record.sidebar');
    renderer.render(card());
    await sees(renderer, 'Change answer');
    press(renderer, 'Change answer');
    await sees(renderer, 'Accept');
    vi.useRealTimers();
    press(renderer, 'Accept');
    await sees(renderer, words.WAITING);
    await eventually(() => seen.reads.some((url) => url.endsWith('?receipt=r1')));
    await eventually(() => !all(renderer).includes(words.WAITING));
  });
});

describe('when something is wrong', () => {
  it.each([
    ['HubSpot cannot connect', new Error('network')],
    ['the connector is down', reply(502, { status: 'error', category: 'BAD_GATEWAY' })],
    ['the answer is a page', reply(200, '<html>')],
  ])('says that LeadLoop cannot be reached: %s', async (_, answer) => {
    connector(answer);
    const renderer = await shown(card(), words.UNREACHABLE);
    expect(buttons(renderer)).toEqual(['Try again']);
  });

  it('says that the card is not let in', async () => {
    connector(reply(502, { status: 'error', category: 'BAD_GATEWAY', appServerStatusCode: 403 }));
    await shown(card(), words.NOT_ADMITTED);
  });

  it('says that an answer may not have arrived, and sends the same again under the same id', async () => {
    const seen = connector(PENDING, reply(504, ''), { ok: true, receipt: 'r1', card: ACCEPTED });
    const renderer = await shown(card(), 'Accept');
    press(renderer, 'Accept');
    await sees(renderer, words.UNREACHABLE_SAVING);
    press(renderer, 'Accept');
    await sees(renderer, words.CLOCK.accepted ?? '');
    expect(seen.sent).toHaveLength(2);
    expect(seen.sent[1]?.body.requestId).toBe(seen.sent[0]?.body.requestId);
  });

  it('says that somebody was faster, and shows what they said', async () => {
    connector(PENDING, { ok: false, code: 'handoff-closed', message: 'the hand-off of cycle 1 is closed', card: { ...REJECTED, answer: { ...REJECTED.answer, changeUntil: undefined } } });
    const renderer = await shown(card(), 'Accept');
    press(renderer, 'Accept');
    await sees(renderer, words.STALE);
    await sees(renderer, 'Rejected: Company too small or too big');
    expect(said).toEqual([]);
  });

  it('gives the connector\'s words where it has none of its own', async () => {
    connector(PENDING, { ok: false, code: 'new-code', message: 'The comment is too long', card: PENDING });
    const renderer = await shown(card(), 'Accept');
    press(renderer, 'Accept');
    await sees(renderer, 'It was not saved: The comment is too long.');
  });
});

describe('undo and content', () => {
  it('undoes an answer by one press, and waits for another', async () => {
    const seen = connector(REJECTED, { ok: true, receipt: 'r2', card: PENDING });
    const renderer = await shown(card(), 'Rejected: Company too small or too big');
    press(renderer, 'Undo');
    await sees(renderer, 'Accept');
    expect(seen.sent.map((each) => each.body.answer)).toEqual(['undo']);
    expect(said).toEqual([words.UNDONE]);
  });

  it('offers no Undo of what the connector cannot undo', async () => {
    connector({ ...REJECTED, answer: { ...REJECTED.answer, undoable: false } });
    const renderer = await shown(card(), 'Change answer');
    expect(buttons(renderer)).not.toContain('Undo');
  });

  it('says so where somebody was faster than Undo', async () => {
    connector(REJECTED, { ok: false, code: 'handoff-closed', message: 'this answer cannot be undone any more', card: REJECTED });
    const renderer = await shown(card(), 'Undo');
    press(renderer, 'Undo');
    await sees(renderer, words.STALE);
    expect(said).toEqual([]);
  });

  it('takes a vote on content by one press', async () => {
    const voted = { ...WITH_CONTENT, content: [{ title: 'E-book: Pipeline basics', vote: 'helped' }] };
    const seen = connector(WITH_CONTENT, { ok: true, receipt: 'r3', card: voted });
    const renderer = await shown(card(), 'E-book: Pipeline basics');
    press(renderer, 'Helped');
    press(renderer, 'Helped');
    await sees(renderer, 'Said: helped');
    expect(seen.sent.map(({ body }) => [body.answer, body.content, body.helped])).toEqual([
      ['vote', 'E-book: Pipeline basics', true],
    ]);
    expect(buttons(renderer)).not.toContain('Did not help');
  });

  it('shows no content where there is none', async () => {
    connector({ ...PENDING, content: 'x' });
    const renderer = await shown(card(), 'Accept');
    expect(all(renderer)).not.toContain(words.CONTENT);
  });
});

describe('on a record', () => {
  it('asks for the contact that it stands on and refreshes HubSpot\'s properties after an answer', async () => {
    const seen = connector(PENDING, { ok: true, receipt: 'r1', card: ACCEPTED });
    const renderer = await shown(<OnContact />, 'Accept');
    expect(seen.reads).toEqual(['https://leadloop.example/api/v1/cards/hubspot/123']);
    press(renderer, 'Accept');
    await eventually(() => renderer.mocks.actions.refreshObjectProperties.callCount === 1);
    expect(renderer.mocks.actions.addAlert.calls[0]?.[0]).toEqual({ type: 'success', message: 'Accepted' });
  });

  it('finds the contact of one of HubSpot\'s own leads', async () => {
    const seen = connector(PENDING);
    const renderer = createRenderer('crm.record.sidebar');
    renderer.mocks.useCrmProperties.willCall(() => ({
      properties: { hs_primary_contact_id: '40000000007' },
      isLoading: false,
      isRefetching: false,
      error: null,
      refetch: async () => {},
    }));
    renderer.render(<OnLead />);
    await sees(renderer, 'Accept');
    expect(seen.reads).toEqual(['https://leadloop.example/api/v1/cards/hubspot/40000000007']);
  });

  it.each([
    [null, null, words.NO_CONTACT],
    ['40', new Error('You may not see this'), 'You may not see this'],
  ])('says what is missing on a lead without a contact', async (contact, error, text) => {
    connector(PENDING);
    const renderer = createRenderer('crm.record.sidebar');
    renderer.mocks.useCrmProperties.willCall(() => ({
      properties: { hs_primary_contact_id: contact },
      isLoading: false,
      isRefetching: false,
      error,
      refetch: async () => {},
    }));
    renderer.render(<OnLead />);
    await sees(renderer, text);
  });
});
