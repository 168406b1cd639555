import { createElement } from 'lwc';
import { getRecord, notifyRecordUpdateAvailable, updateRecord } from 'lightning/uiRecordApi';
import { getPicklistValues } from 'lightning/uiObjectInfoApi';
import { executeMutation, graphql } from 'lightning/graphql';
import LeadLoopPanel from 'c/leadLoopPanel';
import { LEAD_ID, NOW, ROW_ID, contact, deep, handoffs, lead, settled, values } from '../../../../../../test/support/org';

const ALL = values('F-SIZE', 'F-ENGAGE', 'F-ROLE', 'R-DUP', 'N-TIMING', 'C-UNREACH', 'O-COMPETITOR', 'S-NOREASON');
const PENDING = handoffs({ cycle: 1, state: 'handed_off' });
let element;

async function shown(record = lead(), rows = PENDING, objectApiName = 'Lead', reasons = ALL) {
    element = createElement('c-lead-loop-panel', { is: LeadLoopPanel });
    element.recordId = LEAD_ID;
    element.objectApiName = objectApiName;
    document.body.appendChild(element);
    getRecord.emit(record);
    if (reasons) {
        getPicklistValues.emit(reasons);
    }
    if (rows) {
        graphql.emit({ data: rows });
    }
    await settled();
}

const all = (selector) => deep(element, selector);
const one = (selector) => all(selector)[0];
const text = () => deep(element, 'h2,h3,p,li,dd,button,.detail').map((each) => each.textContent).join(' | ');
const press = async (selector) => {
    one(selector).click();
    await settled();
};
const written = () => executeMutation.mock.calls.map(([{ variables }]) => variables);

