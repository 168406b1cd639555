import { LightningElement, api, wire } from 'lwc';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { getPicklistValues } from 'lightning/uiObjectInfoApi';
import { graphql } from 'lightning/graphql';
import { asReasons } from 'c/leadLoopAdopted';
import { choices, labelOf } from 'c/leadLoopCatalogue';
import { isGone, messages } from 'c/leadLoopErrors';
import { instant } from 'c/leadLoopMoment';
import { acceptance, before, fieldsOf, isWorked, print, read, recordTypeOf, rows, standing } from 'c/leadLoopRecord';
import { save } from 'c/leadLoopSave';
import { suggestions } from 'c/leadLoopSuggest';
import { evidence, timeline } from 'c/leadLoopText';
import { queryOf } from './handoffs';

const TICK = 30000;
const LOOK = 3000;
const LOOKS = 20;
const MAY_CHANGE = 15 * 60000;
const STALE = 'Somebody changed this record meanwhile. Look again, then answer.';
const CLOSED = { expired: 'Not answered in time', sales: '' };

export default class LeadLoopPanel extends LightningElement {
    @api recordId;
    @api objectApiName;
    /** in a quick action: only what the answer needs */
    @api compact = false;

    record;
    recordError;
    picklist;
    picklistError;
    handoffs;
    refreshHandoffs;
    busy = false;
    problems = [];
    announcement = '';
    undo;
    answeredAt;
    isChanging = false;
    isSaid = false;
    now = Date.now();
    looksLeft = 0;
    ticking;
    looking;

    @wire(getRecord, { recordId: '$recordId', optionalFields: '$fieldList' })
    wiredRecord({ data, error }) {
        this.record = data || (error ? undefined : this.record);
        this.recordError = error;
        this.stopIfActed();
    }

    @wire(getPicklistValues, { recordTypeId: '$recordTypeId', fieldApiName: '$reasonField' })
    wiredReasons({ data, error }) {
        this.picklist = data ? { ...data, values: asReasons(this.objectApiName, data.values) } : this.picklist;
        this.picklistError = error;
    }

    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredHandoffs({ data, errors, refresh }) {
        this.handoffs = data || (errors ? undefined : this.handoffs);
        this.refreshHandoffs = refresh;
        this.stopIfActed();
    }

    connectedCallback() {
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- the clock shows how long is left
        this.ticking = setInterval(() => {
            this.now = Date.now();
        }, TICK);
    }

    /* The button that was pressed is gone: who works by keyboard goes on at what became of it. */
    renderedCallback() {
        const receipt = this.isSaid ? this.template.querySelector('c-lead-loop-receipt') : null;
        if (receipt) {
            this.isSaid = false;
            receipt.focusHeadline();
        }
    }

    disconnectedCallback() {
        clearInterval(this.ticking);
        this.stopLooking();
    }

    get fieldList() {
        return this.objectApiName ? Object.values(fieldsOf(this.objectApiName)) : undefined;
    }

    get recordTypeId() {
        return this.record ? recordTypeOf(this.record) : undefined;
    }

    get reasonField() {
        return this.objectApiName ? fieldsOf(this.objectApiName).reason : undefined;
    }

    get query() {
        return this.objectApiName ? queryOf(this.objectApiName) : undefined;
    }

    get variables() {
        return { id: this.recordId };
    }

    get view() {
        return this.record ? read(this.record, this.objectApiName) : { hidden: [] };
    }

    get rows() {
        return this.handoffs ? rows(this.handoffs) : [];
    }

    get row() {
        const cycle = Number(this.view.cycle) || 0;
        return this.rows.find((row) => row.cycle === cycle);
    }

    get earlier() {
        const cycle = Number(this.view.cycle) || 0;
        return this.rows.filter((row) => row.cycle < cycle);
    }

    get standing() {
        return standing(this.view, this.row, this.objectApiName);
    }

    get values() {
        return this.picklist ? this.picklist.values : [];
    }

    /* Before contact and after it other reasons are legal; who takes an answer back stands where it was given. */
    get phase() {
        return this.standing === 'accepted' && !this.isChanging ? 'after' : 'before';
    }

    get reasons() {
        return this.view.hidden.includes('reason') ? [] : choices(this.values, this.phase);
    }

    get suggestions() {
        return suggestions({
            reasons: this.reasons,
            criteria: evidence(this.view.evidence).criteria,
            entries: timeline(this.view.timeline),
            cycles: this.earlier,
            phase: this.phase,
            now: this.now
        });
    }

    get title() {
        const cycle = Number(this.view.cycle) || 0;
        return cycle > 1 ? `Lead from marketing, cycle ${cycle}` : 'Lead from marketing';
    }

    get frameClass() {
        return this.compact ? 'frame frame_bare' : 'frame';
    }

    get isWhole() {
        return !this.compact;
    }

    get showsEvidence() {
        return !this.view.hidden.includes('evidence');
    }

    get showsTimeline() {
        return !this.view.hidden.includes('timeline');
    }

    get isLoading() {
        return !this.record && !this.recordError;
    }

    get isReading() {
        return !this.picklist && !this.picklistError && !this.view.hidden.includes('reason');
    }

    get isNone() {
        return Boolean(this.record) && this.standing === 'none';
    }

