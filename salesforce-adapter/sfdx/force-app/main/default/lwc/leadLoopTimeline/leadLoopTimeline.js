import { LightningElement, api } from 'lwc';
import { timeline } from 'c/leadLoopText';

const FIRST = 5;

export default class LeadLoopTimeline extends LightningElement {
    /** text as LeadLoop writes it, newest first */
    @api timeline;
    isOpen = false;

    get entries() {
        return timeline(this.timeline);
    }

    get shown() {
        return this.isOpen ? this.entries : this.entries.slice(0, FIRST);
    }

    get hasEntries() {
        return this.entries.length > 0;
    }

    get canToggle() {
        return this.entries.length > FIRST;
    }

    get expanded() {
        return this.isOpen ? 'true' : 'false';
    }

    get toggleLabel() {
        return this.isOpen ? `Show the latest ${FIRST}` : `Show all ${this.entries.length}`;
    }

    handleToggle() {
        this.isOpen = !this.isOpen;
    }
}