describe('the panel', () => {
    beforeEach(() => {
        jest.useFakeTimers({ now: NOW, doNotFake: ['queueMicrotask'] });
        notifyRecordUpdateAvailable.mockResolvedValue(undefined);
        executeMutation.mockResolvedValue({ data: {} });
        updateRecord.mockResolvedValue({});
    });

    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
        jest.useRealTimers();
    });

    it('says why the lead is here, what happened and how long is left', async () => {
        await shown();

        expect(text()).toContain('asked for a demo');
        expect(text()).toMatch(/Company size40 employeesnot met/);
        expect(text()).toContain('mql v7');
        expect(text()).toContain('5 h 12 min left to answer');
        expect(text()).toContain('Demo request: Talk to us');
    });

    it('says that nothing is to be answered for somebody who was not handed over', async () => {
        await shown(lead({ LeadLoop_Handed_Off_At__c: null, LeadLoop_Cycle__c: null }), handoffs());

        expect(one('[data-id="none"]')).toBeDefined();
        expect(one('[data-id="accept"]')).toBeUndefined();
    });

    it('rejects by two presses: record and row at once', async () => {
        await shown();
        await press('[data-id="reject"]');
        expect(one('button[data-code]').textContent).toBe('Company too small or too bigSuggested. Company size: 40 employees');
        await press('button[data-code]');

        const fields = { LeadLoop_Reason__c: 'F-SIZE', LeadLoop_Comment__c: null, LeadLoop_Revisit_On__c: null };
        expect(written()).toEqual([
            { record: { Id: LEAD_ID, Lead: fields }, row: { Id: ROW_ID, LeadLoop_Handoff__c: fields } }
        ]);
        expect(updateRecord).not.toHaveBeenCalled();
    });

    it('accepts by one press', async () => {
        await shown();
        await press('[data-id="accept"]');

        expect(updateRecord.mock.calls).toEqual([
            [{ fields: { Id: LEAD_ID, Status: 'Working' } }, { ifUnmodifiedSince: '2026-03-02T09:00:00.000Z' }]
        ]);
    });

    it('accepts a contact by our own status', async () => {
        await shown(contact(), PENDING, 'Contact');
        await press('[data-id="accept"]');

        expect(updateRecord.mock.calls[0][0].fields).toEqual({ Id: LEAD_ID, LeadLoop_Status__c: 'accepted' });
    });

    it('writes once however often a button is pressed', async () => {
        await shown();
        await press('[data-id="reject"]');
        const button = one('button[data-code]');
        button.click();
        button.click();
        button.click();
        await settled();

        expect(written()).toHaveLength(1);
    });

    it('opens all reasons by groups, with "None of these fit" at the end', async () => {
        await shown();
        await press('[data-id="reject"]');
        await press('[data-id="more"]');

        expect(all('h4').map((each) => each.textContent)).toEqual(['Routing']);
        expect(all('button[data-code]').map((each) => each.dataset.code).at(-1)).toBe('S-NOREASON');
    });

    it('asks for words if none of the reasons fit, and for no more than that', async () => {
        await shown();
        await press('[data-id="reject"]');
        await press('[data-id="more"]');
        await press('[data-code="S-NOREASON"]');
        expect(written()).toEqual([]);
        expect(one('lightning-input')).toBeUndefined();

        const field = one('lightning-textarea');
        field.reportValidity = () => true;
        field.checkValidity = () => true;
        field.dispatchEvent(new CustomEvent('change', { detail: { value: '<b>no</b> 😀 ' } }));
        await press('[data-id="save"]');

        expect(written()[0].record.Lead).toMatchObject({
            LeadLoop_Reason__c: 'S-NOREASON',
            LeadLoop_Comment__c: '<b>no</b> 😀'
        });
    });

    it('does not save without the words that a reason needs', async () => {
        await shown();
        await press('[data-id="reject"]');
        await press('[data-id="more"]');
        await press('[data-code="S-NOREASON"]');
        const field = one('lightning-textarea');
        field.reportValidity = () => false;
        field.checkValidity = () => false;
        await press('[data-id="save"]');

        expect(written()).toEqual([]);
    });

    it('takes a day by one press once the lead was accepted', async () => {
        await shown(lead({ Status: 'Working' }), handoffs({ cycle: 1, state: 'accepted' }));
        expect(one('[data-id="accept"]')).toBeUndefined();
        expect(one('[data-id="reject"]').textContent.trim()).toBe('Disqualify');
        await press('[data-id="reject"]');
        await press('[data-code="N-TIMING"]');
        await press('[data-day="2026-06-03"]');

        expect(written()[0].row.LeadLoop_Handoff__c).toMatchObject({
            LeadLoop_Reason__c: 'N-TIMING',
            LeadLoop_Revisit_On__c: '2026-06-03'
        });
    });

    it('undoes: what was there before is put back', async () => {
        await shown();
        await press('[data-id="reject"]');
        await press('button[data-code]');
        getRecord.emit(lead({ LeadLoop_Reason__c: 'F-SIZE' }));
        await settled();
        expect(text()).toContain('Rejected: Company too small or too big');
        await press('[data-id="undo"]');

        expect(written()[1].record.Lead).toEqual({
            LeadLoop_Reason__c: null,
            LeadLoop_Comment__c: null,
            LeadLoop_Revisit_On__c: null
        });
    });

    it('offers no undo once marketing has acted, but another answer', async () => {
        await shown();
        await press('[data-id="reject"]');
        await press('button[data-code]');
        getRecord.emit(
            lead({
                LeadLoop_Reason__c: 'F-SIZE',
                LeadLoop_Receipt__c: 'You said: Company too small or too big. We did: low-touch 180 days until 30 Aug 2026.'
            })
        );
        await settled();

        expect(one('[data-id="undo"]')).toBeUndefined();
        expect(text()).toContain('low-touch 180 days until 30 Aug 2026');
        await press('[data-id="change"]');
        await press('[data-id="accept"]');
        expect(written()[1].record.Lead).toMatchObject({ Status: 'Working', LeadLoop_Reason__c: null });
    });

    it('offers no undo of an acceptance that marketing has, but to take it back by any first reason', async () => {
        await shown();
        await press('[data-id="accept"]');
        getRecord.emit(lead({ Status: 'Working' }));
        await settled();
        expect(one('[data-id="undo"]')).toBeDefined();

        graphql.emit({ data: handoffs({ cycle: 1, state: 'accepted' }) });
        await settled();
        expect(one('[data-id="undo"]')).toBeUndefined();
        await press('[data-id="change"]');
        expect(one('[data-id="accept"]')).toBeUndefined();
        await press('[data-id="reject"]');
        await press('[data-id="more"]');
        expect(all('button[data-code]').map((each) => each.dataset.code)).toContain('R-DUP');
    });

    it('adds a comment afterwards', async () => {
        await shown();
        await press('[data-id="reject"]');
        await press('button[data-code]');
        getRecord.emit(lead({ LeadLoop_Reason__c: 'F-SIZE' }));
        await settled();
        await press('[data-id="comment"]');
        one('lightning-textarea').dispatchEvent(new CustomEvent('change', { detail: { value: 'five people' } }));
        await press('[data-id="save-comment"]');

        expect(written()[1].record.Lead).toEqual({ LeadLoop_Reason__c: 'F-SIZE', LeadLoop_Comment__c: 'five people' });
    });

    it('looks for the receipt until it is there', async () => {
        await shown();
        await press('[data-id="reject"]');
        await press('button[data-code]');
        const looked = notifyRecordUpdateAvailable.mock.calls.length;
        jest.advanceTimersByTime(6100);
        await settled();
        expect(notifyRecordUpdateAvailable.mock.calls.length).toBe(looked + 2);

        getRecord.emit(lead({ LeadLoop_Reason__c: 'F-SIZE', LeadLoop_Receipt__c: 'You said: x. We did: y.' }));
        jest.advanceTimersByTime(60000);
        await settled();
        expect(notifyRecordUpdateAvailable.mock.calls.length).toBe(looked + 2);
    });

    it('does not write over what somebody else has just answered', async () => {
        await shown();
        await press('[data-id="reject"]');
        notifyRecordUpdateAvailable.mockImplementation(async () => getRecord.emit(lead({ LeadLoop_Reason__c: 'R-DUP' })));
        await press('button[data-code]');

        expect(written()).toEqual([]);
        expect(one('[data-id="fault"]').textContent).toContain('Somebody changed this record meanwhile');
        expect(text()).toContain('Rejected: Duplicate');
    });

    it("shows the org's own words, keeps the choice and can be tried again", async () => {
        await shown();
        await press('[data-id="reject"]');
        executeMutation.mockResolvedValueOnce({ data: null, errors: [{ message: 'Name the existing record.' }] });
        await press('button[data-code]');
        expect(one('[data-id="fault"]').textContent).toBe('Name the existing record.');

        await press('button[data-code]');
        expect(written()).toHaveLength(2);
        expect(one('[data-id="fault"]')).toBeUndefined();
    });

    it('says that a record is gone', async () => {
        await shown();
        getRecord.error({ message: 'gone' }, 404);
        await settled();

        expect(one('[data-id="fault"]').textContent).toContain('not there any more');
    });

    it('works without the hand-off row', async () => {
        await shown(lead(), null);
        await press('[data-id="reject"]');
        await press('button[data-code]');

        expect(updateRecord.mock.calls[0][0].fields).toMatchObject({ LeadLoop_Reason__c: 'F-SIZE' });
        expect(executeMutation).not.toHaveBeenCalled();
    });

    it('says what a rep cannot see, and shows the rest', async () => {
        await shown(lead({}, ['LeadLoop_Reason__c', 'LeadLoop_Timeline__c']));

        expect(one('[data-id="blind"]').textContent).toContain('LeadLoop Rep');
        expect(one('[data-id="missing"]').textContent).toContain('What Happened');
        expect(one('[data-id="accept"]')).toBeDefined();
        expect(one('[data-id="reject"]')).toBeUndefined();
    });

    it('shows earlier cycles with their reasons', async () => {
        await shown(
            lead({ LeadLoop_Cycle__c: 2 }),
            handoffs(
                { cycle: 2, state: 'handed_off' },
                { id: 'b', cycle: 1, state: 'nurture', reason: 'F-ENGAGE', comment: 'one e-book', answeredBy: 'Marco Ruiz' }
            )
        );

        expect(text()).toContain('cycle 2');
        expect(text()).toMatch(/Cycle 1Too little activity, 2 Mar 2026|Cycle 1Too little activity, Mar 2, 2026/);
        expect(text()).toContain('“one e-book”');
    });

    it('says that an answer is overdue', async () => {
        await shown(lead({ LeadLoop_Answer_By__c: '2026-03-03T06:00:00.000Z' }));

        expect(text()).toContain('Overdue by 2 h 0 min');
    });

    it.each([
        ['unreadable evidence', { LeadLoop_Evidence__c: '{"a":[1,2' }],
        ['numbers for texts', { LeadLoop_Evidence__c: 7, LeadLoop_Timeline__c: false }],
        ['an unknown reason', { LeadLoop_Reason__c: 'Z-GONE' }],
        ['a time that is none', { LeadLoop_Answer_By__c: 'soon' }],
        ['40,000 characters', { LeadLoop_Evidence__c: 'x'.repeat(40000) }]
    ])('is not broken by %s', async (_, changes) => {
        await shown(lead(changes));

        expect(one('h2')).toBeDefined();
    });

    it('keeps the keyboard: escape leaves the choice and goes back to the button', async () => {
        await shown();
        await press('[data-id="reject"]');
        one('[role="group"]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
        await settled();

        expect(one('button[data-code]')).toBeUndefined();
        expect(one('[data-id="reject"]')).toBeDefined();
    });
});
