import { ago, inMonths, instant, lasting, writtenDay } from 'c/leadLoopMoment';

const NOW = Date.UTC(2026, 0, 31, 12);

describe('moments', () => {
    it('says a length in its two largest units', () => {
        expect([30, 60 * 42, 3600 * 5 + 720, 86400 * 2 + 7200].map((seconds) => lasting(seconds * 1000))).toEqual([
            '1 min',
            '42 min',
            '5 h 12 min',
            '2 d 2 h'
        ]);
    });

    it('adds months without running into the next one', () => {
        expect([1, 3, 6].map((months) => inMonths(months, NOW))).toEqual(['2026-02-28', '2026-04-30', '2026-07-31']);
    });

    it('reads days as they are written', () => {
        expect(writtenDay('3 Mar 2026')).toBe(Date.UTC(2026, 2, 3, 12));
        expect(writtenDay('03/03/2026')).toBeUndefined();
        expect(writtenDay('3 Foo 2026')).toBeUndefined();
    });

    it('says how long ago', () => {
        expect([0, 1, 41].map((days) => ago(NOW - days * 86400000, NOW))).toEqual(['today', 'yesterday', '41 days ago']);
    });

    it('takes no time for none', () => {
        expect([undefined, '', 'soon'].map(instant)).toEqual([undefined, undefined, undefined]);
    });
});
