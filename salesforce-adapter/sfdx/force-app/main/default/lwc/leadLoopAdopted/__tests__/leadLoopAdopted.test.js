import { asReasons, reasonOf, valueOf } from 'c/leadLoopAdopted';

const FIELDS = { Lead: 'Rejected_Reason__c' };
const CODES = { 'No Budget': 'N-BUDGET', 'Budget frozen': 'N-BUDGET', Duplicate: 'R-DUP' };

describe('an adopted reason field', () => {
    it('is read as reasons and written as its own words', () => {
        expect(reasonOf('Lead', 'Budget frozen', FIELDS, CODES)).toBe('N-BUDGET');
        expect(valueOf('Lead', 'N-BUDGET', FIELDS, CODES)).toBe('No Budget');
        expect(valueOf('Lead', '', FIELDS, CODES)).toBe('');
    });

    it('leaves alone what nobody mapped, and objects that have our own field', () => {
        expect(reasonOf('Lead', 'Blue moon', FIELDS, CODES)).toBe('Blue moon');
        expect(valueOf('Lead', 'Blue moon', FIELDS, CODES)).toBe('Blue moon');
        expect(reasonOf('Contact', 'No Budget', FIELDS, CODES)).toBe('No Budget');
        expect(valueOf('Contact', 'R-DUP', FIELDS, CODES)).toBe('R-DUP');
    });

    it('offers each reason once', () => {
        const values = [
            { value: 'No Budget', label: 'No budget' },
            { value: 'Budget frozen', label: 'Budget frozen' },
            { value: 'Duplicate', label: 'Duplicate' }
        ];
        expect(asReasons('Lead', values, FIELDS, CODES)).toEqual([
            { value: 'N-BUDGET', label: 'No budget' },
            { value: 'R-DUP', label: 'Duplicate' }
        ]);
        expect(asReasons('Lead', values)).toEqual(values);
    });
});
