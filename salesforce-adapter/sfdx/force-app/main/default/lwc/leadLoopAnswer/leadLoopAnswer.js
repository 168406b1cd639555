import { LightningElement, api } from 'lwc';

export default class LeadLoopAnswer extends LightningElement {
    @api reasons = [];
    @api suggestions = [];
    /** before or after contact */
    @api phase = 'before';
    @api canAccept = false;
    /** whether the reasons are still being read */
    @api loading = false;
    @api busy = false;
    @api now;
    step = 'idle';
    code = '';
    refocus = false;

    /** Opens the choice at once, as somebody does who changes an answer. */
    @api
    choose() {
        this.step = 'choosing';
    }

    renderedCallback() {
        const first = this.template.querySelector('[data-id="reject"], [data-id="accept"]');
        if (this.refocus && first) {
            this.refocus = false;
            first.focus();
        }
    }

    get isIdle() {
        return this.step === 'idle';
    }

    get isChoosing() {
        return this.step === 'choosing' && this.reasons.length > 0;
    }

    get isAsking() {
        return this.step === 'asking' && this.asked !== undefined;
    }

    get isBlind() {
        return !this.loading && this.reasons.length === 0;
    }

    /* There from the start, so that nothing moves under the pointer; the choice opens once its reasons are read. */
    get canReject() {
        return this.loading || this.reasons.length > 0;
    }

    get rejectLabel() {
        return this.phase === 'after' ? 'Disqualify' : 'Reject';
    }

    get question() {
        return this.phase === 'after' ? 'Why does it end here?' : 'Why not?';
    }

    get asked() {
        return this.reasons.find((reason) => reason.code === this.code);
    }

    handleAccept() {
        if (!this.busy) {
            this.dispatchEvent(new CustomEvent('accept'));
        }
    }

    handleReject() {
        this.step = 'choosing';
    }

    handleChoose(event) {
        if (this.busy) {
            return;
        }
        this.code = event.detail.code;
        if (this.asked.asks.length > 0) {
            this.step = 'asking';
        } else {
            this.send({ comment: '', revisitOn: '' });
        }
    }

    handleAnswer(event) {
        if (!this.busy) {
            this.send(event.detail);
        }
    }

    send({ comment, revisitOn }) {
        this.dispatchEvent(new CustomEvent('reject', { detail: { reason: this.code, comment, revisitOn } }));
    }

    handleBack() {
        this.step = 'choosing';
    }

    handleCancel() {
        this.step = 'idle';
        this.refocus = true;
        this.dispatchEvent(new CustomEvent('leave'));
    }
}
