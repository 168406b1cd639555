import { choices, grouped, labelOf } from 'c/leadLoopCatalogue';
import { values } from '../../../../../../test/support/org';

const ALL = values('F-SIZE', 'C-UNREACH', 'S-EXPIRED', 'S-NOREASON', 'X-OWN').values;

describe('the catalogue', () => {
    it('offers what the org has active and what is legal now', () => {
        expect(choices(ALL, 'before').map((each) => each.code)).toEqual(['F-SIZE', 'S-NOREASON', 'X-OWN']);
        expect(choices(ALL, 'after').map((each) => each.code)).toEqual(['F-SIZE', 'C-UNREACH', 'S-NOREASON', 'X-OWN']);
    });

    it("takes the org's labels, and puts its own reasons into a group of their own", () => {
        const renamed = [{ value: 'F-SIZE', label: 'Too small' }, ...ALL.slice(4)];

        expect(choices(renamed, 'before').map((each) => each.label)).toEqual(['Too small', 'Our own reason']);
        expect(grouped(choices(ALL, 'before')).map((group) => group.label)).toEqual(['Fit', 'Your own']);
    });

    it('names a reason that the org does not offer any more', () => {
        expect(labelOf('F-SIZE', [])).toBe('Company too small or too big');
        expect(labelOf('Z-GONE', [])).toBe('Z-GONE');
    });
});
