import { LightningElement, api } from 'lwc';
import { inMonths } from 'c/leadLoopMoment';

const SPANS = [
    { months: 1, label: 'In 1 month' },
    { months: 3, label: 'In 3 months' },
    { months: 6, label: 'In 6 months' }
];
const DAY = 86400000;

export default class LeadLoopAsk extends LightningElement {
    @api label;
    @api hint;
    /** date, comment */
    @api asks = [];
    @api now;
    @api busy = false;
    day = '';
    comment = '';
    isFocused = false;

    renderedCallback() {
        const first = this.template.querySelector('button[data-day], lightning-textarea');
        if (!this.isFocused && first) {
            this.isFocused = true;
            first.focus();
        }
    }

    get asksDate() {
        return this.asks.includes('date');
    }

    get asksComment() {
        return this.asks.includes('comment');
    }

    get commentLabel() {
        return 'In your words';
    }

    get spans() {
        return SPANS.map(({ months, label }) => ({ label, day: inMonths(months, this.now) }));
    }

    get tomorrow() {
        return new Date(this.now + DAY).toISOString().slice(0, 10);
    }

    handleSpan(event) {
        this.day = event.currentTarget.dataset.day;
        this.send();
    }

    handleDay(event) {
        this.day = event.detail.value;
    }

    /* At once, so that no message goes away under the pointer on its way to Save. */
    handleComment(event) {
        this.comment = event.detail.value;
        event.target.reportValidity();
    }

    handleSave() {
        const fields = [...this.template.querySelectorAll('lightning-input, lightning-textarea')];
        const valid = fields.map((field) => field.reportValidity()).every((fine) => fine);
        if (valid && (!this.asksDate || this.day)) {
            this.send();
        } else {
            const wrong = fields.find((field) => !field.checkValidity()) || fields[0];
            wrong.focus();
        }
    }

    send() {
        this.dispatchEvent(
            new CustomEvent('answer', { detail: { comment: this.comment.trim(), revisitOn: this.day || '' } })
        );
    }

    handleBack() {
        this.dispatchEvent(new CustomEvent('back'));
    }

    handleKey(event) {
        if (event.key === 'Escape') {
            event.stopPropagation();
            this.handleBack();
        }
    }
}
