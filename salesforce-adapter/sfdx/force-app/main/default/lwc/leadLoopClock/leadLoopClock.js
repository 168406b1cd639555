import { LightningElement, api } from 'lwc';
import { dayAndTime, instant, lasting } from 'c/leadLoopMoment';

const SOON = 3600000;
const WORDS = {
    accepted: 'You have this lead: accepted',
    answered: 'Answered',
    expired: 'Not answered in time: this lead went back to marketing',
    sales: 'Converted or in a deal: nothing to answer'
};

export default class LeadLoopClock extends LightningElement {
    /** pending, accepted, answered, expired, sales */
    @api standing;
    @api answerBy;
    /** milliseconds */
    @api now;

    get due() {
        return instant(this.answerBy);
    }

    get left() {
        return this.due === undefined ? undefined : this.due - this.now;
    }

    get isPending() {
        return this.standing === 'pending';
    }

    get headline() {
        if (!this.isPending) {
            return WORDS[this.standing] || '';
        }
        if (this.left === undefined) {
            return 'Waiting for your answer';
        }
        return this.left < 0 ? `Overdue by ${lasting(-this.left)}` : `${lasting(this.left)} left to answer`;
    }

    get detail() {
        if (!this.isPending || this.due === undefined) {
            return '';
        }
        return `Answer by ${dayAndTime(this.due)}`;
    }

    get boxClass() {
        if (!this.isPending || this.left === undefined) {
            return 'clock';
        }
        if (this.left < 0) {
            return 'clock clock_late';
        }
        return this.left < SOON ? 'clock clock_soon' : 'clock clock_time';
    }
}