    get isHandedOff() {
        return Boolean(this.record) && this.standing !== 'none';
    }

    get canAccept() {
        const takesBack = this.isChanging && this.standing === 'answered';
        return (this.standing === 'pending' || takesBack) && !this.view.hidden.includes('status');
    }

    get mayAnswer() {
        return this.standing === 'pending' || this.standing === 'accepted' || this.isChanging;
    }

    get isWaiting() {
        return this.looksLeft > 0;
    }

    get hasActed() {
        const isTaken = this.standing === 'accepted' && Boolean(this.row) && isWorked(this.row);
        return isTaken || Boolean(this.receipt);
    }

    /* What marketing has already acted on is changed by another answer, not undone. */
    get canUndo() {
        return this.undo !== undefined && !this.hasActed && !this.isChanging;
    }

    get canChange() {
        const isGiven = this.standing === 'answered' || this.standing === 'accepted';
        return isGiven && !this.canUndo && !this.isChanging && this.isFresh;
    }

    get canComment() {
        return this.standing === 'answered' && Boolean(this.view.reason) && this.isFresh && !this.isChanging;
    }

    get isFresh() {
        const given = this.answeredAt || (this.row ? instant(this.row.answeredAt) : undefined);
        return given !== undefined && this.now - given < MAY_CHANGE;
    }

    get receipt() {
        return this.standing === 'accepted' ? '' : this.view.receipt;
    }

    get hasReceipt() {
        return this.headline !== '' && !this.isChanging;
    }

    get headline() {
        if (this.standing === 'answered') {
            const word = this.row && this.row.state === 'disqualified' ? 'Disqualified' : 'Rejected';
            return this.view.reason ? `${word}: ${labelOf(this.view.reason, this.values)}` : 'No reason given yet';
        }
        if (this.standing === 'accepted' && (this.canUndo || this.isFresh)) {
            return 'Accepted';
        }
        return CLOSED[this.standing] || '';
    }

    get missing() {
        const names = { evidence: 'Why This Lead', timeline: 'What Happened', answerBy: 'Answer By', receipt: 'What Happened Next' };
        const hidden = this.view.hidden.filter((name) => name in names).map((name) => names[name]);
        return hidden.length === 0
            ? ''
            : `Not shown, as you cannot see these fields: ${hidden.join(', ')}. Your admin can give you LeadLoop Rep.`;
    }

    get fault() {
        if (this.recordError) {
            return isGone(this.recordError)
                ? ['This record is not there any more, or you may not see it.']
                : messages(this.recordError);
        }
        return this.problems.length > 0 ? this.problems : undefined;
    }

    handleAccept() {
        return this.give(acceptance(this.view, this.objectApiName), 'Accepted');
    }

    handleReject(event) {
        const { reason, comment, revisitOn } = event.detail;
        return this.give({ reason, comment, revisitOn }, `Saved: ${labelOf(reason, this.values)}`);
    }

    async handleComment(event) {
        const { comment } = event.detail;
        await this.write({ reason: this.view.reason, comment }, 'Comment saved');
    }

    async handleUndo() {
        const back = this.undo;
        if (await this.write(back, 'Undone: it is as it was')) {
            this.undo = undefined;
            this.answeredAt = undefined;
            this.stopLooking();
        }
    }

    handleChange() {
        this.isChanging = true;
    }

    handleCancel() {
        this.problems = [];
        this.isChanging = false;
    }

    async give(answer, said) {
        const back = before(this.view, answer);
        if (await this.write(answer, said)) {
            this.undo = this.isChanging ? undefined : back;
            this.isChanging = false;
            this.answeredAt = Date.now();
            this.now = this.answeredAt;
            this.isSaid = true;
            this.look();
            this.dispatchEvent(new CustomEvent('answered', { detail: { said } }));
        }
    }

    /** @returns whether it was saved */
    async write(answer, said) {
        if (this.busy) {
            return false;
        }
        this.busy = true;
        this.problems = [];
        const shown = print(this.view);
        try {
            await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
            if (this.recordError) {
                return false;
            }
            if (print(this.view) !== shown) {
                this.problems = [STALE];
                return false;
            }
            await save({
                recordId: this.recordId,
                objectApiName: this.objectApiName,
                row: this.row,
                answer,
                hidden: this.view.hidden,
                lastModified: this.record.lastModifiedDate
            });
            await this.reload();
            this.announcement = said;
            return true;
        } catch (error) {
            this.problems = messages(error);
            return false;
        } finally {
            this.busy = false;
        }
    }

    async reload() {
        await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
        if (this.refreshHandoffs) {
            await this.refreshHandoffs();
        }
    }

    /** Looks for the receipt for a minute. */
    look() {
        this.stopLooking();
        this.looksLeft = LOOKS;
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- there is no push to a record page
        this.looking = setInterval(() => {
            this.looksLeft -= 1;
            if (this.looksLeft <= 0) {
                this.stopLooking();
            }
            this.reload().catch(() => this.stopLooking());
        }, LOOK);
    }

    stopIfActed() {
        if (this.hasActed) {
            this.stopLooking();
        }
    }

    stopLooking() {
        clearInterval(this.looking);
        this.looksLeft = 0;
    }
}
