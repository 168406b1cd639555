import { LightningElement, api } from 'lwc';
import { receipt } from 'c/leadLoopText';

export default class LeadLoopReceipt extends LightningElement {
    /** Rejected: No need */
    @api headline;
    @api comment;
    /** text as LeadLoop writes it; empty until it has acted */
    @api receipt;
    /** whether an answer was just given here and its receipt is still to come */
    @api waiting = false;
    @api canUndo = false;
    @api canChange = false;
    @api canComment = false;
    @api busy = false;
    isWriting = false;
    draft = '';
    toFocus = '';

    /** So that who has just pressed a button hears what became of it. */
    @api
    focusHeadline() {
        this.toFocus = 'h3';
        this.renderedCallback();
    }

    renderedCallback() {
        const target = this.toFocus === '' ? null : this.template.querySelector(this.toFocus);
        if (target) {
            this.toFocus = '';
            target.focus();
        }
    }

    get read() {
        return receipt(this.receipt);
    }

    get isWaiting() {
        return this.waiting && !this.receipt;
    }

    /* Named apart from what fields fire: their change bubbles up to whoever holds this component. */
    handleUndo() {
        this.dispatchEvent(new CustomEvent('undo'));
    }

    handleChange() {
        this.dispatchEvent(new CustomEvent('otheranswer'));
    }

    handleWrite() {
        this.draft = this.comment || '';
        this.isWriting = true;
        this.toFocus = 'lightning-textarea';
    }

    handleDraft(event) {
        this.draft = event.detail.value;
    }

    handleSave() {
        this.isWriting = false;
        this.dispatchEvent(new CustomEvent('addcomment', { detail: { comment: this.draft.trim() } }));
    }

    handleStop() {
        this.isWriting = false;
        this.toFocus = '[data-id="comment"]';
    }
}
