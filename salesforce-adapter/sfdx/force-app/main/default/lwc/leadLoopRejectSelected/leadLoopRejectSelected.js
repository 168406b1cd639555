import { LightningElement, api, wire } from 'lwc';
import { getRecords, updateRecord } from 'lightning/uiRecordApi';
import { getObjectInfo, getPicklistValues } from 'lightning/uiObjectInfoApi';
import NAME from '@salesforce/schema/Lead.Name';
import { asReasons } from 'c/leadLoopAdopted';
import { choices, labelOf } from 'c/leadLoopCatalogue';
import { messages } from 'c/leadLoopErrors';
import { fieldsOf, onRecord, read, standing } from 'c/leadLoopRecord';

const MOST = 200;
const AT_ONCE = 5;
const LEAD = 'Lead';

/** One reason for up to 200 leads of a list view. Only leads that wait for an answer are written, each by itself. */
export default class LeadLoopRejectSelected extends LightningElement {
    @api ids = [];
    records;
    problem = '';
    values;
    valuesError;
    recordTypeId;
    chosen;
    busy = false;
    done = 0;
    failures = [];
    isOver = false;
    now = Date.now();
    none = [];
    reasonField = fieldsOf(LEAD).reason;

    get selected() {
        return [...new Set(this.ids || [])].slice(0, MOST);
    }

    get wanted() {
        const optionalFields = [NAME, ...Object.values(fieldsOf(LEAD))];
        return this.selected.length > 0 ? [{ recordIds: this.selected, optionalFields }] : undefined;
    }

    @wire(getRecords, { records: '$wanted' })
    wiredRecords({ data, error }) {
        this.records = data ? data.results : this.records;
        this.problem = error ? messages(error).join(' ') : '';
    }

    @wire(getObjectInfo, { objectApiName: LEAD })
    wiredInfo({ data }) {
        this.recordTypeId = data ? data.defaultRecordTypeId : this.recordTypeId;
    }

    @wire(getPicklistValues, { recordTypeId: '$recordTypeId', fieldApiName: '$reasonField' })
    wiredValues({ data, error }) {
        this.values = data ? asReasons(LEAD, data.values) : this.values;
        this.valuesError = error;
    }

    get waiting() {
        return (this.records || [])
            .filter((each) => each.statusCode === 200)
            .map((each) => each.result)
            .filter((record) => {
                const stands = standing(read(record, LEAD), undefined, LEAD);
                return stands === 'pending' || stands === 'accepted';
            });
    }

    get reasons() {
        return choices(this.values || [], 'before');
    }

    get isReading() {
        return !this.values && !this.valuesError;
    }

    get canReject() {
        return this.waiting.length > 0 && !this.chosen && !this.isOver;
    }

    get hasFailures() {
        return this.failures.length > 0;
    }

    get summary() {
        if (this.selected.length === 0) {
            return 'Select leads in the list first.';
        }
        if (this.isOver) {
            const saved = this.done - this.failures.length;
            return this.hasFailures
                ? `${saved} rejected, ${this.failures.length} not. Those are as they were:`
                : `${saved} rejected: ${labelOf(this.chosen.reason, this.values)}.`;
        }
        if (!this.records) {
            return '';
        }
        const over = (this.ids || []).length > MOST ? ` Only the first ${MOST} are taken.` : '';
        const left = this.selected.length - this.waiting.length;
        const others = left > 0 ? ` ${left} do not wait for an answer and stay as they are.` : '';
        return `${this.waiting.length} of ${this.selected.length} selected leads wait for an answer.${others}${over}`;
    }

    get question() {
        return this.isOver ? '' : `Reason: ${labelOf(this.chosen.reason, this.values)}`;
    }

    get confirmLabel() {
        return `Reject ${this.waiting.length} leads`;
    }

    get progress() {
        return this.busy ? `${this.done} done` : '';
    }

    handleReject(event) {
        this.chosen = event.detail;
    }

    handleBack() {
        this.chosen = undefined;
    }

    async handleConfirm() {
        if (this.busy) {
            return;
        }
        this.busy = true;
        this.done = 0;
        this.failures = [];
        const queue = [...this.waiting];
        const worker = async () => {
            while (queue.length > 0) {
                // eslint-disable-next-line no-await-in-loop -- a worker has one request on its way
                await this.rejectOne(queue.shift());
            }
        };
        await Promise.all(Array.from({ length: AT_ONCE }, worker));
        this.busy = false;
        this.isOver = true;
    }

    async rejectOne(record) {
        try {
            const fields = onRecord(this.chosen, LEAD, read(record, LEAD).hidden);
            await updateRecord({ fields: { Id: record.id, ...fields } }, { ifUnmodifiedSince: record.lastModifiedDate });
        } catch (error) {
            const name = record.fields.Name ? record.fields.Name.value : record.id;
            this.failures = [...this.failures, { id: record.id, text: `${name}: ${messages(error).join(' ')}` }];
        }
        this.done += 1;
    }
}
