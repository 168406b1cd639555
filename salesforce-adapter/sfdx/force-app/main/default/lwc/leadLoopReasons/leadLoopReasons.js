import { LightningElement, api } from 'lwc';
import { NONE_FITS, grouped } from 'c/leadLoopCatalogue';

export default class LeadLoopReasons extends LightningElement {
    @api question = 'Why not?';
    /** all that may be chosen */
    @api reasons = [];
    /** the likeliest, the suggested one first */
    @api suggestions = [];
    @api busy = false;
    opened = false;
    focus = 'first';

    /** Puts the focus on the first choice. */
    @api
    focusFirst() {
        this.focus = 'first';
        this.renderedCallback();
    }

    renderedCallback() {
        if (this.focus === '') {
            return;
        }
        const all = [...this.template.querySelectorAll('button[data-code]')];
        const target = this.focus === 'more' ? all[this.likely.length] : all[0];
        if (target) {
            this.focus = '';
            target.focus();
        }
    }

    get likely() {
        return this.suggestions.map((choice, index) => {
            const suggested = index === 0 && choice.evidence !== '';
            return {
                ...choice,
                line: suggested ? `Suggested. ${choice.evidence}` : choice.evidence || choice.hint,
                className: suggested ? 'choice choice_suggested' : 'choice'
            };
        });
    }

    /* Without a likely one there is nothing to hide the rest behind. */
    get isOpen() {
        return this.opened || this.suggestions.length === 0;
    }

    get hasMore() {
        return !this.isOpen;
    }

    get rest() {
        const shown = new Set(this.suggestions.map((choice) => choice.code));
        return this.reasons.filter((reason) => !shown.has(reason.code) && reason.code !== NONE_FITS);
    }

    get groups() {
        return grouped(this.rest);
    }

    get none() {
        return this.reasons.find((reason) => reason.code === NONE_FITS);
    }

    handleMore() {
        this.opened = true;
        this.focus = 'more';
    }

    handleChoose(event) {
        this.dispatchEvent(new CustomEvent('choose', { detail: { code: event.currentTarget.dataset.code } }));
    }

    handleCancel() {
        this.dispatchEvent(new CustomEvent('leave'));
    }

    handleKey(event) {
        if (event.key === 'Escape') {
            event.stopPropagation();
            this.handleCancel();
        }
    }
}
