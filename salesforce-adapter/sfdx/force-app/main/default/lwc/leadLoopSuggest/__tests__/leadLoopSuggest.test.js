import { choices } from 'c/leadLoopCatalogue';
import { suggestions } from 'c/leadLoopSuggest';
import { evidence, timeline } from 'c/leadLoopText';
import { NOW, values } from '../../../../../../test/support/org';

const REASONS = choices(values('F-SIZE', 'F-ENGAGE', 'F-ROLE', 'R-DUP', 'R-TERR', 'C-UNREACH', 'S-NOREASON').values, 'before');
const BUSY = '1 Mar 2026  Demo request: a\n28 Feb 2026  E-book: b\n27 Feb 2026  Webinar: c';

function suggested(seen, happened = BUSY, cycles = [], reasons = REASONS) {
    return suggestions({
        reasons,
        criteria: evidence(`why\n${seen}`).criteria,
        entries: timeline(happened),
        cycles,
        phase: 'before',
        now: NOW
    });
}

describe('suggestions', () => {
    it('begin with what the definition saw and did not like, with its evidence', () => {
        const [first] = suggested('size: no, 40 employees');

        expect([first.code, first.evidence]).toEqual(['F-SIZE', 'Size: 40 employees']);
    });

    it('take what was seen before what could not be seen', () => {
        const [first, second] = suggested('role: unknown, buying role unknown\nsize: no, 40 employees');

        expect([first.code, second.code]).toEqual(['F-SIZE', 'F-ROLE']);
    });

    it('take old or little activity for a sign', () => {
        const [first] = suggested('size: yes, 400 employees', '21 Jan 2026  E-book: Pipeline basics');

        expect([first.code, first.evidence]).toEqual(['F-ENGAGE', '1 touch, the latest 40 days ago']);
    });

    it('remember what was said in an earlier cycle', () => {
        const [first] = suggested('size: yes, 400 employees', BUSY, [{ cycle: 1, reason: 'R-DUP' }]);

        expect([first.code, first.evidence]).toEqual(['R-DUP', 'Said in cycle 1, too']);
    });

    it('are three, and never one that cannot be chosen', () => {
        const few = REASONS.filter((reason) => !['F-SIZE', 'F-ENGAGE'].includes(reason.code));

        expect(suggested('size: no, 40 employees').map((each) => each.code)).toEqual(['F-SIZE', 'F-ENGAGE', 'F-ROLE']);
        expect(suggested('size: no, 40 employees', BUSY, [], few).map((each) => each.code)).toEqual([
            'F-ROLE',
            'R-TERR',
            'R-DUP'
        ]);
    });

    it('are none if nothing can be chosen', () => {
        expect(suggested('size: no, 40 employees', BUSY, [], [])).toEqual([]);
    });
});
