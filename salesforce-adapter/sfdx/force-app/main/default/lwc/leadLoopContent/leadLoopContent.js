import { LightningElement, api } from 'lwc';
import { createRecord } from 'lightning/uiRecordApi';
import { timeline } from 'c/leadLoopText';
import { messages } from 'c/leadLoopErrors';

const MOST = 3;
const CONTENT = /^(e-book|webinar|docs page|pricing page|case study|white ?paper|video|guide|blog|article)\b/i;
const LONGEST_SUBJECT = 255;

/** What the person has used, the latest first. A vote is kept as a completed task of the rep: no field is needed. */
export default class LeadLoopContent extends LightningElement {
    @api recordId;
    @api timeline;
    votes = {};
    busy = false;
    problem = '';

    get items() {
        const titles = timeline(this.timeline)
            .map((entry) => entry.text)
            .filter((text) => CONTENT.test(text));
        return [...new Set(titles)].slice(0, MOST).map((title) => ({
            title,
            voted: this.votes[title] ? `You said: ${this.votes[title]}` : '',
            helped: `${title} helped`,
            useless: `${title} did not help`
        }));
    }

    get hasItems() {
        return this.items.length > 0;
    }

    async handleVote(event) {
        const { title, vote } = event.currentTarget.dataset;
        if (this.busy) {
            return;
        }
        this.busy = true;
        this.problem = '';
        try {
            await createRecord({
                apiName: 'Task',
                fields: {
                    Subject: `Content ${vote}: ${title}`.slice(0, LONGEST_SUBJECT),
                    Status: 'Completed',
                    WhoId: this.recordId
                }
            });
            this.votes = { ...this.votes, [title]: vote };
        } catch (error) {
            this.problem = messages(error).join(' ');
        } finally {
            this.busy = false;
        }
    }
}
