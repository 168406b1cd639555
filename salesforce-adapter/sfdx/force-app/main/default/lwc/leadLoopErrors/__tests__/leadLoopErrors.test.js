import { isGone, messages } from 'c/leadLoopErrors';

describe('messages', () => {
    it("are the org's own words where a rule speaks", () => {
        const error = {
            body: {
                message: 'An error occurred while trying to update the record.',
                output: { errors: [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Choose a Rejection Reason!' }], fieldErrors: {} }
            }
        };

        expect(messages(error)).toEqual(['Choose a Rejection Reason!']);
    });

    it('leave the code out that a mutation puts before the words', () => {
        expect(messages([{ message: 'FIELD_CUSTOM_VALIDATION_EXCEPTION: Ask Ana: she knows.' }])).toEqual(['Ask Ana: she knows.']);
    });

    it('of fields are collected, each once', () => {
        const error = {
            body: { output: { errors: [], fieldErrors: { A: [{ message: 'one' }, { message: 'one' }], B: [{ message: 'two' }] } } }
        };

        expect(messages(error)).toEqual(['one', 'two']);
    });

    it.each([
        ['ENTITY_IS_DELETED', 'entity is deleted', /deleted meanwhile/],
        ['INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access', /LeadLoop Rep/],
        ['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'bad value for restricted picklist field: F-SIZE', /not offered any more/],
        ['STRING_TOO_LONG', 'Comment: data value too large', /32,000/],
        ['UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access', /busy/]
    ])('put %s into words of a rep', (errorCode, message, words) => {
        expect(messages({ body: { output: { errors: [{ errorCode, message }] } } })[0]).toMatch(words);
        expect(messages([{ message: `${errorCode}: ${message}` }])[0]).toMatch(words);
    });

    it.each([undefined, null, {}, { body: null }, []])('are never empty: %p', (nothing) => {
        expect(messages(nothing)[0]).toMatch(/not saved/);
    });

    it('know a record that is gone', () => {
        expect(isGone({ status: 404, body: [] })).toBe(true);
        expect(isGone({ status: 400, body: {} })).toBe(false);
    });
});
