import { acceptance, before, onRecord, onRow, read, rows, standing } from 'c/leadLoopRecord';
import { contact, handoffs, lead } from '../../../../../../test/support/org';

function stands(changes, state = 'handed_off') {
    return standing(read(lead(changes), 'Lead'), state ? { state } : undefined, 'Lead');
}

describe('where a hand-off stands', () => {
    it('is nowhere without a hand-off', () => {
        expect(stands({ LeadLoop_Handed_Off_At__c: null, LeadLoop_Cycle__c: null })).toBe('none');
    });

    it('waits for an answer, with or without its row', () => {
        expect([stands({}), stands({}, ''), stands({}, 'qualified')]).toEqual(['pending', 'pending', 'pending']);
    });

    it('is accepted by the status, or by the row', () => {
        expect([stands({ Status: 'Working' }), stands({}, 'accepted'), stands({}, 'working')]).toEqual([
            'accepted',
            'accepted',
            'accepted'
        ]);
        expect(standing(read(contact({ LeadLoop_Status__c: 'working' }), 'Contact'), undefined, 'Contact')).toBe('accepted');
        const old = { LeadLoop_Status__c: 'accepted', LeadLoop_Receipt__c: 'You said: No need. We did: disqualified.' };
        expect(standing(read(contact(old), 'Contact'), undefined, 'Contact')).toBe('accepted');
    });

    it('is answered as soon as the record has a reason, whatever the row says', () => {
        expect(stands({ LeadLoop_Reason__c: 'F-SIZE' })).toBe('answered');
        expect(stands({}, 'nurture')).toBe('answered');
    });

    it('is over when it expired or became a deal', () => {
        expect([stands({}, 'expired'), stands({}, 'won'), stands({ IsConverted: true })]).toEqual([
            'expired',
            'sales',
            'sales'
        ]);
    });
});

describe('an answer', () => {
    it('empties what it leaves empty, and leaves hidden fields alone', () => {
        const answer = { reason: 'F-SIZE', comment: '', revisitOn: '' };

        expect(onRecord(answer, 'Lead', ['revisitOn'])).toEqual({
            LeadLoop_Reason__c: 'F-SIZE',
            LeadLoop_Comment__c: null
        });
        expect(onRow(answer)).toEqual({
            LeadLoop_Reason__c: 'F-SIZE',
            LeadLoop_Comment__c: null,
            LeadLoop_Revisit_On__c: null
        });
    });

    it('of acceptance takes an earlier no away', () => {
        expect(acceptance({ reason: '' }, 'Lead')).toEqual({ status: 'Working' });
        expect(acceptance({ reason: 'F-SIZE' }, 'Contact')).toEqual({
            status: 'accepted',
            reason: '',
            comment: '',
            revisitOn: ''
        });
    });

    it('can be put back', () => {
        expect(before({ status: 'Open', reason: '' }, { status: 'Working', reason: 'F-SIZE' })).toEqual({
            status: 'Open',
            reason: ''
        });
    });
});

describe('what is read', () => {
    it('lists fields that the rep cannot see', () => {
        const view = read(lead({}, ['LeadLoop_Reason__c', 'LeadLoop_Timeline__c']), 'Lead');

        expect(view.hidden).toEqual(['timeline', 'reason']);
        expect(view.comment).toBe('');
    });

    it('is nothing for a record without fields and an answer without rows', () => {
        expect(read({}, 'Lead').hidden.length).toBeGreaterThan(5);
        expect([rows(undefined), rows({}), rows({ uiapi: null })]).toEqual([[], [], []]);
    });

    it('has hand-off rows with their cycle', () => {
        expect(rows(handoffs({ cycle: 2, state: 'handed_off' }))[0]).toMatchObject({ cycle: 2, state: 'handed_off', reason: '' });
    });
});
