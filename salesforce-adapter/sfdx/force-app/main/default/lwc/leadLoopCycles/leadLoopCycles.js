import { LightningElement, api } from 'lwc';
import { labelOf } from 'c/leadLoopCatalogue';
import { day, instant } from 'c/leadLoopMoment';

const STATES = {
    qualified: 'not answered',
    handed_off: 'not answered',
    accepted: 'accepted',
    working: 'accepted',
    rejected: 'rejected',
    suppressed: 'withdrawn',
    expired: 'not answered in time',
    nurture: 'nurture',
    disqualified: 'disqualified',
    sales_qualified: 'converted',
    opportunity: 'in a deal',
    won: 'won',
    lost: 'lost'
};

export default class LeadLoopCycles extends LightningElement {
    /** hand-off rows of earlier cycles, the latest first */
    @api cycles = [];
    /** the org's values of the reason */
    @api values = [];

    get hasCycles() {
        return this.cycles.length > 0;
    }

    get shown() {
        return this.cycles.map((cycle) => {
            const reason = cycle.reason ? labelOf(cycle.reason, this.values) : '';
            const at = instant(cycle.answeredAt) || instant(cycle.handedOffAt);
            const words = [reason || STATES[cycle.state] || 'no answer', at ? day(at) : '', cycle.answeredBy];
            return {
                key: cycle.id,
                name: `Cycle ${cycle.cycle}`,
                outcome: words.filter((word) => word !== '').join(', '),
                comment: cycle.comment
            };
        });
    }
}
