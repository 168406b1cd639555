import { LightningElement, api } from 'lwc';
import { evidence } from 'c/leadLoopText';

export default class LeadLoopWhy extends LightningElement {
    /** text as LeadLoop writes it */
    @api evidence;
    @api definition;

    get read() {
        return evidence(this.evidence);
    }

    get why() {
        return this.read.why;
    }

    get criteria() {
        return this.read.criteria.map((criterion) => ({
            ...criterion,
            className: `criterion criterion_${criterion.result}`
        }));
    }

    get hasCriteria() {
        return this.read.criteria.length > 0;
    }

    get notes() {
        return this.read.notes;
    }

    get isEmpty() {
        return !this.why && !this.hasCriteria && this.notes.length === 0;
    }
}
