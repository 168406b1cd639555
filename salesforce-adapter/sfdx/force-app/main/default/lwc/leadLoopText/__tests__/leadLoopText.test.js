import { evidence, receipt, timeline } from 'c/leadLoopText';

describe('evidence', () => {
    it('is a line that says why, and criteria with what was seen', () => {
        const read = evidence('asked for a demo\nsize: no, 40 employees\nBuying role (role): yes, decides (30 points)');

        expect(read.why).toBe('asked for a demo');
        expect(read.criteria.map((each) => [each.name, each.resultText, each.seen, each.points])).toEqual([
            ['Size', 'not met', '40 employees', 0],
            ['Buying role', 'met', 'decides', 30]
        ]);
    });

    it('keeps what it does not understand as it is', () => {
        const read = evidence('why\n<b>odd</b> 😀\n{"json": true}');

        expect(read.criteria).toEqual([]);
        expect(read.notes.map((note) => note.text)).toEqual(['<b>odd</b> 😀', '{"json": true}']);
    });

    it.each([undefined, null, '', '\n\n', 42, {}])('is empty for %p', (nothing) => {
        expect(evidence(nothing)).toEqual({ why: '', criteria: [], notes: [] });
    });

    it('reads a very long text', () => {
        expect(evidence('x'.repeat(40000)).why).toHaveLength(40000);
    });
});

describe('timeline', () => {
    it('is days with what happened', () => {
        expect(timeline('1 Mar 2026  Demo request: Talk to us\nno day')).toEqual([
            { key: 't0', day: '1 Mar 2026', text: 'Demo request: Talk to us' },
            { key: 't1', day: '', text: 'no day' }
        ]);
    });

    it('is empty without a text', () => {
        expect(timeline(undefined)).toEqual([]);
    });
});

describe('receipt', () => {
    it('tells what was said from what was done', () => {
        expect(receipt('You said: Too little activity. We did: nurture 30 days until 10 Apr 2026.')).toEqual({
            said: 'Too little activity',
            did: 'nurture 30 days until 10 Apr 2026',
            more: ''
        });
    });

    it('keeps what is still asked for', () => {
        expect(receipt('You said: no reason given. We did: nurture. Please choose a reason.').more).toBe(
            'Please choose a reason.'
        );
    });

    it('shows any other text as it is', () => {
        expect(receipt('Merged by hand')).toEqual({ said: '', did: '', more: 'Merged by hand' });
    });
});
